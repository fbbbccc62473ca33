import API
import ArgumentParser
import Procurement
import StrictYAML

/// The calls about categories.
enum CategoryCalls: DefinitionCalls {
    static var kind: DefinitionKind { .category }
    static func noun(_ language: TextLanguage) -> String { language.pick(sv: "Kategorin", en: "The category") }
    static func id(_ wire: CategoryDefinition) -> String { wire.id }

    static func current(_ session: Session) async throws -> [KeptDefinition<CategoryDefinition>] {
        try await session.ask(CategoriesList.self, .init(retired: true)).categories.map { line in
            KeptDefinition(
                wire: .init(
                    id: line.id, names: line.names, cpv: line.cpv, keywords: line.keywords, owner: line.owner),
                version: line.version, isRetired: line.retired ?? false)
        }
    }

    static func save(
        _ change: DefinitionSaving<CategoryDefinition>, _ session: Session, _ language: TextLanguage
    ) async throws {
        try await session.run(
            CategoriesSave.self,
            .init(
                category: change.wire, reason: change.reason, basedOn: change.basedOn,
                retired: change.isRetired ? true : nil)
        ) { result in
            told(
                result.version.category.id, version: result.version.version, retired: result.version.retired,
                changed: result.changed, result.dossier, language)
        }
    }

    static func preview(
        _ change: DefinitionSaving<CategoryDefinition>, _ question: PreviewArguments, _ session: Session
    ) async throws {
        let language = question.speech.language
        try await session.run(
            CategoriesPreview.self,
            .init(
                category: change.wire, retired: change.isRetired ? true : nil, buyer: question.setting.query,
                nuts: question.setting.nuts, limit: question.limit, language: language),
            files: question.files, language: language
        ) { EffectSheet(terminal: session.terminal, language: language).lines($0) }
    }

    static func take(
        file: String, retireOthers: Bool, reason: String, _ session: Session, _ speech: LanguageOption
    ) async throws {
        let read = try DefinitionFile.read(file, CategoryFile.read)
        let categories = read.map { category in
            CategoryDefinition(
                id: category.id.rawValue, names: SortedMap(category.name), cpv: category.cpv.map(\.description),
                keywords: category.keywords, owner: category.owner)
        }
        try await session.run(
            CategoriesImport.self,
            .init(categories: categories, reason: reason, retireOthers: retireOthers ? true : nil)
        ) { told($0, speech.language) }
    }

    static func file(_ session: Session) async throws -> String {
        let lines = try await session.ask(CategoriesList.self, .init()).categories
        return CategoryFile.text(
            lines.map { line in
                Category(
                    id: CategoryID(line.id), name: line.names.dictionary, cpv: line.cpv.compactMap { CPVPattern($0) },
                    keywords: line.keywords, owner: line.owner)
            })
    }
}

/// `torg categories history`
struct CategoriesHistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show who changed one, when and why, the latest first.")

    @Argument(help: "The id.")
    var id: String

    @Option(name: .shortAndLong, help: "How many versions at most.")
    var limit = 20

    @Option(help: ArgumentHelp("Go on where an earlier answer ended.", valueName: "cursor"))
    var after: String?

    @OptionGroup var speech: LanguageOption
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        try await session.run(
            CategoriesHistory.self, .init(id: id, limit: Limit(clamping: limit), after: after), files: files,
            language: speech.language
        ) { result in
            var table = HistoryTable(speech)
            for version in result.versions {
                let line = version.category
                table.add(
                    version.version, version.at, version.by, version.retired, version.reason,
                    [
                        line.name, line.cpv.joined(separator: " "), line.keywords.joined(separator: ", "),
                        line.owner ?? "",
                    ],
                    session.terminal)
            }
            return table.lines(session.terminal) + Paging.hint(result.next)
        }
    }
}
