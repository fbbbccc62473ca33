import API
import ArgumentParser
import Foundation
import JSON
import JSONRPC
import Transport

/// `torg collect FOLDER`
struct CollectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract: "Take in the feed files of a drop folder, and put each away once it is committed.",
        discussion: """
            Files are taken by name. What was read goes to done/ in the folder, and what couldn't be read at all to \
            refused/; “torg refusals” says why. A file that is still being written is left for the next time; folders and \
            links are never taken, and told. Where the daemon can't be reached or the store can't take more, the files stay \
            where they are.

            Exit codes: 0 done, 1 done and a file was refused, 65 a file can't be read, 69 the daemon isn't there, 74 the \
            store can't take more (a full disk, above all) or a file can't be moved, 75 another run is at work.
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
            let drop = try DropFolder(path: try AbsolutePath.of(folder), settleTime: .seconds(settle))
            var tally: [DropFolder.Outcome?: Int] = [:]
            var stayed: Set<String> = []
            var left: [LeftEntry] = []
            // What comes while this run is at work starts no run of its own, so it looks again until nothing is new.
            while true {
                let files = try drop.files()
                left = files.left
                let new = files.ready.filter { !stayed.contains($0) }
                if new.isEmpty { break }
                for name in new {
                    let outcome = try await take(name, from: drop)
                    tally[outcome, default: 0] += 1
                    // Only what stays is not tried again: under the name of what was put away, something new may come.
                    if outcome == nil { stayed.insert(name) }
                }
            }
            for entry in left { tell(entry) }
            if !connection.json {
                let staying = (tally[nil] ?? 0) + left.count
                Output.lines([
                    "\(tally[.done] ?? 0) files taken in, \(tally[.refused] ?? 0) refused, \(staying) left where they are"
                ])
            }
            if tally[nil] != nil { throw ExitCode(65) }
            if tally[.refused] != nil { throw ExitCode(1) }
        } catch let error as DropFolderError {
            Output.error(["\(error)"])
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
            if connection.json {
                // Where the file is now.
                let taken: JSONValue = ["file": .string(place), "result": try JSONValue(writing: result)]
                Output.json(taken.bytes)
            } else {
                Output.lines([
                    "\(name): \(counts.seen) notices, \(counts.stored) stored, \(counts.unchanged) unchanged, "
                        + "\(counts.superseded) superseded, \(counts.refused) refused, \(counts.conflicting) conflicting"
                        + (counts.foreign > 0 ? ", \(counts.foreign) foreign" : "")
                ])
            }
            return outcome
        } catch let error as RPCClientError {
            let code = Session.tell(error, socket: connection.path)
            guard case .remote(let remote) = error else { throw code }
            if remote.code == .importFailed { return nil }
            // Whoever calls this again and again for a daemon that isn't there is not to do so for a disk that is full.
            throw remote.code == .storeUnavailable ? ExitCode(74) : code
        }
    }

    private func tell(_ entry: LeftEntry) {
        if !connection.json { return Output.lines(["\(entry.name): \(entry.text)"]) }
        let left: JSONValue = ["file": .string(entry.name), "left": .string(entry.reason.rawValue)]
        Output.json(left.bytes)
    }
}
