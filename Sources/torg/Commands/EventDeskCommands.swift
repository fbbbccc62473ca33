import API
import ArgumentParser
import JSON
import JSONRPC
import Procurement
import Sheets
import Transport

/// `torg event invitations 3 --xlsx inbjudan.xlsx`
struct EventInvitationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invitations",
        abstract:
            "Make the invitations of an event: a table for a mail merge, a text a company, the text for the portal.",
        discussion: """
            A table (--csv, --xlsx) has a row for each invited company: the address that the register has, or that it has \
            none, the code for the door, and a text in Swedish and in English. Nothing is sent.
            """)

    @Argument(help: "The number of the event; see “torg event list”.")
    var event: Int

    @Option(help: ArgumentHelp("Who invites.", valueName: "words"))
    var host: String?

    @Option(
        help: ArgumentHelp(
            "Where companies register, such as an address in the portal.", valueName: "words"))
    var registration: String?

    @Option(help: ArgumentHelp("The last day to register.", valueName: "day"))
    var before: CalendarDate?

    @Option(
        help: ArgumentHelp("Where to ask: a function's mailbox, no person's.", valueName: "words"))
    var contact: String?

    @Flag(help: "Print the text for each company.")
    var texts = false

    @Flag(help: "Print the open invitation, to publish in the portal: that of the meeting's plan.")
    var portal = false

    @OptionGroup var files: FileArguments
    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    private func invitations(_ result: EventsGet.Result) -> Invitations {
        Invitations(
            result,
            MeetingDetails(
                host: host, registration: registration, registerBefore: before, contact: contact))
    }

    func run() async throws {
        let session = Session(options: connection, language: text.language)
        if portal { return try await openInvitation(session) }
        if files.isAsked {
            let result = try await session.file(
                EventsGet.self, .init(event: event), files: files, language: text.language,
                suppliers: { $0.guests.compactMap(\.supplier) }, workbook: { invitations($0).workbook($1) })
            if invitations(result).guests.isEmpty { throw ExitCode(1) }
            return
        }
        let result = try await session.run(EventsGet.self, .init(event: event)) { result in
            let invitations = invitations(result)
            guard !invitations.guests.isEmpty else {
                return [
                    text(
                        sv: "Ingen är inbjuden: torg event invite.", en: "Nobody is invited: torg event invite."
                    )
                ]
            }
            guard texts else {
                return [
                    text(
                        sv:
                            "\(invitations.guests.count) inbjudna. --xlsx FIL ger tabellen för utskick, --texts texterna.",
                        en:
                            "\(invitations.guests.count) invited. --xlsx FILE makes the table, --texts prints the texts."
                    )
                ]
            }
            return invitations.guests.flatMap { guest in
                [session.terminal.bold(invitations.subject(text.language)), ""]
                    + invitations.text(guest, text.language).split(
                        separator: "\n", omittingEmptySubsequences: false
                    )
                    .flatMap {
                        $0.isEmpty ? [""] : TextLayout.wrap(String($0), width: session.terminal.width)
                    } + ["", ""]
            }
        }
        if invitations(result).guests.isEmpty { throw ExitCode(1) }
    }

    /// The open invitation of the latest plan in the event's dossier.
    private func openInvitation(_ session: Session) async throws {
        do {
            let client = try await RPCClient.connect(to: connection.path)
            let event = try await client.call(EventsGet.self, .init(event: event)).event
            guard let dossier = event.dossier else {
                throw NoPlan(event: event.id, language: text.language)
            }
            let kept = try await client.call(DossierGet.self, .init(dossier: dossier))
            guard let answer = kept.result?.json,
                let plan = try? ValueDecoder.decode(
                    MeetingPlan.Result.self, from: answer, unknown: .ignored)
            else { throw NoPlan(event: event.id, language: text.language) }
            Output.document(plan.invitation.text(in: text.language))
        } catch let error as NoPlan {
            Output.error([error.description])
            throw ExitCode(1)
        } catch {
            throw Session.tell(error, socket: connection.path, language: text.language)
        }
    }

    private struct NoPlan: Error, CustomStringConvertible {
        let event: Int
        let language: TextLanguage

        var description: String {
            language.pick(
                sv:
                    "händelse \(event) har ingen plan i sin akt: gör den med torg plan meeting, och notera händelsen med "
                    + "--dossier",
                en:
                    "event \(event) has no plan in its dossier: make it with torg plan meeting, and note the event with "
                    + "--dossier")
        }
    }
}

/// `torg event door 3`
struct EventDoorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "door",
        abstract: "List for the door: who has registered, by name, with the check-in codes.")

    @Argument(help: "The number of the event; see “torg event list”.")
    var event: Int

    @OptionGroup var files: FileArguments
    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection, language: text.language)
        guard !files.isAsked else {
            try await session.file(
                EventsGet.self, .init(event: event), files: files, language: text.language,
                suppliers: { _ in [] },
                workbook: { DoorList($0).workbook($1) })
            return
        }
        let result = try await session.run(EventsGet.self, .init(event: event)) { result in
            let door = DoorList(result)
            guard !door.guests.isEmpty else {
                return [text(sv: "Ingen är anmäld.", en: "Nobody has registered.")]
            }
            var table = Table([
                .init(title: ""), .init(title: text(sv: "Kod", en: "Code")),
                .init(title: text(sv: "Företag", en: "Company"), isFlexible: true),
                .init(title: text(sv: "Nummer", en: "Number")),
                .init(title: text(sv: "Anmält", en: "Registered")),
            ])
            for guest in door.guests {
                table.add([
                    "[ ]", door.code(guest), guest.name, guest.number ?? "–",
                    EventGuestRows.standing(guest, text),
                ])
            }
            return [session.terminal.bold(result.event.name), ""] + table.lines(for: session.terminal)
        }
        if DoorList(result).guests.isEmpty { throw ExitCode(1) }
    }
}

/// `torg event ics 3 träff.ics --starts 13:00 --ends 16:30`
struct EventCalendarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ics", abstract: "Write an event as an iCalendar file, for people's calendars.")

    @Argument(help: "The number of the event; see “torg event list”.")
    var event: Int

    @Argument(help: "The file; standard output where none is named.", completion: .file())
    var file: String?

    @Option(help: ArgumentHelp("When it starts. Default: the whole day.", valueName: "hh:mm"))
    var starts: ClockTime?

    @Option(help: ArgumentHelp("When it ends.", valueName: "hh:mm"))
    var ends: ClockTime?

    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard (starts == nil) == (ends == nil) else {
            throw ValidationError("Give both --starts and --ends, or neither.")
        }
        if let starts, let ends, ends < starts { throw ValidationError("--ends is before --starts.") }
    }

    func run() async throws {
        do {
            let client = try await RPCClient.connect(to: connection.path)
            let event = try await client.call(EventsGet.self, .init(event: event)).event
            let hours = starts.flatMap { starts in ends.map { starts...$0 } }
            guard let appointment = event.appointment(hours) else {
                throw SheetError.calendar(
                    text(sv: "händelse \(event.id) har ingen dag", en: "event \(event.id) has no day"))
            }
            let calendar = CalendarFile([appointment], at: .now)
            if let file, file != "-" {
                try calendar.write(to: file)
                Output.lines([text(sv: "Skrev \(file).", en: "Wrote \(file).")])
            } else {
                Output.bytes(Array(try calendar.text().utf8))
            }
        } catch {
            throw Session.tell(error, socket: connection.path, language: text.language)
        }
    }
}

extension ClockTime: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
