import Foundation
import Procurement
import TestSupport
import Testing

@testable import NoticeFeed

@Suite struct FeedReaderTests {
    private func notice(_ id: String, root: String = "ContractNotice") -> String {
        "<\(root)><ID>\(id)</ID><ProcurementProject><Name>x</Name></ProcurementProject></\(root)>"
    }

    @Test func findsNoticesUnderAnyRootAtAnyDepth() throws {
        let outcomes = try FeedReader.outcomes(
            of: "<a>\(notice("1"))<b><c>\n\(notice("2", root: "PriorInformationNotice"))</c></b><d/>\(notice("3"))</a>")
        #expect(outcomes.map(\.summary) == ["1", "2", "3"])
        #expect(outcomes.map(\.position.line) == [1, 2, 2])
    }

    @Test func aMaskedWinnerIsWithheld() throws {
        typealias Example = EFormsExample
        let results =
            Example.lotResult(tenders: ["TEN-1"]) + Example.tender("TEN-1", party: "TPA-1")
            + Example.party("TPA-1", tenderers: ["ORG-2"])
        let organisations = Example.organisation("ORG-2", name: "Personuppgift")
        let outcomes = try FeedReader.outcomes(
            of: EFormsExample(
                root: "ContractAwardNotice", type: "<cbc:NoticeTypeCode>can-standard</cbc:NoticeTypeCode>",
                extensions:
                    "<efac:NoticeResult>\(results)</efac:NoticeResult><efac:Organizations>\(organisations)</efac:Organizations>"
            ).xml)
        let notice = try #require(outcomes.first?.notice)
        #expect(notice.awards.map(\.winners) == [[]])
        #expect(notice.awards.map(\.outcome) == [.awarded(winnersWithheld: true)])
    }

    @Test func aBadNoticeIsAValueAndTheRestGoesOn() throws {
        let outcomes = try FeedReader.outcomes(of: "<a>\(notice("1"))\n\(notice(""))\n\(notice("3"))</a>")
        #expect(outcomes.map(\.summary) == ["1", "[no-notice-id]", "3"])
        #expect(outcomes[1].position.line == 2)
    }

    @Test func brokenXMLKeepsTheNoticesBeforeIt() throws {
        let outcomes = try FeedReader.outcomes(of: "<a>\(notice("1"))\n\(notice("2"))\n<b></c>\(notice("3"))</a>")
        #expect(outcomes.map(\.summary) == ["1", "2", "[not-xml]"])
        #expect(outcomes.last?.position.line == 3)
    }

    @Test func aFileThatWasCutOffSaysSo() throws {
        let outcomes = try FeedReader.outcomes(of: "<a>\(notice("1"))\n<ContractNotice><ID>2</ID>")
        #expect(outcomes.map(\.summary) == ["1", "[not-xml]"])
        #expect(outcomes.last?.refusal?.detail.contains("cut off") == true)
    }

    @Test(arguments: [
        ("<a><b/></a>", "unknown-format"), ("", "empty"), ("id;name\n1;2", "not-xml"), ("  \n<a/>", "unknown-format"),
        ("{\"a\": 1}", "not-xml"), ("<a>", "not-xml"), ("   ", "not-xml"), ("BZh91AY", "unsupported-archive"),
    ])
    func refusesWhatHoldsNoNotice(text: String, reason: String) throws {
        let outcomes = try FeedReader.outcomes(of: text)
        #expect(outcomes.map(\.summary) == ["[\(reason)]"])
        #expect(outcomes.first?.refusal?.detail.isEmpty == false)
    }

    @Test func namesTheRootThatIsNoNotice() throws {
        let refusal = try FeedReader.outcomes(of: "<!-- x -->\n<Faktura/>").first?.refusal
        #expect(refusal?.detail.contains("“Faktura”") == true)
        #expect(refusal?.position.line == 2)
    }

    @Test func aFeedWithOnlyBadNoticesIsNotAnUnknownFormat() throws {
        #expect(try FeedReader.outcomes(of: "<a>\(notice(""))</a>").map(\.summary) == ["[no-notice-id]"])
    }

