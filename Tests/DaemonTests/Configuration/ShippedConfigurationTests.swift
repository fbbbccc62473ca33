import Foundation
import Procurement
import StrictYAML
import TestSupport
import Testing

@testable import Daemon

/// The files in `config/`, as they are shipped.
@Suite struct ShippedConfigurationTests {
    static func text(_ name: String) throws -> String { try Repository.text("config/" + name) }

    /// The file with every key that was commented out in force: `#key: value`, where prose has a space after its `#`.
    static func uncommented(_ name: String) throws -> String {
        try text(name).split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.replacing(/^( *)#([a-z_]+:.*)$/) { "\($0.output.1)\($0.output.2)" }
        }.joined(separator: "\n")
    }

    private func load() throws -> Configuration {
        var source = ConfigurationSource.process()
        source.environment = [:]
        return try ConfigurationLoader(source: source, signals: [])
            .load(file: Repository.path("config/torg.yaml"))
    }

    @Test func loadAsTheyAre() throws {
        let matching = try load().matching
        #expect(matching.categories.count >= 15)
        #expect(matching.categories.contains { $0.id == "it" })
        #expect(matching.challenges.count == 8)
        #expect(matching.challenges.contains { $0.id == "fossilfria-transporter" })
        #expect(matching.categories.allSatisfy { $0.name["en"] != nil && !$0.cpv.isEmpty && !$0.keywords.isEmpty })
        #expect(matching.weights == Configuration.Weights())
    }

    /// Uncommented, `torg.yaml` must hold every key there is, each with its default.
    @Test func torgYAMLDocumentsEveryKeyWithItsDefault() throws {
        let uncommented = try Self.uncommented("torg.yaml")
        let disk = MemoryFiles(files: [
            "/etc/torg/torg.yaml": uncommented, "/usr/bin/torg-feed": "",
            "/etc/torg/feeds/x": "", "/etc/torg/categories.yaml": "categories: []",
            "/etc/torg/challenges.yaml": "challenges: []", "/etc/torg/weights.yaml": "weights: {scope: 1}",
            "/etc/torg/words.yaml": "words: [{words: [a], means: [b]}]",
        ])
        var documented = try disk.load()
        #expect(documented.rpc.group == "torg")
        #expect(documented.feeds.program == "/usr/bin/torg-feed")
        #expect(documented.matching.office.name == "Exempelköpings kommun")
        #expect(documented.publish?.folder == "/var/lib/torg/copies")
        #expect(documented.follow?.leader == "https://torg.ekby.example")
        (documented.publish, documented.follow) = (nil, nil)
        (documented.rpc.group, documented.feeds.program, documented.metrics.textfile) = (nil, nil, nil)
        documented.matching.office = Configuration.Office()
        #expect(documented.matching.categoriesHome == .file("/etc/torg/categories.yaml"))
        documented.matching.categoriesHome = .store(from: "/etc/torg/categories.yaml")
        documented.matching.challengesHome = .store(from: "/etc/torg/challenges.yaml")
        #expect(documented.notify.sender?.text == "torg@ekby.example")
        documented.notify.sender = nil
        var commented = disk
        commented.files["/etc/torg/torg.yaml"] = try Self.text("torg.yaml")
        #expect(try commented.load() == documented)

        let written = try YAMLNode(parsing: uncommented, file: "torg.yaml").leaves
        #expect(written == ConfigurationLoader.keys)
    }
}

extension YAMLNode {
    /// The full keys of all values, in the order of the file.
    fileprivate var leaves: [String] {
        guard case .mapping(let entries) = content else { return [place.key] }
        return entries.flatMap(\.value.leaves)
    }
}
