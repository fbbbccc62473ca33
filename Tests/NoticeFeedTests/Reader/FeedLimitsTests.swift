import Procurement
import TestSupport
import Testing

@testable import NoticeFeed

/// Each limit, one below and one above.
@Suite struct FeedLimitsTests {
    private func limits(_ change: (inout FeedLimits) -> Void) -> FeedLimits {
        var limits = FeedLimits()
        change(&limits)
        return limits
    }

    /// A notice called `id` with `inner` in it. The notice, its id, its project, its title and `inner` are all its elements.
    private func notice(_ id: String, _ inner: String = "") -> String {
        "<ContractNotice><ID>\(id)</ID><ProcurementProject><Name>x</Name></ProcurementProject>\(inner)</ContractNotice>"
    }

    @Test func depth() throws {
        // The root and the notice are two more.
        func feed(_ depth: Int) -> String {
            "<r>" + notice("1")
                + notice(
                    "2",
                    String(repeating: "<a>", count: depth - 2)
                        + String(repeating: "</a>", count: depth - 2)) + notice("3") + "</r>"
        }
        let limits = limits { $0.depth = 20 }
        #expect(try FeedReader.outcomes(of: feed(20), limits: limits).map(\.summary) == ["1", "2", "3"])
        let outcomes = try FeedReader.outcomes(of: feed(21), limits: limits)
        #expect(outcomes.map(\.summary) == ["1", "[too-deep]"])
        #expect(outcomes.last?.refusal?.detail.contains("`depth` of 20") == true)
    }

    @Test func elements() throws {
        let limits = limits { $0.elements = 10 }
        func feed(_ elements: Int) -> String {
            "<r>" + notice("1", String(repeating: "<a/>", count: elements - 4)) + notice("2") + "</r>"
        }
        #expect(try FeedReader.outcomes(of: feed(10), limits: limits).map(\.summary) == ["1", "2"])
        let outcomes = try FeedReader.outcomes(of: feed(11), limits: limits)
        #expect(outcomes.map(\.summary) == ["[too-many-elements]", "2"])
        #expect(outcomes.first?.refusal?.detail.contains("`elements` of 10") == true)
    }

    @Test func attributes() throws {
        let limits = limits { $0.attributes = 5 }
        func feed(_ count: Int) -> String {
            let attributes = (0..<count).map { " a\($0)=''" }.joined()
            return "<r>" + notice("1") + "\n" + notice("2", "<a\(attributes)/>") + notice("3") + "</r>"
        }
        #expect(try FeedReader.outcomes(of: feed(5), limits: limits).map(\.summary) == ["1", "2", "3"])
        let outcomes = try FeedReader.outcomes(of: feed(6), limits: limits)
        #expect(outcomes.map(\.summary) == ["1", "[too-many-attributes]"])
        #expect(outcomes.last?.refusal?.position.line == 2)
        #expect(outcomes.last?.refusal?.detail.contains("`attributes` of 5") == true)
    }

    @Test func namespaces() throws {
        let limits = limits { $0.namespaces = 6 }
        // Two on the root, the rest within: what ancestors declare counts.
        func feed(_ count: Int) -> String {
            let declarations = (2..<count).map { " xmlns:n\($0)='urn:\($0)'" }.joined()
            return "<r xmlns='urn:r' xmlns:n1='urn:1'>" + notice("1") + "<b\(declarations)>" + notice("2") + "</b></r>"
        }
        #expect(try FeedReader.outcomes(of: feed(6), limits: limits).map(\.summary) == ["1", "2"])
        let outcomes = try FeedReader.outcomes(of: feed(7), limits: limits)
        #expect(outcomes.map(\.summary) == ["1", "[too-many-namespaces]"])
        #expect(outcomes.last?.refusal?.detail.contains("`namespaces` of 6") == true)
    }

