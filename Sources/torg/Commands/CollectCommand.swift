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
        abstract: "Take in the files of a drop folder, and put each away once it is committed.",
        discussion: """
            Files are taken by name, those in folders too: notices, registers of firms, lists of codes; which of them one is \
            shows in its content. What was read goes to done/ in the folder, and what couldn't be read at all to \
            refused/; “torg refusals” says why. A public register's file, which names natural persons, is taken away once it is \
            committed. A file that is still being written is left for the next time; links are never taken, and told. Where the \
            daemon can't be reached or the store can't take more, the files stay where they are.

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
            let path = drop.path + "/" + name
            let taken: Taken
            switch DropKind(path: path) {
            case .register:
                taken = Taken(try await client.call(SuppliersImport.self, .init(path: path), timeout: nil))
            case .codes: taken = Taken(try await client.call(CodesImport.self, .init(path: path), timeout: nil))
            case .feed: taken = Taken(try await client.call(FeedImport.self, .init(paths: [path]), timeout: nil))
            case .other(let words):
                var found = Taken(try await client.call(FeedImport.self, .init(paths: [path]), timeout: nil))
                found.words = "it is \(words). " + found.words
                taken = found
            }
            if taken.namesPersons, taken.outcome == .done {
                try drop.remove(name)
                tell(taken, name, place: nil)
            } else {
                tell(taken, name, place: try drop.move(name, to: taken.outcome))
            }
            return taken.outcome
        } catch let error as RPCClientError {
            let code = Session.tell(error, socket: connection.path)
            guard case .remote(let remote) = error else { throw code }
            if remote.code == .importFailed { return try putAway(name, in: drop, remote.message) }
            // Whoever calls this again and again for a daemon that isn't there is not to do so for a disk that is full.
            throw remote.code == .storeUnavailable ? ExitCode(74) : code
        }
    }

    /// What no register or list of codes is can't become one; what can't be opened may yet be.
    private func putAway(_ name: String, in drop: DropFolder, _ reason: String) throws -> DropFolder.Outcome? {
        guard FileManager.default.isReadableFile(atPath: drop.path + "/" + name),
            DropKind(path: drop.path + "/" + name) != .feed
        else { return nil }
        let place = try drop.move(name, to: .refused)
        if connection.json { Output.json((["file": .string(place), "refused": .string(reason)] as JSONValue).bytes) }
        return .refused
    }

    /// - Parameter place: where the file is now; `nil` where it was taken away.
    private func tell(_ taken: Taken, _ name: String, place: String?) {
        guard connection.json else { return Output.lines(["\(name): \(taken.words)"]) }
        var told = JSONObject([
            .init(name: "file", value: .string(place ?? name)), .init(name: "result", value: taken.result),
        ])
        if place == nil { told["removed"] = .bool(true) }
        Output.json(JSONValue.object(told).bytes)
    }

    private func tell(_ entry: LeftEntry) {
        if !connection.json { return Output.lines(["\(entry.name): \(entry.text)"]) }
        let left: JSONValue = ["file": .string(entry.name), "left": .string(entry.reason.rawValue)]
        Output.json(left.bytes)
    }
}

/// What came of one file.
private struct Taken {
    var words: String
    var outcome: DropFolder.Outcome
    /// As the daemon answered.
    var result: JSONValue
    var namesPersons = false

    init(_ result: FeedImport.Result) {
        let counts = result.notices
        words =
            "\(counts.seen) notices, \(counts.stored) stored, \(counts.unchanged) unchanged, "
            + "\(counts.superseded) superseded, \(counts.refused) refused, \(counts.conflicting) conflicting"
            + (counts.foreign > 0 ? ", \(counts.foreign) foreign" : "")
        // Some of a file's notices may be refused and the rest be good; only where nothing was is the file refused.
        outcome = counts.refused > 0 && counts.refused == counts.seen ? .refused : .done
        self.result = (try? JSONValue(writing: result)) ?? .null
    }

    init(_ result: SuppliersImport.Result) {
        words = RegisterText.lines(result).joined(separator: " ")
        outcome = result.refused > 0 && result.refused == result.seen ? .refused : .done
        self.result = (try? JSONValue(writing: result)) ?? .null
        namesPersons = result.source != nil
    }

    init(_ result: CodesImport.Result) {
        words =
            "\(result.seen) codes, \(result.stored) stored, \(result.unchanged) unchanged, \(result.refused) refused"
        outcome = result.refused > 0 && result.refused == result.seen ? .refused : .done
        self.result = (try? JSONValue(writing: result)) ?? .null
    }
}