    @Test func walksAFolderInOrderAndPassesOverHiddenFiles() throws {
        let folder = try TemporaryFolder()
        for name in ["b.xml", "a/z.xml", "a/b/c.xml", ".hidden.xml", ".d/e.xml", "c.txt"] {
            try folder.write(notice(name), to: name)
        }
        #expect(try folder.read().map(\.summary) == ["a/b/c.xml", "a/z.xml", "b.xml", "c.txt"])
        #expect(
            try FeedReader().outcomes(folder.path + "/").map(\.position.file)
                == [
                    "a/b/c.xml", "a/z.xml", "b.xml", "c.txt",
                ].map { folder.path + "/" + $0 })
    }

    @Test func followsNoLinkToAFolderWithinAFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write(notice("1"), to: "a/b.xml")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/a/loop", withDestinationPath: folder.path)
        #expect(try folder.read().map(\.summary) == ["1", "[not-a-file]"])
    }

    /// A name that can't be said is refused, not passed over.
    @Test func countsFilesWhoseNamesAreNotUTF8() throws {
        let folder = try TemporaryFolder()
        try folder.write(notice("1"), to: "b.xml")
        let name = Array((folder.path + "/a").utf8CString.dropLast()) + [CChar(bitPattern: 0xF6), 0]
        let descriptor = open(name, O_CREAT | O_WRONLY, 0o600)
        #expect(descriptor >= 0)
        close(descriptor)
        let outcomes = try folder.read()
        #expect(outcomes.map(\.summary) == ["[file-name]", "1"])
        let path = try #require(outcomes.first?.position.file)
        #expect(path.hasSuffix("/a\u{FFFD}"))
        // As whoever lists the folder itself hands it over.
        #expect(try FeedReader().outcomes(path).map(\.summary) == ["[file-name]"])
    }

    @Test func aFIFOHoldsNothingUp() throws {
        let folder = try TemporaryFolder()
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        #expect(try folder.read().map(\.summary) == ["[not-a-file]"])
    }

    @Test func aPathThatLeadsNowhereIsAnError() {
        #expect(throws: FeedError.self) { try FeedReader().outcomes("/nowhere/at/all") }
    }

    @Test func whatTheConsumerThrowsEndsTheReading() throws {
        struct Enough: Error {}
        let folder = try TemporaryFolder()
        try folder.write("<a>\(notice("1"))\(notice("2"))</a>", to: "a.xml")
        try folder.write(notice("3"), to: "b.xml")
        var seen: [String] = []
        let error = #expect(throws: FeedError.self) {
            try FeedReader().read(folder.path) { outcome in
                seen.append(outcome.summary)
                if seen.count == 1 { throw Enough() }
            }
        }
        #expect(seen == ["1"])
        guard case .consumer(let inner) = error else {
            Issue.record("not the consumer's error: \(String(describing: error))")
            return
        }
        #expect(inner is Enough)
    }

    @Test func saysEachFileBeforeItIsRead() throws {
        let folder = try TemporaryFolder()
        try folder.write(notice("1"), to: "a.xml")
        try folder.write("", to: "b.xml")
        var log: [String] = []
        try FeedReader().read(
            folder.path, reading: { log.append(($0 as NSString).lastPathComponent) }, { log.append($0.summary) })
        #expect(log == ["a.xml", "1", "b.xml", "[empty]"])
    }

    @Test func oneParserServesManyDocuments() throws {
        // A file that ends badly must leave nothing behind for the next.
        let folder = try TemporaryFolder()
        for index in 0..<20 {
            try folder.write(notice("\(index)"), to: String(format: "%02d-a.xml", index))
            try folder.write("<a><!DOCTYPE", to: String(format: "%02d-b.xml", index))
            try folder.write("<ContractNotice><ID>x", to: String(format: "%02d-c.xml", index))
            try folder.write("<!DOCTYPE a><a/>", to: String(format: "%02d-d.xml", index))
        }
        let expected = (0..<20).flatMap { ["\($0)", "[not-xml]", "[not-xml]", "[doctype]"] }
        #expect(try folder.read().map(\.summary) == expected)
    }

    @Test func aFileFullOfNewNamesCostsTheNextOneNothing() throws {
        let folder = try TemporaryFolder()
        for file in 0..<8 {
            try folder.write(
                "<a>\((0..<5000).map { "<n\(file)x\($0)/>" }.joined())\(notice("\(file)"))</a>", to: "\(file).xml")
        }
        #expect(try folder.read().map(\.summary) == (0..<8).map(String.init))
    }

    @Test func dialectsAreAskedInTheirOrder() throws {
        struct Fake: Dialect {
            var name: String
            var roots: Set<String> { ["N"] }
            func recognises(root: String, namespace: String?) -> Bool { namespace == name }
            func notice(in root: Element) throws(NoticeDefect) -> Notice {
                var notice = Notice(id: NoticeID(name), source: NoticeSource(dialect: .mapped), purpose: .other)
                notice.title = LocalizedText(name, language: nil)
                return notice
            }
        }
        let folder = try TemporaryFolder()
        try folder.write("<a><N xmlns='two'/><N xmlns='one'/><N/><N xmlns='two'><N xmlns='one'/></N></a>", to: "a")
        let reader = FeedReader(dialects: [Fake(name: "one"), Fake(name: "two")])
        #expect(try reader.outcomes(folder.path).map(\.summary) == ["two", "one", "two"])
    }
}
