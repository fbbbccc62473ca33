import API
import ArgumentParser
import Sheets

/// `torg plan timetable [FILE]`
struct PlanTimetableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timetable", abstract: "Schedule one-to-one meetings by what both sides want.")

    @Argument(help: "A request as YAML or JSON: the parameters of meetings.schedule.")
    var file: String?

    @Option(help: ArgumentHelp("A configured category as a host.", valueName: "category"))
    var host: [String] = []

    @Option(help: ArgumentHelp("A company that takes part.", valueName: "supplier"))
    var company: [String] = []

    @Option(help: ArgumentHelp("A kept event, whose registered companies take part.", valueName: "number"))
    var event: Int?

    @OptionGroup var programme: ProgrammeArguments

    @Option(help: ArgumentHelp("Tables in the room. Default: one for each host.", valueName: "number"))
    var tables: Int?

    @Option(help: ArgumentHelp("Tables kept free in every slot.", valueName: "number"))
    var spareTables: Int?

    @Option(help: ArgumentHelp("Meetings that each company is promised.", valueName: "number"))
    var companyMinimum: Int?

    @Option(help: ArgumentHelp("Meetings that a company can have at most.", valueName: "number"))
    var companyMaximum: Int?

    @Flag(help: "Show each company's own programme.")
    var companies = false

    @Flag(help: "Show each wish that came to nothing, and why.")
    var unscheduled = false

    @OptionGroup var setting: SettingArguments
    @OptionGroup var plan: PlanArguments
    @OptionGroup var calendar: CalendarArguments
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func parameters() throws -> MeetingsSchedule.Parameters {
        var parameters: MeetingsSchedule.Parameters
        if let file {
            parameters = try RequestFile.read(MeetingsSchedule.Parameters.self, file)
        } else if let slots = programme.programme, !host.isEmpty {
            parameters = MeetingsSchedule.Parameters(hosts: [], slots: slots)
        } else {
            throw ValidationError("Give a file, or --host and --slots.")
        }
        parameters.hosts += host.map { MeetingHost(id: $0, need: .category(.configured($0))) }
        parameters.slots = programme.programme ?? parameters.slots
        parameters.event = event ?? parameters.event
        if !company.isEmpty {
            parameters.companies = (parameters.companies ?? []) + company.map { CompanyAtTable(supplier: $0) }
        }
        parameters.tables = tables ?? parameters.tables
        parameters.spareTables = spareTables ?? parameters.spareTables
        parameters.companyMinimum = companyMinimum ?? parameters.companyMinimum
        parameters.companyMaximum = companyMaximum ?? parameters.companyMaximum
        parameters.buyer = setting.query ?? parameters.buyer
        parameters.nuts = setting.nuts ?? parameters.nuts
        parameters.dossier = plan.dossier ?? parameters.dossier
        return parameters
    }

    func run() async throws {
        let session = Session(options: connection, language: plan.speech.language)
        let sheet = TimetableSheet(
            language: plan.speech.language, terminal: session.terminal, companies: companies,
            unscheduled: unscheduled)
        let parameters = try parameters()
        let result = try await session.run(
            MeetingsSchedule.self, parameters, timeout: nil, files: files, language: plan.speech.language
        ) { sheet.lines($0) }
        try await calendar.write(
            session, event: parameters.event, dossier: result.dossier, day: nil, place: nil
        ) { (key, day, place) throws(SheetError) in
            try result.appointments(
                key: key, day: day, place: place, of: calendar.icsOf, plan.speech.language)
        }
    }
}
