import API
import Foundation
import JSON
import JSONRPC
import TestSupport
import Testing
import Transport

/// Feed files made to hurt, through the daemon and its reader: each ends in time, with a reason, and the import goes on.
@Suite(
    .serialized,
    .enabled(if: Programs.areRelease, "only the release programs are fast enough: set TORG_BIN"))
struct HostileFeedTests {
    @Test func everyBombEndsInTimeWithAReasonAndTheImportGoesOn() async throws {
        let folder = try TemporaryFolder()
        let bombs = try HostileFeeds(in: folder.path + "/feed").folder
        var files = try FileManager.default.contentsOfDirectory(atPath: bombs).sorted().map { "\(bombs)/\($0)" }
        if let corpus = Corpora.folder {
            let hostile = corpus + "/hostile/xml"
            files += try FileManager.default.contentsOfDirectory(atPath: hostile).sorted().map { "\(hostile)/\($0)" }
        }
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let client = try await daemon.client()

        var slowest = (name: "", seconds: 0.0)
        for file in files {
            let before = try readerSeconds(of: daemon)
            let result = try await client.call(FeedImport.self, .init(paths: [file]), timeout: nil)
            let seconds = try readerSeconds(of: daemon) - before
            #expect(seconds < 2, "\(file)")
            #expect(result.notices.refused >= 1, "\(file)")
            #expect(result.notices.stored == 0, "\(file)")
            if seconds > slowest.seconds { slowest = (file, seconds) }
        }
        let refusals = try await client.call(RefusalsList.self, .init(limit: 1000)).refusals
        #expect(refusals.allSatisfy { !$0.reason.isEmpty && !$0.detail.isEmpty })
        // Nothing was stopped by force: the limits of the reader itself were enough.
        #expect(refusals.filter { $0.reason == "reader-died" }.map(\.file) == [])
        print("\(files.count) hostile files, the slowest \(slowest.name) with \(slowest.seconds) s of processor time")

        // All at once, with a good file before, between and after them.
        for name in ["0-good.xml", "many-good.xml", "zz-good.xml"] {
            try
                "<ContractNotice><ID>\(name)</ID><ProcurementProject><Name>x</Name></ProcurementProject></ContractNotice>"
                .write(
                    toFile: "\(bombs)/\(name)", atomically: true, encoding: .utf8)
        }
        let all = try await client.call(FeedImport.self, .init(paths: [bombs]), timeout: nil)
        #expect(all.notices.stored == 3)
    }

    /// Processor time of all readers that have ended: times of children in `/proc/PID/stat` (proc(5)), by the clock tick.
    private func readerSeconds(of daemon: RunningDaemon) throws -> Double {
        let text = try String(contentsOfFile: "/proc/\(daemon.pid)/stat", encoding: .utf8)
        let fields = text[text.index(after: try #require(text.lastIndex(of: ")")))...].split(separator: " ")
        // The state, field 3 of the manual, is the first here.
        return (try #require(Double(fields[13])) + #require(Double(fields[14]))) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
