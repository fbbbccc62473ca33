import API
import ArgumentParser
import Procurement
import Sheets
import Transport

/// A plan as a file for calendars.
struct CalendarArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Write what is planned as an iCalendar file, for people's calendars.", valueName: "file"),
        completion: .file())
    var ics: String?

    @Option(help: ArgumentHelp("Of this company or host alone, by id.", valueName: "id"))
    var icsOf: String?

    @Option(
        help: ArgumentHelp(
            "The day of the calendar file. Default: that of the meeting or the event.", valueName: "day"))
    var icsDay: CalendarDate?

    func validate() throws {
        if ics == "-" { throw ValidationError("--ics takes the name of a file.") }
        if ics == nil, icsOf != nil || icsDay != nil {
            throw ValidationError("--ics-of and --ics-day go with --ics.")
        }
    }

    /// Writes the file where it was asked for.
    ///
    /// - Parameters:
    ///   - event: the number of the event of the plan: its day and its place are the plan's, where that has none.
    ///   - make: the appointments, for what tells this plan from others, its day and its place.
    /// - Throws: `ExitCode`, after the error has been told.
    func write(
        _ session: Session, event: Int?, dossier: DossierReference?, day: CalendarDate?, place: String?,
        make: ([String], CalendarDate, String?) throws(SheetError) -> [Appointment]
    ) async throws {
        guard let ics else { return }
        do {
            var line: EventLine?
            if let event {
                let client = try await RPCClient.connect(to: session.options.path)
                line = try await client.call(EventsGet.self, .init(event: event)).event
            }
            guard let day = icsDay ?? day ?? line?.date else {
                throw SheetError.calendar("no day is known: say it with --ics-day")
            }
            let key = line?.calendarKey ?? ["plan", dossier?.id ?? "", day.description]
            let appointments = try make(key, day, place ?? line?.place)
            try CalendarFile(appointments, at: .now).write(to: ics)
            if !session.options.json {
                Output.lines([
                    session.language.pick(
                        sv: "Skrev \(ics) (\(appointments.count) poster).",
                        en: "Wrote \(ics) (\(appointments.count) entries).")
                ])
            }
        } catch {
            throw Session.tell(error, socket: session.options.path, language: session.language)
        }
    }
}
