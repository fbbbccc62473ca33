import API
import ArgumentParser
import Procurement

/// `torg note …`: what colleagues should know of a supplier.
struct NoteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Note something on a supplier or a shortlist for colleagues.",
        subcommands: [NoteAddCommand.self, NoteListCommand.self, NoteRemoveCommand.self])
}

struct NoteAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Write a note.")

    @Argument(help: "What it says.")
    var words: String

    @Option(help: ArgumentHelp("The supplier that it is about.", valueName: "id"))
    var supplier: String?

    @Option(help: ArgumentHelp("The shortlist that it belongs to.", valueName: "number"))
    var shortlist: Int?

    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if supplier == nil, shortlist == nil { throw ValidationError("Give --supplier, --shortlist, or both.") }
    }

    func run() async throws {
        try await Session(options: connection).run(
            NotesAdd.self, .init(text: words, supplier: supplier, shortlist: shortlist)
        ) { [text(sv: "Anteckning \($0.note.id) är sparad.", en: "Note \($0.note.id) is kept.")] }
    }
}

struct NoteListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List notes, the latest first.")

    @Option(help: ArgumentHelp("Only on this supplier.", valueName: "id"))
    var supplier: String?

    @Option(help: ArgumentHelp("Only of this shortlist.", valueName: "number"))
    var shortlist: Int?

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
            NotesList.self,
            .init(supplier: supplier, shortlist: shortlist, limit: Limit(clamping: limit), after: after), files: files,
            language: text.language
        ) { result in
            guard !result.notes.isEmpty else { return [text(sv: "Inga anteckningar.", en: "No notes.")] }
            let sheet = ShortlistSheet(terminal: session.terminal, language: text.language)
            return result.notes.flatMap { note in
                let about =
                    note.name ?? note.supplier
                    ?? text(sv: "urval \(note.shortlist ?? 0)", en: "shortlist \(note.shortlist ?? 0)")
                return [session.terminal.bold(about)] + sheet.note(note, indent: "  ")
            } + Paging.hint(result.next)
        }
        if result.notes.isEmpty { throw ExitCode(1) }
    }
}

struct NoteRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Take a note away.")

    @Argument(help: "The number of the note; see “torg note list”.")
    var note: Int

    @OptionGroup var text: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Session(options: connection).run(NotesRemove.self, .init(note: note)) {
            [text(sv: "Anteckning \($0.note.id) är borttagen.", en: "Note \($0.note.id) was taken away.")]
        }
    }
}
