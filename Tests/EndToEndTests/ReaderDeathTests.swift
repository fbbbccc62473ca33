import API
import Foundation
import TestSupport
import Testing
import Transport

/// The reader dies in the middle of a file: that file is refused with a reason, and the import goes on with the next.
@Suite(.serialized) struct ReaderDeathTests {
    /// How the reader that has begun the file `b.xml` ends.
    enum Death: String, CaseIterable {
        case killed = "kill -KILL $$"
        case crashed = "kill -SEGV $$"
        case timedOut = "kill -ALRM $$"
        /// The kernel ends it, as it does one that has used up the processor time of `feeds.cpu_time`.
        case outOfProcessorTime = "ulimit -S -t 1; while :; do :; done"
        case gaveUp = "exit 3"

        /// Words of the refusal.
        var words: String {
            switch self {
            case .killed, .timedOut, .outOfProcessorTime: "more processor time, memory or wall time"
            case .crashed: "signal 11"
            case .gaveUp: "exited(3)"
            }
        }
    }

    /// Three files, of which the reader dies over the second: by a program in its place where `death` is given, which
    /// becomes the real one when it is started anew.
    private func importing(
        _ second: String, deathBy script: String, setup: String = ""
    ) async throws -> (result: FeedImport.Result, refusals: [Refusal]) {
        let folder = try TemporaryFolder()
        let notice = { (id: String) in
            "<ContractNotice><ID>\(id)</ID><ProcurementProject><Name>x</Name></ProcurementProject></ContractNotice>"
        }
        let paths = ["a", "b", "c"].map { "\(folder.path)/\($0).xml" }
        for (path, text) in zip(paths, [notice("a"), second, notice("c")]) {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let program = folder.path + "/reader"
        let reader = Programs.path("torg-feed")
        // Making a folder succeeds once.
        let first = script.isEmpty ? "false" : "mkdir '\(folder.path)/begun' 2>/dev/null"
        let text = """
            #!/bin/sh
            \(setup)
            if \(first); then
                '\(reader)' --announce '\(paths[0])'
                echo '{"reading":"\(paths[1])"}'
                \(script)
            fi
            exec '\(reader)' "$@"
            """
        try text.write(toFile: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let daemon = try RunningDaemon(environment: ["TORG_FEEDS_PROGRAM": program])
        defer { daemon.remove() }
        let client = try await daemon.client()
        let result = try await client.call(FeedImport.self, .init(paths: paths), timeout: nil)
        let found = try await client.call(NoticesFind.self, .init()).notices.map(\.id).sorted()
        #expect(found == ["a", "c"], "what was read before and after it is there")
        return (result, try await client.call(RefusalsList.self, .init()).refusals)
    }

    @Test(arguments: Death.allCases)
    func theFileIsRefusedAndTheImportGoesOn(death: Death) async throws {
        let (result, refusals) = try await importing("<ContractNotice/>", deathBy: death.rawValue)
        #expect(result.notices.stored == 2)
        #expect(result.notices.refused == 1)
        let refusal = try #require(refusals.first)
        #expect(refusal.reason == "reader-died")
        #expect(refusal.file.hasSuffix("/b.xml"))
        #expect(refusal.detail.contains(death.words), "\(refusal.detail)")
    }

    /// The real reader under a limit that this notice is too large for.
    @Test func theReaderRunsOutOfMemory() async throws {
        let large =
            "<ContractNotice><ID>b</ID>" + String(repeating: "<a>xxxxxxxxxxxx</a>", count: 900_000)
            + "</ContractNotice>"
        let (result, refusals) = try await importing(large, deathBy: "", setup: "ulimit -v 131072")
        #expect(result.notices.stored == 2)
        #expect(refusals.map(\.reason) == ["reader-died"])
        #expect(refusals[0].detail.contains("memory"))
    }
}
