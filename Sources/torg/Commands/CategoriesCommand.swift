import API
import ArgumentParser
import Procurement

/// `torg categories …`: without more, the list.
struct CategoriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "categories", abstract: "List the configured categories, or show one on a page.",
        subcommands: [CategoriesListCommand.self, CategoriesCardCommand.self],
        defaultSubcommand: CategoriesListCommand.self)
}

struct CategoriesListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the configured categories.")

    @OptionGroup var files: FileArguments
    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        let result = try await session.run(CategoriesList.self, NoParameters(), files: files, language: speech.language)
        { result in
            guard !result.categories.isEmpty else {
                return ["No category is configured: see matching.categories in torg.yaml."]
            }
            var table = Table([
                .init(title: "Id"), .init(title: speech(sv: "Kategori", en: "Category")),
                .init(title: "CPV", isFlexible: true),
            ])
            for line in result.categories { table.add([line.id, line.name, line.cpv.joined(separator: " ")]) }
            return table.lines(for: session.terminal)
        }
        if result.categories.isEmpty { throw ExitCode(1) }
    }
}

struct CategoriesCardCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "card",
        abstract: "Show a category on one page: suppliers, concentration, competition, and what comes next.")

    @Argument(help: "The id of the category; see “torg categories”.")
    var category: String

    @Option(name: .shortAndLong, help: "How many suppliers, contracts and notices at most, each.")
    var limit = 10

    @Option(help: ArgumentHelp("The day that the card speaks of. Default: today.", valueName: "day"))
    var asOf: CalendarDate?

    @Option(help: ArgumentHelp("How far ahead contracts that run out are listed.", valueName: "months"))
    var monthsAhead = CategoriesCard.Parameters.standardMonths

    @OptionGroup var speech: LanguageOption

    @Flag(help: "Keep the answer in a dossier; see “torg dossier”.")
    var keep = false

    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard Limit.range.contains(limit) else { throw ValidationError("--limit is from 1 to 1000.") }
    }

    func run() async throws {
        let session = Session(options: connection)
        let result = try await session.run(
            CategoriesCard.self,
            .init(
                category: category, limit: Limit(clamping: limit), asOf: asOf, monthsAhead: monthsAhead,
                keep: keep ? true : nil),
            files: files, language: speech.language
        ) { CardSheet(terminal: session.terminal, language: speech.language).lines($0) }
        if result.procurements == 0, result.comingCount == 0 { throw ExitCode(1) }
    }
}

/// `torg challenges`
struct ChallengesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "challenges", abstract: "List the configured challenges.")

    @OptionGroup var files: FileArguments
    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        let result = try await session.run(ChallengesList.self, NoParameters(), files: files, language: speech.language)
        { result in
            guard !result.challenges.isEmpty else {
                return ["No challenge is configured: see matching.challenges in torg.yaml."]
            }
            var table = Table([
                .init(title: "Id"), .init(title: speech(sv: "Utmaning", en: "Challenge"), isFlexible: true),
                .init(title: speech(sv: "Mål", en: "Goals")),
            ])
            for line in result.challenges { table.add([line.id, line.name, line.goals.joined(separator: " ")]) }
            return table.lines(for: session.terminal)
        }
        if result.challenges.isEmpty { throw ExitCode(1) }
    }
}
