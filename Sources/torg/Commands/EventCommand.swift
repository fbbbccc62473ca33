import API
import ArgumentParser
import Procurement
import Sheets

/// `torg event …`: meetings, councils and talks, and who was told, came forward and came.
struct EventCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "event", abstract: "Note events, invite, register, and what came of it.",
        subcommands: [
            EventCreateCommand.self, EventListCommand.self, EventGetCommand.self, EventInviteCommand.self,
            EventRegisterCommand.self, EventWithdrawCommand.self, EventAttendCommand.self,
            EventOutcomeCommand.self,
            EventInvitationsCommand.self, EventDoorCommand.self, EventCalendarCommand.self,
            EventEqualCommand.self,
        ])
}

extension EventKind: ExpressibleByArgument {}

struct EventCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "create", abstract: "Note an event.")

    @Argument(help: "Its name.")
    var name: String

    @Option(help: "meeting, council, talks or other.")
    var kind = EventKind.meeting

    @Option(help: ArgumentHelp("Its day.", valueName: "day"))
    var date: CalendarDate?

    @Option(help: "Where.")
    var place: String?

    @Option(help: ArgumentHelp("Places, in companies.", valueName: "number"))
    var capacity: Int?

    @Option(help: ArgumentHelp("The dossier with its plan.", valueName: "id"))
    var dossier: String?

    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Session(options: connection).run(
            EventsCreate.self,
            .init(kind: kind, name: name, date: date, place: place, capacity: capacity, dossier: dossier)
        ) { [text(sv: "Händelse \($0.event.id): \($0.event.name)", en: "Event \($0.event.id): \($0.event.name)")] }
    }
}

struct EventListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List events, the latest first.")

    @Option(help: "Only meeting, council, talks or other.")
    var kind: EventKind?

    @Option(name: .shortAndLong, help: "How many at most.")
    var limit = 20

    @Option(help: ArgumentHelp("Go on where an earlier answer ended.", valueName: "cursor"))
    var after: String?

    @OptionGroup var text: LanguageOption
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        let result = try await session.run(
            EventsList.self, .init(kind: kind, limit: Limit(clamping: limit), after: after), files: files,
            language: text.language
        ) { result in
            guard !result.events.isEmpty else { return [text(sv: "Inga händelser.", en: "No events.")] }
            var table = Table([
                .init(title: "#", alignment: .right), .init(title: text(sv: "Datum", en: "Date")),
                .init(title: text(sv: "Namn", en: "Name"), isFlexible: true),
                .init(title: text(sv: "Slag", en: "Kind")),
                .init(title: text(sv: "Inbjudna", en: "Invited"), alignment: .right),
                .init(title: text(sv: "Anmälda", en: "Registered"), alignment: .right),
                .init(title: text(sv: "Väntar", en: "Waiting"), alignment: .right),
                .init(title: text(sv: "Kom", en: "Came"), alignment: .right),
            ])
            for event in result.events {
                table.add([
                    "\(event.id)", event.date?.description ?? "–", event.name, text.language.event(event.kind),
                    "\(event.invited)",
                    "\(event.registered)", "\(event.waiting)", "\(event.attended)",
                ])
            }
            return table.lines(for: session.terminal) + Paging.hint(result.next)
        }
        if result.events.isEmpty { throw ExitCode(1) }
    }
}

struct EventGetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show one event with its companies and what came of it.")

    @Argument(help: "The number of the event; see “torg event list”.")
    var event: Int

    @OptionGroup var text: LanguageOption
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        try await session.run(EventsGet.self, .init(event: event), files: files, language: text.language) {
            result in
            let event = result.event
            let facts = [
                event.date?.description, event.place,
                event.capacity.map { text(sv: "\($0) platser", en: "\($0) places") },
            ]
            var table = Table(EventGuestRows.columns(text))
            for guest in result.guests { table.add(EventGuestRows.cells(guest, text)) }
            return [session.terminal.bold(event.name), facts.compactMap { $0 }.joined(separator: ", "), ""]
                + table.lines(for: session.terminal)
                + result.outcomes.flatMap { outcome in
                    TextLayout.wrap(
                        (outcome.guest.map { "\($0): " } ?? "") + outcome.text, width: session.terminal.width)
                }
        }
    }
}

/// Companies of an event as rows of a table.
enum EventGuestRows {
    static func columns(_ text: LanguageOption) -> [Table.Column] {
        [
            .init(title: "#", alignment: .right), .init(title: text(sv: "Företag", en: "Company"), isFlexible: true),
            .init(title: text(sv: "Nummer", en: "Number")), .init(title: text(sv: "Inbjudet", en: "Invited")),
            .init(title: text(sv: "Anmält", en: "Registered")), .init(title: text(sv: "Kom", en: "Came")),
        ]
    }

    static func cells(_ guest: EventGuest, _ text: LanguageOption) -> [String] {
        [
            "\(guest.guest)", guest.name, guest.number ?? "–", guest.invitation == nil ? "" : text(sv: "ja", en: "yes"),
            standing(guest, text),
            guest.attended.map { $0 ? text(sv: "ja", en: "yes") : text(sv: "nej", en: "no") } ?? "",
        ]
    }

    static func standing(_ guest: EventGuest, _ text: LanguageOption) -> String {
        guard let registration = guest.registration else { return "" }
        return switch registration.standing {
        case .placed: text(sv: "har plats", en: "has a place")
        case .waiting: text(sv: "väntar, nr \(registration.place ?? 0)", en: "waits, no. \(registration.place ?? 0)")
        case .withdrawn: text(sv: "återtaget", en: "withdrawn")
        }
    }
}
