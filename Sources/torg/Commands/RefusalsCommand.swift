import API
import ArgumentParser

/// `torg refusals`
struct RefusalsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refusals",
        abstract: "List what the imports refused, the latest first, with file, line and reason.")

    @Option(name: .shortAndLong, help: "How many at most.")
    var limit = 20

    @Option(help: ArgumentHelp("Go on where an earlier answer ended.", valueName: "cursor"))
    var after: String?

    @OptionGroup var files: FileArguments
    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        let session = Session(options: connection)
        try await session.run(
            RefusalsList.self, .init(limit: Limit(clamping: limit), after: after), files: files,
            language: speech.language
        ) { result in
            guard !result.refusals.isEmpty else { return [speech(sv: "Inget avvisades.", en: "Nothing was refused.")] }
            let lines = result.refusals.flatMap { refusal in
                let place = refusal.file + (refusal.line.map { ":\($0)" } ?? "")
                return [session.terminal.bold("\(place): \(refusal.reason)")]
                    + TextLayout.wrap(refusal.detail, width: session.terminal.width - 2).map { "  " + $0 }
            }
            return lines + Paging.hint(result.next)
        }
    }
}
