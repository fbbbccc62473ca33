import Foundation
import Procurement
import TestSupport
import Testing

@testable import NoticeFeed

/// Archives within archives: two deep are read, with the limits over both together.
@Suite struct NestedArchiveTests {
    private func notice(_ id: String) -> String {
        "<ContractNotice><ID>\(id)</ID><ProcurementProject><Name>x</Name></ProcurementProject></ContractNotice>"
    }

    private func limits(_ change: (inout FeedLimits) -> Void) -> FeedLimits {
        var limits = FeedLimits()
        change(&limits)
        return limits
    }

    private func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let packed = try ArchiveBuilder.gzip(folder.write(bytes, to: "x"))
        return Array(try Data(contentsOf: URL(fileURLWithPath: packed)))
    }

    private func member(_ path: String, _ bytes: [UInt8]) -> ArchiveBuilder.Member {
        var member = ArchiveBuilder.Member(path, "")
        member.content = bytes
        return member
    }

    private func tar(_ range: Range<Int>) -> [UInt8] {
        ArchiveBuilder.tar(range.map { .init("\($0).xml", notice("\($0)")) })
    }

    /// What was read, as `place summary`, the place without the folder.
    private func read(_ bytes: [UInt8], limits: FeedLimits = FeedLimits()) throws -> [String] {
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: "a")
        return try folder.read(limits: limits).map {
            $0.position.file.dropFirst(folder.path.count + 1) + " " + $0.summary
        }
    }

    /// As TED packs the days of a month.
    @Test func readsAMonthOfDays() throws {
        let month = ArchiveBuilder.tar([
            .init("03/", "", type: "5"), member("03/1.tar.gz", try gzip(tar(0..<2))),
            .init("03/index.xml", notice("9")),
            member("03/2.tar.gz", try gzip(tar(2..<3))),
        ])
        let expected = [
            "a!03/1.tar.gz!0.xml 0", "a!03/1.tar.gz!1.xml 1", "a!03/index.xml 9", "a!03/2.tar.gz!2.xml 2",
        ]
        #expect(try read(month) == expected)
        #expect(try read(gzip(month)) == expected)
    }

    @Test func readsEveryKindWithinEveryKind() throws {
        let zip = ArchiveBuilder.zip([("x.xml", notice("1")), ("y.xml", notice("2"))])
        let both = ["a!i!x.xml 1", "a!i!y.xml 2"]
        #expect(try read(ArchiveBuilder.tar([member("i", zip)])) == both)
        #expect(try read(ArchiveBuilder.zip(bytes: [("i", zip)])) == both)
        #expect(try read(ArchiveBuilder.zip(bytes: [("i", tar(1..<2))])) == ["a!i!1.xml 1"])
        #expect(
            try read(ArchiveBuilder.tar([member("i.xml.gz", try gzip(Array(notice("1").utf8)))])) == ["a!i.xml.gz 1"])
        #expect(try read(gzip(gzip(Array(notice("1").utf8)))) == ["a 1"])
    }

    @Test func threeDeepAreRefusedWithWhatToDo() throws {
        let zip = ArchiveBuilder.zip([("x.xml", notice("1"))])
        let deep = ArchiveBuilder.tar([
            member("m", ArchiveBuilder.tar([member("d", zip), .init("e", notice("2"))])), .init("f", notice("3")),
        ])
        #expect(try read(deep) == ["a!m!d [nested-archive]", "a!m!e 2", "a!f 3"])
        let folder = try TemporaryFolder()
        try folder.write(gzip(gzip(gzip(Array(notice("1").utf8)))), to: "b")
        let refusal = try folder.read().first?.refusal
        #expect(refusal?.reason == "nested-archive")
        #expect(refusal?.detail.contains("unpack the outer one") == true)
    }

    @Test func aBrokenOneDoesNotStopTheRest() throws {
        let day = try gzip(tar(0..<2))
        let month = ArchiveBuilder.tar([
            member("cut", Array(day.dropLast(30))), member("empty", ArchiveBuilder.zip([])), .init("z", notice("9")),
        ])
        let outcomes = try read(month)
        #expect(outcomes.contains("a!cut [broken-archive]"))
        #expect(outcomes.suffix(2) == ["a!empty [empty]", "a!z 9"])
        // What the outer archive lacks, the inner one can't give.
        let cut = ArchiveBuilder.tar([member("d", tar(0..<3))]).prefix(512 + 3 * 1024 + 100)
        #expect(try read(Array(cut)).last?.hasSuffix("[broken-archive]") == true)
    }

    // MARK: Limits over all depths

    @Test func boundsTheMembersOfAllTogether() throws {
        let month = ArchiveBuilder.tar([member("1", tar(0..<2)), member("2", tar(2..<4))])
        #expect(try read(month, limits: limits { $0.entries = 6 }).count == 4)
        // Nothing is read after that, and it is said once.
        #expect(
            try read(month, limits: limits { $0.entries = 4 })
                == ["a!1!0.xml 0", "a!1!1.xml 1", "a!2 [too-many-entries]"])
    }

    @Test func boundsTheBytesOfAllTogether() throws {
        let day = tar(0..<1)
        let month = ArchiveBuilder.tar([member("1", day), member("2", day)])
        // Each day counts as a member of the month, and what is in it once more.
        let text = notice("0").utf8.count
        let all = 2 * (day.count + text)
        #expect(
            try read(month, limits: limits { $0.fileBytes = max(all, month.count) }).map { $0.suffix(2) } == [
                " 0", " 0",
            ])
        let beyond = try read(month, limits: limits { $0.fileBytes = month.count - 1 })
        #expect(beyond == ["a [file-too-large]"])
        let packed = try gzip(month)
        #expect(
            try read(packed, limits: limits { $0.fileBytes = day.count + text + 100 }).last == "a!2 [file-too-large]")
    }

    @Test func boundsThePathOfAllTogether() throws {
        let limits = limits { $0.pathBytes = 20 }
        func month(_ inner: String) -> [UInt8] {
            ArchiveBuilder.tar([member("0123456789", ArchiveBuilder.tar([.init(inner, notice("1"))]))])
        }
        #expect(try read(month("0123456789"), limits: limits) == ["a!0123456789!0123456789 1"])
        #expect(try read(month("0123456789a"), limits: limits).first?.hasSuffix("[path-too-long]") == true)
    }

    /// A megabyte of text, packed twice, is a few hundred bytes.
    @Test func boundsTheGrowthOverAllTogether() throws {
        let text = "<r>" + String(repeating: " ", count: 4 << 20) + notice("1") + "</r>"
        let packed = try gzip(ArchiveBuilder.tar([member("i", try gzip(Array(text.utf8)))]))
        #expect(try read(packed, limits: limits { $0.ratioFloor = 1 << 20 }) == ["a!i [archive-ratio]"])
        #expect(try read(packed) == ["a!i 1"])
    }

    /// A gigabyte of empty gzips packs into a megabyte and unpacks to nothing: what is between counts too.
    @Test func aBombBetweenTheTwoEndsEarly() throws {
        let empty = try gzip([])
        let many = Array(repeatElement(empty, count: 400_000).joined())
        let bomb = try gzip(many)
        let limits = limits { $0.ratioFloor = 1 << 20 }
        let (outcomes, seconds) = try timed { try read(bomb, limits: limits) }
        #expect(outcomes == ["a [archive-ratio]"])
        #expect(seconds < 5)
    }

    /// Many small bombs in one archive share what one may take.
    @Test func manyBombsTakeNoMoreThanOne() throws {
        let zeros = try gzip([UInt8](repeating: UInt8(ascii: " "), count: 4 << 20))
        let month = ArchiveBuilder.tar((0..<200).map { member("\($0)", zeros) })
        let outcomes = try read(month)
        #expect(
            outcomes.last?.hasSuffix("[archive-ratio]") == true || outcomes.last?.hasSuffix("[file-too-large]") == true)
        #expect(outcomes.count < 200)
    }
}
