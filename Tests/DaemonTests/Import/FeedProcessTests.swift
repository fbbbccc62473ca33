import Foundation
import Procurement
import TestSupport
import Testing

@testable import Daemon

/// What the daemon makes of its reader, with scripts in the reader's place.
@Suite struct FeedProcessTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A reader that announces each file and refuses it; before that it does what `script` says with `$file`.
    private func reader(_ script: String) throws -> FeedProcess {
        try process(
            """
            for file in $(tr '\\0' '\\n'); do
                printf '{"reading":"%s"}\\n' "$file"
                \(script)
                printf '{"refusal":{"detail":"d","position":{"file":"%s","line":1},"reason":"r"}}\\n' "$file"
            done
            exit 1
            """)
    }

    private func process(_ script: String) throws -> FeedProcess {
        let path = try folder.write("#!/bin/sh\n" + script, to: "reader")
        #expect(chmod(path, 0o755) == 0)
        let feeds = Configuration.Feeds(
            program: path, mappings: "/mappings", cpuTime: .seconds(7), wallTime: .seconds(8), memoryBytes: 9 << 20,
            fileBytes: 10, countries: [])
        return FeedProcess(program: path, feeds)
    }

    private func read(_ process: FeedProcess, _ files: [String]) async throws -> [Refusal] {
        var refusals: [Refusal] = []
        try await process.read(files) { outcome in
            if case .refusal(let refusal) = outcome { refusals.append(refusal) }
        }
        return refusals
    }

    @Test func handsOnEachFileInItsOrder() async throws {
        let refusals = try await read(try reader(""), ["/b", "/a", "/c"])
        #expect(refusals.map(\.position.file) == ["/b", "/a", "/c"])
    }

    @Test func tellsTheReaderItsLimitsAndMappings() async throws {
        let list = folder.file("arguments")
        _ = try await read(try process("cat >/dev/null; echo \"$@\" >\(list)"), ["/a"])
        #expect(
            try String(contentsOfFile: list, encoding: .utf8)
                == "--announce --cpu-seconds 7 --wall-seconds 8 --memory 9 --file-bytes 10 --mappings /mappings "
                + "--paths-from-stdin\n")
    }

    @Test(arguments: [
        ("SEGV", "was ended by signal 11"), ("XCPU", "more processor time, memory or wall time"),
        ("KILL", "more processor time, memory or wall time"),
    ])
    func aReaderThatDiesCostsTheFileItDiedOfAndNoOther(signal: String, reason: String) async throws {
        let refusals = try await read(
            try reader("[ \"$file\" = /b ] && ulimit -c 0 && kill -\(signal) $$"), ["/a", "/b", "/c"])
        #expect(refusals.map(\.position.file) == ["/a", "/b", "/c"])
        #expect(refusals.map(\.reason) == ["r", "reader-died", "r"])
        #expect(refusals[1].detail.contains(reason), "\(refusals[1].detail)")
    }

    @Test func aReaderThatNeverBeginsIsNoFaultOfTheFile() async throws {
        let process = try process("cat >/dev/null; echo 'no such library' >&2; exit 3")
        let error = await #expect(throws: ImportError.self) { _ = try await read(process, ["/a"]) }
        let words = try #require(error).description
        #expect(words.contains("no such library") && words.contains("feeds.program"))
    }

    @Test func aReaderThatEndsBeforeItHasReadItsPathsIsToldOf() async throws {
        let files = (0..<20_000).map { "/a/folder/with/a/name/of/some/length/\($0).xml" }
        for _ in 0..<3 {
            let process = try process("echo 'no such library' >&2; exit 3")
            let error = await #expect(throws: ImportError.self) { _ = try await read(process, files) }
            #expect(try #require(error).description.contains("no such library"))
        }
    }

    @Test func manyPathsAllArrive() async throws {
        let files = (0..<20_000).map { "/a/folder/with/a/name/of/some/length/\($0).xml" }
        let count = folder.file("count")
        _ = try await read(try process("tr '\\0' '\\n' | tail -n 1 >\(count)"), files)
        #expect(try String(contentsOfFile: count, encoding: .utf8) == (files.last ?? "") + "\n")
    }

    @Test func whatTheStoreThrowsEndsTheReading() async throws {
        struct Full: Error {}
        let process = try reader("")
        await #expect(throws: Full.self) { try await process.read(["/a", "/b"]) { _ in throw Full() } }
    }

    @Test func aListOfCodesMayDieToo() async throws {
        let outcomes = try await reader("ulimit -c 0; kill -SEGV $$").codes(in: "/codes.gc")
        guard case .refusal(let refusal)? = outcomes.last, outcomes.count == 1 else {
            Issue.record("not one refusal: \(outcomes)")
            return
        }
        #expect(refusal.reason == "reader-died" && refusal.position.file == "/codes.gc")
    }
}
