import API
import Foundation
import GRDB
import Synchronization
import Testing
import Transport

/// A list of codes is imported whole or not at all.
@Suite(.serialized) struct CodeListTests {
    /// The daemon is killed while it takes in a list that renames every code: after the restart either the old names are
    /// there or the new ones, never some of each.
    @Test func aListCutShortLeavesTheOldOne() async throws {
        let codes = (10_000_000..<10_020_000).map { "\($0)" }
        let daemon = try RunningDaemon()
        var folder: String { daemon.folder }
        defer { daemon.remove() }
        func write(_ word: String) throws -> String {
            let path = "\(folder)/\(word).csv"
            try (["code,label_en"] + codes.map { "\($0),\(word) \($0)" }).joined(separator: "\n")
                .write(toFile: path, atomically: true, encoding: .utf8)
            return path
        }
        let first = try await daemon.client().call(CodesImport.self, .init(path: try write("old")), timeout: nil)
        #expect(first.stored == codes.count)
        let new = try write("new")
        let before = try logTime(folder)
        let isOver = Mutex(false)
        let importing = Task {
            defer { isOver.withLock { $0 = true } }
            _ = try await daemon.client().call(CodesImport.self, .init(path: new), timeout: nil)
        }
        // The log is written to: that the import has begun, that its labels are being committed, or that it is over.
        while try logTime(folder) == before, !isOver.withLock({ $0 }) { await Task.yield() }
        daemon.stop(SIGKILL)
        _ = await importing.result

        let again = try RunningDaemon(folder: folder)
        defer { again.stop() }
        let words = try labels(folder)
        #expect(words == ["old"] || words == ["new"])
        let client = try await again.client()
        #expect(try await client.call(StoreCheck.self, .init(), timeout: nil).problems == [])
        let done = try await client.call(CodesImport.self, .init(path: new), timeout: nil)
        #expect(done.stored + done.unchanged == codes.count)
        #expect(try labels(folder) == ["new"])
    }

    private func logTime(_ folder: String) throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: folder + "/torg.sqlite-wal")[.modificationDate] as? Date
    }

    /// The first words of all labels, read by SQLite alone.
    private func labels(_ folder: String) throws -> Set<String> {
        try DatabaseQueue(path: folder + "/torg.sqlite", configuration: .readOnly).read {
            try String.fetchSet($0, sql: "SELECT DISTINCT substr(english, 1, 3) FROM cpv_labels")
        }
    }
}

extension GRDB.Configuration {
    fileprivate static var readOnly: GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        return configuration
    }
}
