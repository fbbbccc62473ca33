import API
import ArgumentParser
import Procurement

/// `torg categories …`: without more, the list.
struct CategoriesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "categories", abstract: "List the categories, show one on a page, change them and look back.",
        subcommands: [
            CategoriesListCommand.self, CategoriesCardCommand.self, CategoriesSaveCommand.self,
            RetireCommand<CategoryCalls>.self, RestoreCommand<CategoryCalls>.self, CategoriesHistoryCommand.self,
            DefinitionImportCommand<CategoryCalls>.self, DefinitionExportCommand<CategoryCalls>.self,
        ],
        defaultSubcommand: CategoriesListCommand.self)
}

struct CategoriesListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the categories in use.")

    @Flag(help: "List those out of use too.")
    var retired = false

    @OptionGroup var files: FileArguments
    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        let result = try await session.run(
            CategoriesList.self, .init(retired: retired ? true : nil), files: files, language: speech.language
        ) { result in
            guard !result.categories.isEmpty else { return [CategoryCalls.none(speech)] }
            var table = Table([
                .init(title: "Id"), .init(title: speech(sv: "Kategori", en: "Category")),
                .init(title: "CPV", isFlexible: true), .init(title: speech(sv: "Version", en: "Version")),
            ])
            for line in result.categories {
                table.add([
                    line.id, line.name, line.cpv.joined(separator: " "),
                    CategoryCalls.version(line.version, line.retired, speech),
                ])
            }
            return table.lines(for: session.terminal) + CategoryCalls.home(result.file, speech)
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
