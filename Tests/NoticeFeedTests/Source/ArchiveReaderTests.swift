import Foundation
import Procurement
import TestSupport
import Testing

@testable import NoticeFeed

@Suite struct ArchiveReaderTests {
    private func notice(_ id: String) -> String {
        "<ContractNotice><ID>\(id)</ID><ProcurementProject><Name>x</Name></ProcurementProject></ContractNotice>"
    }

    /// What was read, as `place summary`, the place without the folder.
    private func read(_ bytes: [UInt8], as name: String = "a", limits: FeedLimits = FeedLimits()) throws -> [String] {
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: name)
        return try lines(folder.read(limits: limits), in: folder)
    }

    private func lines(_ outcomes: [FeedOutcome], in folder: TemporaryFolder) -> [String] {
        outcomes.map { $0.position.file.dropFirst(folder.path.count + 1) + " " + $0.summary }
    }

    @Test func readsTheMembersOfATarInTheirOrder() throws {
        let tar = ArchiveBuilder.tar([
            .init("2021/", "", type: "5"), .init("2021/b.xml", notice("1")), .init("2021/a.xml", notice("2")),
            .init(".hidden/c.xml", notice("3")), .init("2021/._d.xml", notice("4")), .init("./e.xml", notice("5")),
        ])
        #expect(try read(tar) == ["a!2021/b.xml 1", "a!2021/a.xml 2", "a!./e.xml 5"])
    }

    @Test func readsAZip() throws {
        let zip = ArchiveBuilder.zip([("x/b.xml", notice("1")), ("å.xml", notice("2")), ("c.xml", "none")])
        #expect(try read(zip) == ["a!x/b.xml 1", "a!å.xml 2", "a!c.xml [not-xml]"])
    }

    @Test func anArchiveWithNothingInItIsRefused() throws {
        #expect(try read(ArchiveBuilder.zip([])) == ["a [empty]"])
        #expect(try read(ArchiveBuilder.tar([.init("folder/", "", type: "5")])) == ["a [empty]"])
        // Zeros pass for a tar that has ended.
        let folder = try TemporaryFolder()
        _ = try ArchiveBuilder.gzip(folder.write([UInt8](repeating: 0, count: 1 << 20), to: "zeros"))
        #expect(lines(try folder.read(), in: folder) == ["zeros.gz [empty]"])
    }

    @Test func readsAPackedDocumentAndAPackedTar() throws {
        let folder = try TemporaryFolder()
        _ = try ArchiveBuilder.gzip(folder.write(notice("1"), to: "one.xml"))
        _ = try ArchiveBuilder.gzip(folder.write(ArchiveBuilder.tar([.init("m.xml", notice("2"))]), to: "two.tar"))
        #expect(lines(try folder.read(), in: folder) == ["one.xml.gz 1", "two.tar.gz!m.xml 2"])
    }

    /// Whoever opens the file may forget it.
    @Test func keepsItsFileOpen() throws {
        let folder = try TemporaryFolder()
        let text = String(repeating: "x", count: 200_000)
        let path = try folder.write(ArchiveBuilder.tar([.init("a", text), .init("b", text)]), to: "a.tar")
        let archive = try ArchiveReader(InputFile(path: path), limits: FeedLimits())
        #expect(archive.next()?.path == "a")
        #expect(archive.next()?.path == "b")
        #expect(archive.next()?.path == nil)
        #expect(archive.failure == nil)
    }

    @Test func goesByContentNotByName() throws {
        #expect(try read(ArchiveBuilder.tar([.init("m", notice("1"))]), as: "feed.xml") == ["feed.xml!m 1"])
        #expect(try read(Array(notice("1").utf8), as: "feed.tar.gz") == ["feed.tar.gz 1"])
    }

    @Test func refusesWhatIsNoFileAndGoesOn() throws {
        let tar = ArchiveBuilder.tar([
            .init("link.xml", "", type: "2", link: "/etc/passwd"), .init("b.xml", notice("1")),
            .init("hard.xml", "", type: "1", link: "b.xml"), .init("c.xml", notice("2")),
        ])
        #expect(try read(tar) == ["a!link.xml [not-a-file]", "a!b.xml 1", "a!hard.xml [not-a-file]", "a!c.xml 2"])
    }

    @Test func aBadMemberDoesNotStopTheRest() throws {
        let tar = ArchiveBuilder.tar([
            .init("a.xml", "<ContractNotice>"), .init("b.xml", notice("1") + "<"), .init("c.xml", "<!DOCTYPE a><a/>"),
            .init("d.xml", ""), .init("e.xml", notice("2")),
        ])
        #expect(
            try read(tar) == [
                "a!a.xml [not-xml]", "a!b.xml 1", "a!b.xml [not-xml]", "a!c.xml [doctype]", "a!d.xml [empty]",
                "a!e.xml 2",
            ])
    }

    @Test func keepsWhatWasReadBeforeABreak() throws {
        let whole = ArchiveBuilder.tar([.init("a.xml", notice("1")), .init("b.xml", notice("2"))])
        // The second header's checksum no longer holds.
        var broken = whole
        broken[1024 + 10] ^= 0xFF
        #expect(try read(broken) == ["a!a.xml 1", "a [broken-archive]"])
        #expect(try read(Array(whole[..<1600])).first == "a!a.xml 1")
    }

    @Test func refusesATruncatedGzip() throws {
        let folder = try TemporaryFolder()
        let packed = try ArchiveBuilder.gzip(folder.write(notice("1"), to: "one.xml"))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: packed))
        try folder.write(bytes.prefix(bytes.count - 12), to: "one.xml.gz")
        #expect(lines(try folder.read(), in: folder) == ["one.xml.gz [broken-archive]"])
    }

    @Test func namesAreMadeHarmless() throws {
        let tar = ArchiveBuilder.tar([.init("a\n\u{1B}[2J.xml", notice("1")), .init("../../b.xml", notice("2"))])
        #expect(try read(tar) == ["a!a??[2J.xml 1", "a!../../b.xml 2"])
    }

    /// Names in ISO-8859-1, as old programs pack them, and such as no character set has: read, and shown as well as can be.
    @Test func readsMembersWhoseNamesAreNotUTF8() throws {
        let name = Array("f".utf8) + [0xF6, 0xFF] + Array(".xml".utf8)
        var member = ArchiveBuilder.Member("", notice("1"))
        member.name = name
        let second = ArchiveBuilder.Member("b.xml", notice("2"))
        #expect(try read(ArchiveBuilder.tar([member, second])) == ["a!f\u{FFFD}\u{FFFD}.xml 1", "a!b.xml 2"])
        let content = Array(notice("1").utf8)
        for (isUTF8, shown) in [(true, "?"), (false, "f\u{FFFD}\u{FFFD}.xml")] {
            let zip = ArchiveBuilder.zip(named: [(name, content), (Array("b.xml".utf8), content)], isUTF8: isUTF8)
            #expect(try read(zip) == ["a!\(shown) 1", "a!b.xml 1"])
        }
        // A name of nothing is one too.
        #expect(try read(ArchiveBuilder.zip(named: [([], content), (Array("b".utf8), content)])).count == 2)
    }

    // MARK: Limits

    private func limits(_ change: (inout FeedLimits) -> Void) -> FeedLimits {
        var limits = FeedLimits()
        change(&limits)
        return limits
    }

    @Test func boundsTheNumberOfMembers() throws {
        func tar(_ count: Int) -> [UInt8] {
            ArchiveBuilder.tar((0..<count).map { .init("\($0).xml", notice("\($0)")) })
        }
        let limits = limits { $0.entries = 3 }
        #expect(try read(tar(3), limits: limits) == ["a!0.xml 0", "a!1.xml 1", "a!2.xml 2"])
        #expect(try read(tar(4), limits: limits).last == "a [too-many-entries]")
    }

    @Test func boundsThePathOfAMember() throws {
        let limits = limits { $0.pathBytes = 90 }
        func tar(_ bytes: Int) -> [UInt8] {
            ArchiveBuilder.tar([.init(String(repeating: "p", count: bytes), notice("1")), .init("b", notice("2"))])
        }
        #expect(try read(tar(90), limits: limits).map { $0.suffix(2) } == [" 1", " 2"])
        let outcomes = try read(tar(91), limits: limits)
        #expect(outcomes.first?.hasSuffix("… [path-too-long]") == true)
        #expect(outcomes.last == "a!b 2")
    }

    @Test func boundsTheSizeOfAMember() throws {
        let text = notice("1")
        let limits = limits { $0.entryBytes = text.utf8.count }
        let longer = text + " "
        #expect(try read(ArchiveBuilder.tar([.init("a", text)]), limits: limits) == ["a!a 1"])
        #expect(
            try read(ArchiveBuilder.tar([.init("a", longer), .init("b", text)]), limits: limits)
                == ["a!a [entry-too-large]", "a!b 1"])
        // A gzip doesn't say beforehand how large it becomes.
        let folder = try TemporaryFolder()
        _ = try ArchiveBuilder.gzip(folder.write(longer, to: "one.xml"))
        #expect(try folder.read(limits: limits).last?.summary == "[entry-too-large]")
    }

    @Test func boundsHowMuchAnArchiveGrows() throws {
        let folder = try TemporaryFolder()
        let text = "<r>" + String(repeating: " ", count: 100_000) + notice("1") + "</r>"
        let packed = try ArchiveBuilder.gzip(folder.write(text, to: "one.xml"))
        let size = try FileManager.default.attributesOfItem(atPath: packed)[.size] as? Int
        let ratio = try text.utf8.count / #require(size)
        func read(_ ratio: Int, floor: Int) throws -> [String] {
            try folder.read(
                limits: limits {
                    $0.ratio = ratio
                    $0.ratioFloor = floor
                }
            ).map(\.summary)
        }
        #expect(try read(ratio + 1, floor: 0) == ["1"])
        #expect(try read(ratio, floor: 0) == ["[archive-ratio]"])
        #expect(try read(ratio, floor: text.utf8.count) == ["1"])
        #expect(try read(ratio, floor: text.utf8.count - 1) == ["[archive-ratio]"])
    }

    @Test func aBombInATarEndsEarly() throws {
        // Zeros in a member that is refused at its first byte: going past it is unpacking too.
        let folder = try TemporaryFolder()
        let zeros = String(repeating: "\0", count: 2 << 20)
        _ = try ArchiveBuilder.gzip(
            folder.write(ArchiveBuilder.tar([.init("zeros", zeros), .init("b.xml", notice("1"))]), to: "bomb.tar"))
        let limits = limits { $0.ratioFloor = 1 << 20 }
        #expect(
            lines(try folder.read(limits: limits), in: folder)
                == ["bomb.tar.gz!zeros [not-xml]", "bomb.tar.gz [archive-ratio]"])
    }
}
