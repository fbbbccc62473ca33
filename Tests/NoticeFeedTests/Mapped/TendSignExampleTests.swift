import Foundation
import NoticeFeed
import Procurement
import Testing

/// `config/feeds/tendsign.yaml` against the example export of `docs/formats`.
@Suite struct TendSignExampleTests {
    private var mapping: FeedMapping {
        get throws {
            let root = GoldenOutcomes.folder.deletingLastPathComponent().deletingLastPathComponent()
            return try FeedMapping.load(root.appending(path: "config/feeds/tendsign.yaml").path)
        }
    }

    @Test func theExampleIsReadAsRecorded() throws {
        try GoldenOutcomes.check("tendsign-example.xml", mappings: [mapping])
    }

    @Test func theMappingNamesItself() throws {
        #expect(try mapping.name == "tendsign")
        #expect(try mapping.notice == "Annons")
    }

    static let xmllint = "/usr/bin/xmllint"

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: xmllint), "xmllint is not installed"))
    func theExampleIsValid() throws {
        let process = Process()
        process.executableURL = URL(filePath: Self.xmllint)
        process.currentDirectoryURL = GoldenOutcomes.folder
        process.arguments = ["--noout", "--nonet", "--schema", "tendsign-export.xsd", "tendsign-example.xml"]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
    }
}
