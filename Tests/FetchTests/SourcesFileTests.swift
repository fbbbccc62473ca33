import Foundation
import StrictYAML
import Testing

@testable import Fetch

@Suite struct SourcesFileTests {
    private func read(_ text: String, _ environment: [String: String] = [:]) throws -> FetchSettings {
        try SourcesFile.read(
            YAMLNode(parsing: text, file: "sources.yaml"), path: "sources.yaml", environment: environment)
    }

    private func issues(_ text: String) -> [String] {
        do {
            _ = try read(text)
            return []
        } catch {
            return (error as? ConfigurationError)?.issues.map(\.description) ?? ["\(error)"]
        }
    }

    @Test func nothingIsNoMistake() throws {
        let settings = try read("", ["STATE_DIRECTORY": "/s"])
        #expect(settings.sources.isEmpty)
        #expect(settings.stateFolder == "/s")
    }

    @Test func tellsAllMistakesAtOnce() {
        let found = issues(
            """
            contact: ekby
            pause: 1
            certificate: x
            sources:
              - kind: ted
                countries: [SE, Sverige]
                since: 2026-02-30
              - kind: scb
                every_days: 6
              - kind: tedd
              - kind: https
                address: http://example.org/a.xml
              - kind: https
                address: https://anna:secret@example.org/a.xml
                name: b
              - kind: https
                name: c
                address: https://example.org/a.xml
                user: anna
                credential: ../passwd
              - kind: sftp
                address: sftp://example.org/x/
                user: anna
                host_key: MD5:1
            """)
        #expect(found.count == 12, "\(found.joined(separator: "\n"))")
        #expect(found.contains("sources.yaml:3: certificate: unknown key; did you mean certificates?"))
        #expect(found.contains { $0.hasPrefix("sources.yaml:7: sources[1].since: “2026-02-30” is no day") })
        #expect(found.contains { $0.contains("nothing is fetched without encryption") })
        #expect(!found.contains { $0.contains("secret@") })
    }

    @Test func aNightHoldsTheLargestFile() throws {
        let start = "contact: mailto:a@b.se\nsources:\n  - kind: scb\n"
        #expect(
            issues(start + "    most: 1 MiB\n") == [
                "sources.yaml:4: sources[1].most: is less than largest; write as much at least, or lower largest"
            ])
        let source = try #require(try read(start + "    largest: 32 GiB\n").sources.first)
        #expect(source.most == 32 << 30)
    }

    @Test func aNameStandsOnce() {
        let found = issues("contact: mailto:a@b.se\nsources:\n  - kind: scb\n  - kind: scb\n")
        #expect(found == ["sources.yaml:4: sources[2].name: “scb” stands twice; give each source a name of its own"])
    }

    /// What `config/sources.yaml` has commented out can be used, and names every key.
    @Test func theShippedFileExplainsEveryKey() throws {
        var folder = URL(filePath: #filePath)
        while !FileManager.default.fileExists(atPath: folder.appending(path: "config/sources.yaml").path) {
            folder.deleteLastPathComponent()
        }
        let text = try String(contentsOf: folder.appending(path: "config/sources.yaml"), encoding: .utf8)
        #expect(try read(text).sources.isEmpty)
        let uncommented = text.split(separator: "\n").compactMap { line -> String? in
            let rest = line.drop { $0 == " " }
            guard rest.hasPrefix("#"), !rest.hasPrefix("# ") || line.hasPrefix("  #  ") else { return nil }
            return line.prefix { $0 == " " } + String(rest.dropFirst())
        }
        let settings = try read(uncommented.joined(separator: "\n"))
        #expect(Set(settings.sources.map(\.kind)) == Set(SourceKind.allCases))
        // The values that stand there are those that hold without them.
        let plain = try read(
            "contact: https://www.ekby.example.org/torg\nsources:\n  - {kind: ted, countries: [SE], since: 2026-01-01}\n"
        )
        #expect(settings.dropFolder == plain.dropFolder)
        #expect(settings.stateFolder == plain.stateFolder)
        var limits = settings.limits
        limits.certificates = nil
        #expect(limits == plain.limits)
        #expect("\(settings.sources[0])" == "\(plain.sources[0])")
    }
}
