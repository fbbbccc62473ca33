import API
import ArgumentParser
import Foundation
import Procurement
import Sheets
import Transport

/// `torg digest`
struct DigestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest", abstract: "Tell what is new to your watches.",
        discussion: "What you haven't noted as seen; with --since or --all, the rest too.")

    @Option(help: ArgumentHelp("All that was found on this day or later, seen or not.", valueName: "day"))
    var since: CalendarDate?

    @Flag(help: "All news, seen or not.")
    var all = false

    @Option(help: ArgumentHelp("Only of the watch of this number.", valueName: "number"))
    var watch: Int?

    @Flag(help: "Note what is shown as seen.")
    var markSeen = false

    @Option(name: .shortAndLong, help: "How many at most: 1 to 1000.")
    var limit = 200

    @Option(
        help: ArgumentHelp("Write the news as an Atom feed to this file.", valueName: "file"), completion: .file())
    var atom: String?

    @OptionGroup var speech: LanguageOption
    @OptionGroup var files: FileArguments
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard Limit.range.contains(limit) else { throw ValidationError("--limit is from 1 to 1000.") }
    }

    func run() async throws {
        let session = Session(options: connection, language: speech.language)
        let sheet = WatchSheet(terminal: session.terminal, language: speech.language)
        let parameters = WatchesNews.Parameters(
            watch: watch, unseen: since == nil && !all, since: since, limit: Limit(clamping: limit))
        let result = try await session.run(WatchesNews.self, parameters, files: files, language: speech.language) {
            sheet.digest($0)
        }
        if let atom { try write(result.news, to: atom) }
        if markSeen, !result.news.isEmpty { try await note(result) }
        if result.news.isEmpty { throw ExitCode(1) }
    }

    private func write(_ news: [NewsLine], to file: String) throws {
        do {
            let feed = AtomFeed(news, of: NSUserName(), in: speech.language, at: .now)
            try WholeFile.write(Array(feed.text.utf8), to: file)
        } catch {
            throw Session.tell(error, socket: connection.path, language: speech.language)
        }
    }

    /// Notes as seen what was shown, and not what the page had no room for.
    private func note(_ result: WatchesNews.Result) async throws {
        let shown = result.news.map(\.id)
        do {
            let client = try await RPCClient.connect(to: connection.path)
            let marked = try await client.call(
                WatchesSeen.self, .init(through: shown.max() ?? 0, from: shown.min(), watch: watch)
            ).marked
            if !connection.json, files.csv != "-" {
                Output.lines([speech(sv: "\(marked) är noterade som sedda.", en: "\(marked) are noted as seen.")])
            }
        } catch {
            throw Session.tell(error, socket: connection.path, language: speech.language)
        }
    }
}
