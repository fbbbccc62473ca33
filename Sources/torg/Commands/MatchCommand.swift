import API
import ArgumentParser
import Procurement

/// `torg match …`: ranked suppliers, each with its reasons.
struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Rank suppliers for a category, a challenge or a notice; or the other way round.",
        subcommands: [
            MatchCategoryCommand.self, MatchChallengeCommand.self, MatchNoticeCommand.self, MatchSupplierCommand.self,
        ])
}

/// What all matches can be asked for.
struct MatchArguments: ParsableArguments {
    @Option(name: .shortAndLong, help: "How many suppliers at most, 1 to 1000.")
    var limit = 10

    @Option(help: ArgumentHelp("How many reasons under each.", valueName: "number"))
    var reasons = 3

    @Option(help: ArgumentHelp("Only these sizes: micro, small, medium, large, sme.", valueName: "size"))
    var size: [SupplierSize] = []

    @Option(help: ArgumentHelp("Only suppliers in these regions, such as SE121.", valueName: "region"))
    var nuts: [String] = []

    @Flag(help: "With --nuts, also suppliers without a known place.")
    var unknownPlace = false

    @Option(help: ArgumentHelp("Only suppliers of these countries, such as SE.", valueName: "country"))
    var country: [String] = []

    @Flag(help: "One list for all, without one for suppliers that have no known win.")
    var together = false

    @Flag(help: "Only suppliers without any award.")
    var newcomers = false

    @Flag(help: "Only suppliers that were never invited and never won from the buyer: never been asked.")
    var unasked = false

    @Flag(help: "Only suppliers where it is to be done: in --place, or the office's region.")
    var near = false

    @Flag(help: "One row for each corporate group, as far as names tell.")
    var fold = false

    @Option(help: ArgumentHelp("Leave out a supplier.", valueName: "id"))
    var exclude: [String] = []

    @Option(help: ArgumentHelp("Weight of a signal, such as experience=0.5.", valueName: "signal=number"))
    var weight: [String] = []

    @OptionGroup var speech: LanguageOption

    @Flag(help: "Keep the answer in a dossier; see “torg dossier”.")
    var keep = false

    func validate() throws {
        guard Limit.range.contains(limit) else { throw ValidationError("--limit is from 1 to 1000.") }
        for text in weight where Self.weight(text) == nil {
            throw ValidationError("--weight “\(text)”: write a signal and a number, such as experience=0.5.")
        }
    }

    var options: MatchOptions {
        var weights: SortedMap<Points> = [:]
        for (signal, value) in weight.compactMap(Self.weight) { weights[signal] = Points(value) }
        let filter = SupplierFilter(
            size: size.isEmpty ? nil : size, nuts: nuts.isEmpty ? nil : nuts,
            includeUnknownPlace: unknownPlace ? true : nil, country: country.isEmpty ? nil : country,
            newcomers: newcomers ? true : nil, unasked: unasked ? true : nil, near: near ? true : nil,
            exclude: exclude.isEmpty ? nil : exclude)
        return MatchOptions(
            limit: Limit(clamping: limit), weights: weights.isEmpty ? nil : weights,
            filter: filter == SupplierFilter() ? nil : filter, language: speech.language,
            newcomers: together ? false : nil, fold: fold ? true : nil, keep: keep ? true : nil)
    }

    private static func weight(_ text: String) -> (String, Double)? {
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let value = Double(parts[1]), value.isFinite else { return nil }
        return (String(parts[0]), value)
    }
}

extension SupplierSize: ExpressibleByArgument {}
extension ContractKind: ExpressibleByArgument {}

struct MatchCategoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "category", abstract: "Rank suppliers for a configured category.")

    @Argument(help: "The id of the category; see “torg categories”.")
    var category: String

    @OptionGroup var setting: SettingArguments
    @OptionGroup var match: MatchArguments
    @OptionGroup var gathered: ShortlistArguments
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        var options = match.options
        options.filter = try await gathered.narrowed(options.filter, session)
        let result = try await session.run(
            MatchCategory.self,
            .init(
                category: .configured(category), buyer: setting.query, nuts: setting.nuts, options: options),
            files: files, language: match.speech.language
        ) { RankedList(reasons: match.reasons, terminal: session.terminal, language: match.speech.language).lines($0) }
        if result.matches.isEmpty { throw ExitCode(1) }
    }
}

struct MatchChallengeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "challenge", abstract: "Rank suppliers for a configured challenge, or for a need in words.")

    @Argument(help: "The id of the challenge; see “torg challenges”.")
    var challenge: String?

    @Option(help: ArgumentHelp("A need in words, in place of a configured challenge.", valueName: "words"))
    var text: String?

    @Option(help: ArgumentHelp("CPV codes or patterns that the need is about.", valueName: "code"))
    var cpv: [String] = []

    @Option(help: ArgumentHelp("Strategic goals of the need, such as env-imp.", valueName: "code"))
    var goal: [String] = []

    @OptionGroup var setting: SettingArguments
    @OptionGroup var match: MatchArguments
    @OptionGroup var gathered: ShortlistArguments
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if (challenge == nil) == (text == nil) { throw ValidationError("Give the id of a challenge, or --text.") }
    }

    func run() async throws {
        let query: ChallengeQuery =
            if let challenge {
                .configured(challenge)
            } else {
                .described(
                    ChallengeDescription(
                        text: text ?? "", cpv: cpv.isEmpty ? nil : cpv, goals: goal.isEmpty ? nil : goal))
            }
        let session = Session(options: connection)
        var options = match.options
        options.filter = try await gathered.narrowed(options.filter, session)
        let result = try await session.run(
            MatchChallenge.self,
            .init(challenge: query, buyer: setting.query, nuts: setting.nuts, options: options),
            files: files, language: match.speech.language
        ) {
            RankedList(reasons: match.reasons, terminal: session.terminal, language: match.speech.language).lines($0)
        }
        if result.matches.isEmpty { throw ExitCode(1) }
    }
}

struct MatchNoticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice", abstract: "Rank suppliers for a stored notice, or for one described here.")

    @Argument(help: "The id of a stored notice; see “torg notices find”.")
    var notice: String?

    @Option(help: "The title of what is to be bought.")
    var title: String?

    @Option(help: "More words.")
    var description: String?

    @Option(help: ArgumentHelp("CPV codes, the main one first.", valueName: "code"))
    var cpv: [String] = []

    @Option(help: "services, supplies or works.")
    var kind: ContractKind?

    @OptionGroup var setting: SettingArguments
    @OptionGroup var match: MatchArguments
    @OptionGroup var gathered: ShortlistArguments
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if (notice == nil) == (title == nil) { throw ValidationError("Give the id of a notice, or --title.") }
    }

    func run() async throws {
        let query: NoticeQuery =
            if let notice {
                .stored(id: notice)
            } else {
                .described(
                    NoticeDescription(
                        title: title ?? "", description: description, cpv: cpv.isEmpty ? nil : cpv,
                        buyer: setting.query, kind: kind, nuts: setting.nuts))
            }
        var options = match.options
        options.newcomers = !match.together
        let session = Session(options: connection)
        options.filter = try await gathered.narrowed(options.filter, session)
        let result = try await session.run(
            MatchNotice.self, .init(notice: query, options: options), files: files, language: match.speech.language
        ) {
            RankedList(reasons: match.reasons, terminal: session.terminal, language: match.speech.language).lines($0)
        }
        if result.matches.isEmpty { throw ExitCode(1) }
    }
}
