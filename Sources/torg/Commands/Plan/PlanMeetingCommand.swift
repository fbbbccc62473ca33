import API
import ArgumentParser
import Procurement
import Sheets

/// `torg plan meeting [FILE]`
struct PlanMeetingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meeting", abstract: "Plan a supplier meeting (leverantörsträff).")

    @Argument(help: "A request as YAML or JSON: the parameters of meeting.plan.")
    var file: String?

    @Option(help: ArgumentHelp("A kept event, whose registrations get their places.", valueName: "number"))
    var event: Int?

    @Option(help: ArgumentHelp("What the meeting is called.", valueName: "words"))
    var name: String?

    @Option(help: ArgumentHelp("Who invites.", valueName: "words"))
    var host: String?

    @Option(help: ArgumentHelp("The day.", valueName: "day"))
    var date: CalendarDate?

    @Option(help: ArgumentHelp("Where it is.", valueName: "words"))
    var place: String?

    @Option(help: ArgumentHelp("Places, in companies. Default: 300.", valueName: "number"))
    var capacity: Int?

    @Option(
        help: ArgumentHelp(
            "A category, with its floor where it has one: it=8. Default: all that are configured.",
            valueName: "category"))
    var category: [NamedCount] = []

    @Option(help: ArgumentHelp("Companies that every category has at its table, at least.", valueName: "number"))
    var floor: Int?

    @Option(help: ArgumentHelp("The least share of small firms, 0 to 1.", valueName: "share"))
    var smallShare: Double?

    @Option(help: ArgumentHelp("The least share of newcomers, 0 to 1.", valueName: "share"))
    var newcomerShare: Double?

    @Option(help: ArgumentHelp("A room and its seats: Stora salen=40.", valueName: "room"))
    var room: [NamedCount] = []

    @OptionGroup var programme: ProgrammeArguments

    @Option(help: ArgumentHelp("Stations that each company visits. Default: 2.", valueName: "number"))
    var visits: Int?

    @Option(help: ArgumentHelp("A supplier is a candidate from this share of the best score up.", valueName: "share"))
    var reach: Double?

    @Option(help: ArgumentHelp("Tell this supplier, whatever its score.", valueName: "supplier"))
    var pin: [String] = []

    @Option(help: ArgumentHelp("Don't tell this supplier in particular.", valueName: "supplier"))
    var ban: [String] = []

    @Option(help: ArgumentHelp("How many lines of the outreach list; 0 for all.", valueName: "number"))
    var outreach = 20

    @Flag(help: "Show who has registered and who waits.")
    var registrations = false

    @Flag(help: "Show whom to turn to when someone declines.")
    var reserves = false

    @Flag(help: "Show each company's programme.")
    var rota = false

    @Flag(help: "Show the text of the invitation.")
    var invitation = false

    @Option(help: ArgumentHelp("For whom suppliers are sought, by name or organisation number.", valueName: "name"))
    var buyer: String?

    @Option(help: ArgumentHelp("The region that suppliers are sought for, such as SE121.", valueName: "region"))
    var nuts: [String] = []

    @Flag(help: "Plan for no office: without the buyer and the place of the configuration.")
    var noOffice = false

    @OptionGroup var gathered: ShortlistArguments
    @OptionGroup var pinned: PinnedShortlistArguments
    @OptionGroup var plan: PlanArguments
    @OptionGroup var calendar: CalendarArguments
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func parameters() throws -> MeetingPlan.Parameters {
        var parameters = try RequestFile.read(MeetingPlan.Parameters.self, file)
        parameters.event = event ?? parameters.event
        var details = parameters.details ?? MeetingDetails()
        details.name = name.map { BilingualText($0) } ?? details.name
        details.host = host ?? details.host
        details.date = date ?? details.date
        details.place = place ?? details.place
        if details != MeetingDetails() { parameters.details = details }
        parameters.capacity = capacity ?? parameters.capacity
        if !category.isEmpty {
            parameters.categories = category.map { CategoryAtMeeting(category: .configured($0.name), floor: $0.count) }
        }
        parameters.floor = floor ?? parameters.floor
        parameters.smallShare = smallShare.map { Points($0) } ?? parameters.smallShare
        parameters.newcomerShare = newcomerShare.map { Points($0) } ?? parameters.newcomerShare
        if !room.isEmpty {
            parameters.rooms = try room.map { room in
                guard let seats = room.count else { throw ValidationError("--room “\(room.name)”: write NAME=SEATS.") }
                return RoomAtMeeting(name: room.name, seats: seats)
            }
        }
        parameters.slots = programme.programme ?? parameters.slots
        parameters.visitsPerCompany = visits ?? parameters.visitsPerCompany
        parameters.reach = reach.map { Points($0) } ?? parameters.reach
        if !pin.isEmpty || !ban.isEmpty {
            let (by, note) = try plan.reasons()
            parameters.edits =
                (parameters.edits ?? [])
                + pin.map { EditOfMeeting(edit: .pin, supplier: $0, by: by, note: note) }
                + ban.map { EditOfMeeting(edit: .ban, supplier: $0, by: by, note: note) }
        }
        parameters.buyer = buyer.map(SettingArguments.query) ?? (noOffice ? BuyerQuery() : parameters.buyer)
        if !nuts.isEmpty || noOffice { parameters.nuts = nuts }
        parameters.dossier = plan.dossier ?? parameters.dossier
        return parameters
    }

    func run() async throws {
        let session = Session(options: connection, language: plan.speech.language)
        let sheet = MeetingSheet(
            language: plan.speech.language, terminal: session.terminal,
            parts: .init(
                outreach: outreach > 0 ? outreach : nil, registrations: registrations, reserves: reserves, rotas: rota,
                invitation: invitation))
        var parameters = try parameters()
        parameters.filter = try await gathered.narrowed(parameters.filter, session)
        let pins = try await pinned.pins(by: plan.by, note: plan.note, session)
        if !pins.isEmpty {
            parameters.edits =
                (parameters.edits ?? [])
                + pins.map { EditOfMeeting(edit: .pin, supplier: $0.supplier, by: $0.by, note: $0.note) }
        }
        let result = try await session.run(
            MeetingPlan.self, parameters, timeout: nil, files: files, language: plan.speech.language
        ) { sheet.lines($0) }
        try await calendar.write(
            session, event: parameters.event, dossier: result.dossier, day: parameters.details?.date,
            place: parameters.details?.place
        ) { (key, day, place) throws(SheetError) in
            try result.appointments(
                key: key, day: day, place: place, of: calendar.icsOf, plan.speech.language)
        }
    }
}
