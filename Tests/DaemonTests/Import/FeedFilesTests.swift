import Foundation
import Procurement
import TestSupport
import Testing

@testable import Daemon

@Suite struct FeedFilesTests {
    /// Whatever a folder holds is read or refused, but for what is hidden.
    @Test func passesNothingOverUnsaid() throws {
        let temporary = try TemporaryFolder()
        let folder = temporary.path
        for name in ["sub", "elsewhere"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        for name in ["b.xml", "sub/å.xml", ".hidden"] {
            try "<a/>".write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
        }
        try FileManager.default.createSymbolicLink(atPath: folder + "/c.xml", withDestinationPath: folder + "/b.xml")
        try FileManager.default.createSymbolicLink(atPath: folder + "/loop", withDestinationPath: folder)
        try FileManager.default.createSymbolicLink(atPath: folder + "/nowhere", withDestinationPath: folder + "/gone")
        #expect(mkfifo(folder + "/pipe", 0o600) == 0)
        let descriptor = open(
            Array("\(folder)/a".utf8CString.dropLast()) + [CChar(bitPattern: 0xF6), 0], O_CREAT | O_WRONLY, 0o600)
        close(descriptor)
        let found = try FeedFiles([folder])
        #expect(found.files == ["b.xml", "c.xml", "sub/å.xml"].map { "\(folder)/\($0)" })
        #expect(
            found.refusals.map { "\($0.position.file.dropFirst(folder.count + 1)) \($0.reason)" }
                == ["a\u{FFFD} file-name", "loop not-a-file", "nowhere not-a-file", "pipe not-a-file"])
        #expect(found.count == 7)
    }

    @Test func aPathMustLeadSomewhere() {
        #expect(throws: ImportError.self) { try FeedFiles(["relative"]) }
        #expect(throws: ImportError.self) { try FeedFiles(["/nowhere/at/all"]) }
    }
}
