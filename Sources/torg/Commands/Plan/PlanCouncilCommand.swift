import API
import ArgumentParser
import Procurement

/// `torg plan council [FILE]`
struct PlanCouncilCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "council", abstract: "Compose a sector council (branschråd).")

    @Argument(help: "A request as YAML or JSON: the parameters of council.compose.")
    var file: String?

    @Option(help: ArgumentHelp("A configured category that the council is about.", valueName: "category"))
    var category: [String] = []

    @Option(help: ArgumentHelp("A configured challenge that the council is about.", valueName: "challenge"))
    var challenge: [String] = []

    @Option(help: ArgumentHelp("What the council is called.", valueName: "words"))
    var name: String?

    @Option(help: ArgumentHelp("Seats for suppliers. Default: 15.", valueName: "number"))
    var suppliers: Int?

    @Option(help: ArgumentHelp("An official, by office.", valueName: "words"))
    var official: [String] = []

    @Option(help: ArgumentHelp("A politician, by office.", valueName: "words"))
    var politician: [String] = []

    @Option(
        help: ArgumentHelp(
            "Least and greatest number of seats for sizes: micro,small=5 or large=0-4.", valueName: "quota"))
    var quota: [QuotaArgument] = []

    @Option(help: ArgumentHelp("The least number of newcomers.", valueName: "number"))
    var newcomers: Int?

    @Option(help: ArgumentHelp("How many to name for each role, for when someone declines.", valueName: "number"))
    var alternates: Int?

    @Option(help: ArgumentHelp("A supplier is a candidate from this share of the best score up.", valueName: "share"))
    var reach: Double?

    @Option(
        help: ArgumentHelp("Decides between equal scores. Default: from the request and the data.", valueName: "number")
    )
    var seed: Int?

    @Option(help: ArgumentHelp("Give this member a seat.", valueName: "member"))
    var pin: [String] = []

    @Option(help: ArgumentHelp("Give this member none.", valueName: "member"))
    var ban: [String] = []

    @OptionGroup var setting: SettingArguments
    @OptionGroup var gathered: ShortlistArguments
    @OptionGroup var pinned: PinnedShortlistArguments
    @OptionGroup var plan: PlanArguments
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func parameters() throws -> CouncilCompose.Parameters {
        let needs =
            category.map { NeedQuery.category(.configured($0)) }
            + challenge.map { NeedQuery.challenge(.configured($0)) }
        var parameters: CouncilCompose.Parameters
        if let file {
            parameters = try RequestFile.read(CouncilCompose.Parameters.self, file)
        } else if needs.isEmpty {
            throw ValidationError("Give a file, --category or --challenge: what the council is about.")
        } else {
            parameters = CouncilCompose.Parameters(needs: needs)
        }
        if !needs.isEmpty { parameters.needs = needs }
        parameters.name = name.map { BilingualText($0) } ?? parameters.name
        if let suppliers {
            var seats = parameters.seats ?? CouncilSeats()
            seats.suppliers = suppliers
            parameters.seats = seats
        }
        let people =
            official.map { CouncilPerson(name: $0, role: .official) }
            + politician.map { CouncilPerson(name: $0, role: .politician) }
        if !people.isEmpty { parameters.people = (parameters.people ?? []) + people }
        if !quota.isEmpty { parameters.sizeQuotas = quota.map(\.quota) }
        parameters.newcomers = newcomers ?? parameters.newcomers
        parameters.alternates = alternates ?? parameters.alternates
        parameters.reach = reach.map { Points($0) } ?? parameters.reach
        parameters.seed = seed ?? parameters.seed
        if !pin.isEmpty || !ban.isEmpty {
            let (by, note) = try plan.reasons()
            parameters.edits =
                (parameters.edits ?? [])
                + pin.map { EditOfCouncil(edit: .pin, member: $0, by: by, note: note) }
                + ban.map { EditOfCouncil(edit: .ban, member: $0, by: by, note: note) }
        }
        parameters.buyer = setting.query ?? parameters.buyer
        parameters.nuts = setting.nuts ?? parameters.nuts
        parameters.dossier = plan.dossier ?? parameters.dossier
        return parameters
    }

    func run() async throws {
        let session = Session(options: connection, language: plan.speech.language)
        let sheet = CouncilSheet(language: plan.speech.language, terminal: session.terminal)
        var parameters = try parameters()
        parameters.filter = try await gathered.narrowed(parameters.filter, session)
        let pins = try await pinned.pins(by: plan.by, note: plan.note, session)
        if !pins.isEmpty {
            parameters.edits =
                (parameters.edits ?? [])
                + pins.map { EditOfCouncil(edit: .pin, member: $0.supplier, by: $0.by, note: $0.note) }
        }
        try await session.run(
            CouncilCompose.self, parameters, timeout: nil, files: files, language: plan.speech.language
        ) { sheet.lines($0) }
    }
}

/// `micro,small=5`, at least five; `large=0-4`, at most four.
struct QuotaArgument: ExpressibleByArgument {
    let quota: CouncilSizeQuota

    init?(argument: String) {
        let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let sizes = parts[0].split(separator: ",").map { SupplierSize(rawValue: String($0)) }
        let bounds = parts[1].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard !sizes.isEmpty, !sizes.contains(nil), (1...2).contains(bounds.count), let minimum = bounds[0],
            bounds.count == 1 || bounds[1] != nil
        else { return nil }
        quota = CouncilSizeQuota(
            sizes: sizes.compactMap { $0 }, minimum: minimum, maximum: bounds.count == 2 ? bounds[1] : nil)
    }
}
