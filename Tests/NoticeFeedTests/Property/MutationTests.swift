import Containers
import Foundation
import Procurement
import TestSupport
import Testing

@testable import NoticeFeed

/// Damaged feeds: whatever is done to the bytes, reading ends, and ends in notices and refusals.
@Suite struct MutationTests {
    /// How many times each file is damaged; more with TORG_MUTATIONS.
    private static let rounds = TestVariable.mutations.value.flatMap { Int($0) } ?? 60
    private static let examples = GoldenOutcomes.folder.appending(path: "examples")

    @Test(arguments: [
        "eforms-contract-notice", "eforms-award-notice", "eforms-many-notices", "ted-f03", "ted-two-originals",
    ])
    func damagedXMLEndsInOutcomes(example: String) throws {
        let original = try Data(contentsOf: Self.examples.appending(path: example + ".xml"))
        try damage(Array(original), seed: 1)
    }

    @Test func damagedArchivesEndInOutcomes() throws {
        let xml = try String(contentsOf: Self.examples.appending(path: "eforms-many-notices.xml"), encoding: .utf8)
        try damage(ArchiveBuilder.tar([.init("a.xml", xml), .init("b.xml", xml)]), seed: 2)
        try damage(ArchiveBuilder.zip([("a.xml", xml), ("b.xml", xml)]), seed: 3)
        let folder = try TemporaryFolder()
        let packed = try ArchiveBuilder.gzip(folder.write(xml, to: "a.xml"))
        try damage(Array(Data(contentsOf: URL(fileURLWithPath: packed))), seed: 4)
    }

    /// Real notices, damaged 10,000 times in all, each time in another way: a hundred notices a hundred times.
    @Test(.enabled(if: Corpora.folder != nil, "TORG_CORPUS names no folder with the corpora"), arguments: 0..<10)
    func damagedRealNoticesEndInOutcomes(part: Int) throws {
        var generator = SplitMix64(seed: UInt64(100 + part))
        let folder = try TemporaryFolder()
        for archive in ["eforms/eforms.tar.gz", "ted/2021.tar.gz"] {
            try unpack(#require(Corpora.path(archive)), into: folder.path)
        }
        let notices = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasSuffix(".xml") }
        try #require(notices.count >= 10)
        for _ in 0..<10 {
            let name = try #require(notices.randomElement(using: &generator))
            let original = Array(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name)))
            for round in 0..<100 {
                let outcomes = try FeedReader.outcomes(bytes: mutated(original, &generator))
                #expect(!outcomes.isEmpty, "\(name), round \(round)")
            }
        }
    }

    private func unpack(_ archive: String, into folder: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/tar")
        process.arguments = ["-xzf", archive, "-C", folder]
        try process.run()
        process.waitUntilExit()
    }

    private func damage(_ original: [UInt8], seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        for round in 0..<Self.rounds {
            let bytes = mutated(original, &generator)
            let outcomes = try FeedReader.outcomes(bytes: bytes)
            for outcome in outcomes {
                #expect(outcome.position.file.hasPrefix("/"), "round \(round)")
                if let refusal = outcome.refusal {
                    #expect(!refusal.reason.isEmpty && !refusal.detail.isEmpty, "round \(round)")
                }
                // What was read can be handed on: it survives its own encoding.
                let json = try JSONEncoder().encode(outcome)
                #expect(try JSONDecoder().decode(FeedOutcome.self, from: json) == outcome, "round \(round)")
            }
        }
    }

    /// One to eight changes: bytes flipped, cut out, repeated, moved, or words of XML put in.
    private func mutated(_ original: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
        let words = [
            "<", ">", "&", "\"", "<!--", "-->", "<![CDATA[", "]]>", "<?", "</", "&#0;", "&#x41;", "&amp;", "<!DOCTYPE",
            "<ContractNotice>", "<TED_EXPORT>", "\u{0}", "\u{FFFE}", "-1", "unpublished", "9999999999999999999999",
            " xmlns=\"\"", "\u{FEFF}", "é", "=",
        ]
        var bytes = original
        for _ in 0...Int.random(in: 0..<8, using: &generator) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            let end = min(bytes.count, place + Int.random(in: 1..<200, using: &generator))
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 3: bytes.insert(contentsOf: (words.randomElement(using: &generator) ?? "").utf8, at: place)
            case 4: bytes.removeSubrange(place...)
            default:
                let cut = Array(bytes[place..<end])
                bytes.removeSubrange(place..<end)
                bytes.insert(contentsOf: cut, at: Int.random(in: 0...bytes.count, using: &generator))
            }
        }
        return bytes
    }
}
