import API
import Foundation
import TestSupport
import Testing
import Transport

/// An import whose client goes away in the middle.
@Suite(.serialized) struct GivenUpImportTests {
    @Test func leavesNoRefusalBehind() async throws {
        let folder = try TemporaryFolder()
        // A reader that never ends the first time, and says when it has begun; from then on it is the real one.
        let reader = folder.path + "/reader"
        try """
        #!/bin/sh
        if [ -e \(folder.path)/begun ]; then exec \(Programs.path("torg-feed")) "$@"; fi
        printf '{"reading":"%s"}\\n' '\(folder.path)/notice.xml'
        mkfifo \(folder.path)/never
        : >\(folder.path)/begun
        exec cat \(folder.path)/never
        """.write(toFile: reader, atomically: true, encoding: .utf8)
        chmod(reader, 0o755)
        try FileManager.default.copyItem(
            atPath: Repository.path("docs/formats/examples/eforms-award-notice.xml"),
            toPath: folder.path + "/notice.xml")
        let daemon = try RunningDaemon(environment: ["TORG_FEEDS_PROGRAM": reader])
        defer { daemon.remove() }
        let client = Process()
        client.executableURL = URL(fileURLWithPath: Programs.path("torg"))
        client.arguments = ["--socket", daemon.socket, "import", folder.path + "/notice.xml"]
        client.standardOutput = FileHandle.nullDevice
        client.standardError = FileHandle.nullDevice
        try client.run()
        while !FileManager.default.fileExists(atPath: folder.path + "/begun") { await Task.yield() }
        kill(client.processIdentifier, SIGKILL)
        client.waitUntilExit()

        // Imports go one after the other, so this one begins when the first has been given up.
        let next = try await daemon.client().call(
            FeedImport.self, .init(paths: [folder.path + "/notice.xml"]), timeout: nil)
        #expect(next.notices.stored == 1)
        let refusals = try await daemon.client().call(RefusalsList.self, .init(limit: 10)).refusals
        #expect(refusals.isEmpty, "refused: \(refusals.map(\.reason))")
    }
}
