import ArgumentParser
import Glibc
import NoticeFeed
import Procurement

/// Reads feed files and prints what became of each notice, one JSON object a line.
@main
struct TorgFeed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "torg-feed",
        abstract: "Read notices out of feed files: XML, .gz, .tar, .tar.gz, .zip, or folders of them.",
        discussion: """
            Prints one JSON object a line: {"notice": …, "position": …} or {"refusal": …}.
            Exit codes: 0 done, 1 something was refused, 64 usage, 65 nothing could be read, 75 output failed.
            """)

    @Argument(help: "Files and folders to read.")
    var paths: [String] = []

    @Flag(help: "Take the paths from standard input, each ended by a NUL.")
    var pathsFromStdin = false

    @Flag(help: "Print a table of what was read instead.")
    var summary = false

    @Flag(help: "Also print {\"reading\": PATH} before each file, for whoever must know where reading ended.")
    var announce = false

    @OptionGroup var confinement: Confinement

    func validate() throws {
        if paths.isEmpty, !pathsFromStdin { throw ValidationError("Give at least one file or folder to read.") }
    }

    func run() throws {
        // A reader that has seen enough closes its end of the pipe; that is no reason to die of a signal.
        signal(SIGPIPE, SIG_IGN)
        try confinement.apply()
        let session = FeedSession(
            reader: FeedReader(), printsOutcomes: !summary, announces: announce, confinement: confinement)
        do {
            for path in paths { try session.read(path) }
            if pathsFromStdin { try StandardInputPaths.each(session.read) }
            try session.finish(summary: summary)
        } catch OutputError.closed {
            return
        } catch let error as OutputError {
            StandardError.print("torg-feed: \(error)")
            throw ExitCode(75)
        }
        if session.tally.refused > 0 { throw ExitCode(session.tally.notices > 0 ? 1 : 65) }
    }
}