    @Test func fileBytes() throws {
        let text = notice("1")
        let limits = limits { $0.fileBytes = text.utf8.count }
        #expect(try FeedReader.outcomes(of: text, limits: limits).map(\.summary) == ["1"])
        let outcomes = try FeedReader.outcomes(of: text + " ", limits: limits)
        #expect(outcomes.map(\.summary) == ["[file-too-large]"])
        #expect(outcomes.first?.refusal?.detail.contains("`fileBytes` of \(text.utf8.count)") == true)
    }

    @Test func fileBytesOfAnArchiveCountUnpacked() throws {
        let spaced = "<r>" + String(repeating: " ", count: 5_000) + notice("1") + "</r>"
        func read(_ bytes: Int) throws -> [String] {
            let folder = try TemporaryFolder()
            let packed = try ArchiveBuilder.gzip(folder.write(spaced, to: "a.xml"))
            return try FeedReader(limits: limits { $0.fileBytes = bytes }).outcomes(packed).map(\.summary)
        }
        #expect(try read(spaced.utf8.count) == ["1"])
        #expect(try read(spaced.utf8.count - 1).last == "[file-too-large]")
    }

    @Test func tagBytes() throws {
        let limits = limits { $0.tagBytes = 100 }
        // `a b=''>` are seven bytes.
        func feed(_ bytes: Int) -> String {
            "<r>" + notice("1", "<a b='\(String(repeating: "x", count: bytes - 7))'></a>") + notice("2") + "</r>"
        }
        #expect(try FeedReader.outcomes(of: feed(100), limits: limits).map(\.summary) == ["1", "2"])
        #expect(try FeedReader.outcomes(of: feed(101), limits: limits).map(\.summary) == ["[tag-too-long]"])
    }

    @Test func textBytes() throws {
        let limits = limits { $0.textBytes = 1000 }
        func feed(_ bytes: Int) -> String {
            "<r>"
                + notice(
                    "1", "<a>\(String(repeating: "x", count: bytes))</a><b>\(String(repeating: "y", count: 1000))</b>")
                + notice("2") + "</r>"
        }
        #expect(try FeedReader.outcomes(of: feed(1000), limits: limits).map(\.summary) == ["1", "2"])
        #expect(try FeedReader.outcomes(of: feed(1001), limits: limits).map(\.summary) == ["[text-too-long]", "2"])
    }

    @Test func noticeBytes() throws {
        let limits = limits { $0.noticeBytes = 1000 }
        // The id is one byte, and so is the title.
        func feed(_ bytes: Int) -> String {
            let half = bytes / 2
            let text = String(repeating: "x", count: half)
            let value = String(repeating: "y", count: bytes - half - 2)
            return "<r>" + notice("1", "<a b='\(value)'>\(text)</a>") + notice("2") + "</r>"
        }
        #expect(try FeedReader.outcomes(of: feed(1000), limits: limits).map(\.summary) == ["1", "2"])
        let outcomes = try FeedReader.outcomes(of: feed(1001), limits: limits)
        #expect(outcomes.map(\.summary) == ["[notice-too-large]", "2"])
        #expect(outcomes.first?.refusal?.detail.contains("`noticeBytes` of 1000") == true)
    }

    @Test func names() throws {
        let limits = limits { $0.names = 50 }
        // The root, the notice, its id, its project and its title are five.
        func feed(_ names: Int) -> String {
            "<r>" + notice("1", (0..<names - 5).map { "<n\($0)/>" }.joined()) + "</r>"
        }
        #expect(try FeedReader.outcomes(of: feed(50), limits: limits).map(\.summary) == ["1"])
        #expect(try FeedReader.outcomes(of: feed(51), limits: limits).map(\.summary) == ["[too-many-names]"])
    }

    @Test func theShippedLimitsHoldForTheLargestRealNotice() throws {
        // 2.8 MB with 652 lots is the largest of the corpora: room is left.
        let lot = EFormsExample.lot("LOT", project: "<cbc:Name>\(String(repeating: "x", count: 2000))</cbc:Name>")
        let large = EFormsExample(body: String(repeating: lot, count: 3000)).xml
        #expect(large.utf8.count > 6_000_000)
        #expect(try FeedReader.outcomes(of: large).first?.notice?.lots.count == 3000)
    }
}
