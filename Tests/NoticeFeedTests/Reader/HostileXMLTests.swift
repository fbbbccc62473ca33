import Foundation
import Procurement
import Testing

@testable import NoticeFeed

@Suite struct HostileXMLTests {
    /// What loads, expands, validates or guesses is off, and nothing else is asked for.
    @Test func theParserIsAskedForNothingDangerous() {
        // The bits of libxml2's xmlParserOption.
        let forbidden: [String: UInt32] = [
            "RECOVER": 1 << 0, "NOENT": 1 << 1, "DTDLOAD": 1 << 2, "DTDATTR": 1 << 3, "DTDVALID": 1 << 4,
            "XINCLUDE": 1 << 10, "HUGE": 1 << 19,
        ]
        for (name, bit) in forbidden { #expect(XMLPushParser.options & bit == 0, "\(name)") }
        let noNetwork: UInt32 = 1 << 11
        let ignoreDeclaredEncoding: UInt32 = 1 << 21
        #expect(XMLPushParser.options == noNetwork | ignoreDeclaredEncoding)
    }

    @Test(arguments: [
        "<!DOCTYPE ContractNotice><ContractNotice/>",
        "<!DOCTYPE ContractNotice SYSTEM 'file:///etc/passwd'><ContractNotice/>",
        "<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY % p SYSTEM 'http://localhost/p'> %p;]><a>&x;</a>",
        "<?xml version='1.0'?><!-- c --><!DOCTYPE a PUBLIC 'b' 'c'><a/>",
    ])
    func refusesEveryDoctype(xml: String) throws {
        #expect(try FeedFolder.read(xml).map(\.summary) == ["[doctype]"])
        // A document handed over byte by byte is stopped as well.
        let parser = try #require(XMLPushParser(dialects: [], limits: FeedLimits()))
        for byte in xml.utf8 {
            _ = withUnsafePointer(to: byte) { parser.push(UnsafeBufferPointer(start: $0, count: 1)) }
        }
        #expect(parser.failure?.reason == "doctype")
    }

    @Test func stopsAtADoctypeBeforeItsEntitiesAreRead() throws {
        // What is after the name is broken: had it been looked at, that would have been the reason.
        #expect(try FeedFolder.read("<!DOCTYPE a [<!ENTITY <<< ]><a/>").map(\.summary) == ["[doctype]"])
    }

    @Test func knowsNoEntitiesButXMLsOwn() throws {
        #expect(try FeedFolder.read("<a>&nbsp;</a>").map(\.summary) == ["[not-xml]"])
        let title = "<cac:ProcurementProject><cbc:Name>&lt;&#229;&amp;&gt;</cbc:Name></cac:ProcurementProject>"
        #expect(try FeedFolder.read(EFormsExample(body: title).xml).first?.notice?.title.text() == "<å&>")
    }

    @Test func aMillionElementsDeepEndsAtOnce() throws {
        let deep = String(repeating: "<a>", count: 1_000_000)
        let (outcomes, seconds) = try timed { try FeedFolder.read(deep) }
        #expect(outcomes.map(\.summary) == ["[too-deep]"])
        #expect(seconds < 2)
    }

    @Test func aHundredThousandAttributesEndAtOnce() throws {
        let attributes = (0..<100_000).map { " a\($0)=''" }.joined()
        let (outcomes, seconds) = try timed { try FeedFolder.read("<a\(attributes)/>") }
        #expect(outcomes.map(\.summary) == ["[too-many-attributes]"])
        #expect(seconds < 2)
    }

    @Test func manyTagsFullOfAttributesStayLinear() throws {
        let attributes = (0..<250).map { " a\($0)=''" }.joined()
        let feed = "<r>" + String(repeating: "<a\(attributes)/>", count: 2000) + "</r>"
        let (outcomes, seconds) = try timed { try FeedFolder.read(feed) }
        #expect(outcomes.map(\.summary) == ["[unknown-format]"])
        #expect(seconds < 10)
    }

    @Test func longTextsCommentsAndInstructionsEndAtOnce() throws {
        let long = String(repeating: "x", count: 11_000_000)
        for xml in [
            "<a>\(long)", "<a><!--\(long)", "<a><?p \(long)", "<a><![CDATA[\(long)", "<\(long)", "<a b='\(long)",
        ] {
            let (outcomes, seconds) = try timed { try FeedFolder.read(xml) }
            #expect(outcomes.count == 1)
            #expect(outcomes.first?.refusal != nil)
            #expect(seconds < 5)
        }
    }

    @Test(.enabled(if: Corpora.folder != nil, "TORG_CORPUS names no folder with the corpora"))
    func everyFileOfTheCorpusEndsWithAReason() throws {
        let folder = Corpora.path("hostile/xml")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(!files.isEmpty)
        for file in files {
            let (outcomes, seconds) = try timed { try FeedReader().outcomes(folder + "/" + file) }
            #expect(outcomes.count == 1, "\(file)")
            #expect(outcomes.first?.refusal != nil, "\(file)")
            #expect(seconds < 2, "\(file)")
        }
    }

    private func timed<Result>(_ body: () throws -> Result) rethrows -> (Result, Double) {
        var result: Result?
        let time = try ContinuousClock().measure { result = try body() }
        guard let result else { fatalError("measure did not call its body") }
        return (result, Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
    }
}
