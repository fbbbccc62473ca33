import API
import ArgumentParser
import Foundation
import JSONRPC
import Transport

/// `torg collect FOLDER`
struct CollectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract: "Take in the feed files of a drop folder, and put each away once it is committed.",
        discussion: """
            Files are taken by name. What was read goes to done/ in the folder, and what couldn't be read at all to \
            refused/; “torg refusals” says why. A file that is still being written is left for the next time. Where the \
            daemon can't be reached or the store can't take more, the files stay where they are.
            """)

    @Argument(help: "The folder.", completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp(
            "Leave files alone that were written to less than this many seconds ago, where the system can't tell whether someone still writes.",
            valueName: "seconds"))
    var settle = 60

    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if settle < 0 { throw ValidationError("--settle must be 0 or more") }
    }

    func run() async throws {
        do {
            let drop = try DropFolder(path: AbsolutePath.of(folder), settleTime: .seconds(settle))
            var tally: [DropFolder.Outcome?: Int] = [:]
            var stayed: Set<String> = []
            var unfinished: [String] = []
            // What comes while this run is at work starts no run of its own, so it looks again until nothing is new.
            while true {
                let files = try drop.files()
                unfinished = files.unfinished
                let new = files.ready.filter { !stayed.contains($0) }
                if new.isEmpty { break }
                for name in new {
                    let outcome = try await take(name, from: drop)
                    tally[outcome, default: 0] += 1
                    // Only what stays is not tried again: under the name of what was put away, something new may come.
                    if outcome == nil { stayed.insert(name) }
                }
            }
            let left = (tally[nil] ?? 0) + unfinished.count
            if !connection.json {
                for name in unfinished { print("\(name): still being written, left for the next time") }
                print(
                    "\(tally[.done] ?? 0) files taken in, \(tally[.refused] ?? 0) refused, \(left) left where they are")
            }
            if tally[nil] != nil { throw ExitCode(65) }
            if tally[.refused] != nil { throw ExitCode(1) }
        } catch let error as DropFolderError {
            FileHandle.standardError.write(Data("torg: \(error)\n".utf8))
            throw ExitCode(error.exitCode)
        }
    }

    /// - Returns: where the file went; `nil` where it stays because it can't be read, through no fault of what it says.
    /// - Throws: `ExitCode` where no other file would fare better, such as without a daemon.
    private func take(_ name: String, from drop: DropFolder) async throws -> DropFolder.Outcome? {
        do {
            let client = try await RPCClient.connect(to: connection.path)
            let result = try await client.call(FeedImport.self, .init(paths: [drop.path + "/" + name]), timeout: nil)
            let counts = result.notices
            // Some of a file's notices may be refused and the rest be good; only where nothing was is the file refused.
            let outcome: DropFolder.Outcome = counts.refused > 0 && counts.refused == counts.seen ? .refused : .done
            let place = try drop.move(name, to: outcome)
            print(
                connection.json
                    ? String(decoding: try TextEncoder.encode(Taken(file: place, result: result)).bytes, as: UTF8.self)
                    : "\(name): \(counts.seen) notices, \(counts.stored) stored, \(counts.unchanged) unchanged, "
                        + "\(counts.superseded) superseded, \(counts.refused) refused, \(counts.conflicting) conflicting"
            )
            return outcome
        } catch let error as RPCClientError {
            let code = Session.tell(error, socket: connection.path)
            if case .remote(let remote) = error, remote.code == .importFailed { return nil }
            throw code
        }
    }

    /// A line of `--json`.
    private struct Taken: Encodable {
        /// Where the file is now.
        let file: String
        let result: FeedImport.Result
    }
}
