import Foundation
import TestSupport
import Testing

@testable import Daemon

/// A file that others read while it is written.
@Suite struct TextfileWriterTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func isWholeAtEveryMomentAndReadableForAll() async throws {
        let path = folder.file("torg.prom")
        let writer = TextfileWriter(path: path)
        let texts = ["a", "b"].map { String(repeating: "\($0)\n", count: 100_000) }
        try writer.write(texts[0])
        let reading = Task { () -> [String] in
            var others: [String] = []
            while !Task.isCancelled {
                let text = try String(contentsOfFile: path, encoding: .utf8)
                if !texts.contains(text) { others.append(text) }
            }
            return others
        }
        for round in 0..<50 { try writer.write(texts[round % 2]) }
        reading.cancel()
        #expect(try await reading.value.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["torg.prom"])
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o644)
    }

    @Test func leavesTheOldOneWhereTheNewOneCannotBeMade() throws {
        // A folder stands where the file should: nothing can be moved there.
        let path = folder.file("torg.prom")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        try Data().write(to: URL(filePath: path + "/x"))
        #expect(throws: TextfileWriter.Failure.self) { try TextfileWriter(path: path).write("new\n") }
        #expect(throws: TextfileWriter.Failure.self) {
            try TextfileWriter(path: folder.file("none/a.prom")).write("")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["torg.prom"])
    }
}
