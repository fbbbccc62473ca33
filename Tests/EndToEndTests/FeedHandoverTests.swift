import API
import Foundation
import TestSupport
import Testing
import Transport

/// What the daemon hands to the process that reads feeds: standard streams and a list of paths, and nothing else.
@Suite struct FeedHandoverTests {
    @Test func theReaderGetsNoStoreNoSocketAndNoEnvironment() async throws {
        let folder = try TemporaryFolder()
        // In the reader's place: notes what it was started with, and becomes the reader.
        let program = folder.path + "/reader"
        try """
        #!/bin/sh
        for descriptor in /proc/$$/fd/*; do readlink "$descriptor"; done > '\(folder.path)/descriptors'
        grep flags: /proc/$$/fdinfo/0 > '\(folder.path)/access'
        tr '\\0' '\\n' < /proc/$$/environ > '\(folder.path)/environment'
        exec '\(Programs.path("torg-feed"))' "$@"
        """.write(toFile: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)

        let daemon = try RunningDaemon(environment: ["TORG_FEEDS_PROGRAM": program, "SECRET": "of the daemon"])
        defer { daemon.remove() }
        let result = try await daemon.client().call(
            FeedImport.self, .init(paths: [Repository.path("Fixtures/notices/tendsign")]), timeout: nil)
        #expect(result.notices.stored > 0)

        let descriptors = try String(contentsOfFile: folder.path + "/descriptors", encoding: .utf8).split(
            separator: "\n")
        #expect(descriptors.count { $0.hasPrefix("pipe:") } == 2)
        // The shell itself has its script open, and the list that it writes.
        let own = [program, folder.path + "/descriptors"]
        let others = descriptors.filter { !$0.hasPrefix("pipe:") && !own.contains(String($0)) }
        // The list of paths, in a file that no folder shows.
        #expect(others.count == 1)
        #expect(others.allSatisfy { $0.contains("/torg-paths-") && $0.hasSuffix(" (deleted)") }, "\(others)")
        let access = try String(contentsOfFile: folder.path + "/access", encoding: .utf8)
        #expect(access.split(separator: "\n").last?.hasSuffix("0") == true, "for reading alone: \(access)")
        #expect(try String(contentsOfFile: folder.path + "/environment", encoding: .utf8) == "LC_ALL=C.UTF-8\n")
    }
}
