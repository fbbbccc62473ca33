import API
import ArgumentParser
import Procurement

/// `torg shortlist …`: suppliers gathered for a purpose.
struct ShortlistCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shortlist", abstract: "Gather suppliers for a purpose, with the reasons of that moment.",
        subcommands: [
            ShortlistCreateCommand.self, ShortlistListCommand.self, ShortlistGetCommand.self,
            ShortlistAddCommand.self, ShortlistRemoveCommand.self,
        ])
}

struct ShortlistCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "create", abstract: "Begin a shortlist.")

    @Argument(help: "Its name.")
    var name: String

    @Option(help: ArgumentHelp("What it is for.", valueName: "words"))
    var purpose: String?

    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Session(options: connection).run(ShortlistsCreate.self, .init(name: name, purpose: purpose)) {
            [
                text(
                    sv: "Urval \($0.shortlist.id): \($0.shortlist.name)",
                    en: "Shortlist \($0.shortlist.id): \($0.shortlist.name)")
            ]
        }
    }
}

struct ShortlistListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List shortlists, the latest made first.")

    @Option(help: ArgumentHelp("Only those that this supplier stands on.", valueName: "id"))
    var supplier: String?

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
            ShortlistsList.self, .init(supplier: supplier, limit: Limit(clamping: limit), after: after), files: files,
            language: text.language
        ) { result in
            guard !result.shortlists.isEmpty else { return [text(sv: "Inga urval.", en: "No shortlists.")] }
            var table = Table([
                .init(title: "#", alignment: .right),
                .init(title: text(sv: "Namn", en: "Name"), isFlexible: true),
                .init(title: text(sv: "Leverantörer", en: "Suppliers"), alignment: .right),
                .init(title: text(sv: "Av", en: "By")), .init(title: text(sv: "När", en: "When")),
            ])
            for line in result.shortlists {
                let purpose = line.purpose.map { TextLayout.wrap($0, width: session.terminal.width - 4) } ?? []
                table.add(
                    ["\(line.id)", line.name, "\(line.suppliers)", line.by, String(line.at.text.prefix(10))],
                    notes: purpose.map { session.terminal.dim("    " + $0) })
            }
            return table.lines(for: session.terminal) + Paging.hint(result.next)
        }
        if result.shortlists.isEmpty { throw ExitCode(1) }
    }
}

struct ShortlistGetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show a shortlist with the reasons of that moment and the notes.")

    @Argument(help: "The number of the shortlist; see “torg shortlist list”.")
    var shortlist: Int

    @OptionGroup var text: LanguageOption
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        try await session.run(
            ShortlistsGet.self, .init(shortlist: shortlist), files: files, language: text.language
        ) { ShortlistSheet(terminal: session.terminal, language: text.language).lines($0) }
    }
}

struct ShortlistAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Put suppliers on a shortlist.",
        discussion: """
            With --dossier, place, score and reasons are those of the list or plan that was kept there: “torg match … --keep” prints \
            its dossier. --first takes so many of it from the top.
            """)

    @Argument(help: "The number of the shortlist; see “torg shortlist list”.")
    var shortlist: Int

    @Argument(help: "Ids of suppliers.")
    var suppliers: [String] = []

    @Option(help: ArgumentHelp("The dossier of the list that they are taken from.", valueName: "id"))
    var dossier: String?

    @Option(help: ArgumentHelp("So many of that list from the top.", valueName: "number"))
    var first: Int?

    @Option(help: ArgumentHelp("Why these.", valueName: "words"))
    var reason: String?

    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if suppliers.isEmpty, first == nil { throw ValidationError("Give ids of suppliers, or --first and --dossier.") }
        if let first, !(1...ShortlistsAdd.most).contains(first) {
            throw ValidationError("--first is from 1 to \(ShortlistsAdd.most).")
        }
        if first != nil, dossier == nil { throw ValidationError("--first needs --dossier.") }
    }

    func run() async throws {
        try await Session(options: connection).run(
            ShortlistsAdd.self,
            .init(
                shortlist: shortlist, suppliers: suppliers.isEmpty ? nil : suppliers, dossier: dossier, first: first,
                reason: reason)
        ) {
            [
                text(
                    sv: "\($0.added) tillagda; \($0.shortlist.suppliers) i urvalet \($0.shortlist.name).",
                    en: "\($0.added) added; \($0.shortlist.suppliers) on \($0.shortlist.name).")
            ]
        }
    }
}

struct ShortlistRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take a supplier off a shortlist; who did it and why stay on record.")

    @Argument(help: "The number of the shortlist.")
    var shortlist: Int

    @Argument(help: "The id of the supplier.")
    var supplier: String

    @Option(help: ArgumentHelp("Why.", valueName: "words"))
    var reason: String?

    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Session(options: connection).run(
            ShortlistsRemove.self, .init(shortlist: shortlist, supplier: supplier, reason: reason)
        ) { [text(sv: "\($0.supplier.name) är borttagen.", en: "\($0.supplier.name) was taken off.")] }
    }
}
