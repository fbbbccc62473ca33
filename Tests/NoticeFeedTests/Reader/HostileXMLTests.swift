import CLibXML2
import Foundation
import Procurement
import TestSupport
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

    /// libxml2 has switches beside its options, and sets some of them itself: as they stand when a document begins.
    @Test func nothingDangerousIsInForceForTheFirstDocumentOrTheNext() throws {
        let parser = try #require(XMLPushParser(dialects: [], limits: FeedLimits()))
        for _ in 1...2 {
            let context = parser.context.pointee
            #expect(UInt32(context.options) & ~XMLPushParser.options == 0)
            #expect(context.loadsubset == 0)
            #expect(context.replaceEntities == 0)
            #expect(context.validate == 0)
            #expect(context.recovery == 0)
            #expect(parser.reset())
        }
    }

    @Test(arguments: [
        "<!DOCTYPE ContractNotice><ContractNotice/>",
        "<!DOCTYPE ContractNotice SYSTEM 'file:///etc/passwd'><ContractNotice/>",
        "<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY % p SYSTEM 'http://localhost/p'> %p;]><a>&x;</a>",
        "<?xml version='1.0'?><!-- c --><!DOCTYPE a PUBLIC 'b' 'c'><a/>",
    ])
    func refusesEveryDoctype(xml: String) throws {
        #expect(try FeedReader.outcomes(of: xml).map(\.summary) == ["[doctype]"])
        // A document handed over byte by byte is stopped as well.
        let parser = try #require(XMLPushParser(dialects: [], limits: FeedLimits()))
        for byte in xml.utf8 {
            _ = withUnsafePointer(to: byte) { parser.push(UnsafeBufferPointer(start: $0, count: 1)) }
        }
        #expect(parser.failure?.reason == "doctype")
    }

    @Test(
        arguments: [
            ("UTF-8", .utf8, []), ("UTF-8", .utf8, [0xEF, 0xBB, 0xBF]), ("US-ASCII", .ascii, []),
            ("ISO-8859-1", .isoLatin1, []), ("ISO-8859-15", .isoLatin1, []), ("windows-1252", .windowsCP1252, []),
            ("UTF-16", .utf16LittleEndian, [0xFF, 0xFE]), ("UTF-16", .utf16BigEndian, [0xFE, 0xFF]),
            ("UTF-16", .utf16LittleEndian, []), ("UTF-16", .utf16BigEndian, []),
        ] as [(String, String.Encoding, [UInt8])])
    func refusesADoctypeInEveryEncoding(name: String, encoding: String.Encoding, mark: [UInt8]) throws {
        let xml =
            "<?xml version=\"1.0\" encoding=\"\(name)\"?>\n<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"
        let bytes = mark + Array(try #require(xml.data(using: encoding)))
        #expect(try FeedReader.outcomes(bytes: bytes).map(\.summary) == ["[doctype]"])
    }

    /// Markup dressed up in bytes that another reader may take for it.
    @Test(
        arguments: [
            // `<` in two bytes, where UTF-8 has it in one; UTF-7; a half surrogate in three bytes.
            [0xC0, 0xBC, 0x61, 0x2F, 0x3E], Array("+ADw-a+AD4-".utf8),
            Array("<a>".utf8) + [0xED, 0xA0, 0x80] + Array("</a>".utf8),
            // 16-bit units without a mark or a declaration; of the other order than the mark; one byte short.
            [0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E, 0], [0xFE, 0xFF, 0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E, 0],
            [0xFF, 0xFE, 0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E],
            // It says 16 bits and has 8.
            Array("<?xml version='1.0' encoding='UTF-16'?><a/>".utf8),
            // Zero bytes: in a name, in text, before everything.
            Array("<a\0b/>".utf8), Array("<a>\0</a>".utf8), Array("\0<a/>".utf8), Array("<a/>\0".utf8),
            // Another encoding than the one it began with.
            Array("<?xml version='1.0' encoding='UTF-8'?><a>".utf8) + [0xFF, 0xFE, 0x3C, 0],
        ] as [[UInt8]])
    func refusesMarkupInDisguise(bytes: [UInt8]) throws {
        let outcomes = try FeedReader.outcomes(bytes: bytes)
        #expect(outcomes.count == 1)
        #expect(["not-xml", "encoding"].contains(try #require(outcomes.first?.refusal?.reason)))
    }

    @Test func stopsAtADoctypeBeforeItsEntitiesAreRead() throws {
        // What is after the name is broken: had it been looked at, that would have been the reason.
        #expect(try FeedReader.outcomes(of: "<!DOCTYPE a [<!ENTITY <<< ]><a/>").map(\.summary) == ["[doctype]"])
    }

    @Test func knowsNoEntitiesButXMLsOwn() throws {
        #expect(try FeedReader.outcomes(of: "<a>&nbsp;</a>").map(\.summary) == ["[not-xml]"])
        let title = "<cac:ProcurementProject><cbc:Name>&lt;&#229;&amp;&gt;</cbc:Name></cac:ProcurementProject>"
        #expect(try FeedReader.outcomes(of: EFormsExample(body: title).xml).first?.notice?.title.text() == "<å&>")
    }

    @Test func aMillionElementsDeepEndsAtOnce() throws {
        let deep = String(repeating: "<a>", count: 1_000_000)
        let (outcomes, seconds) = try timed { try FeedReader.outcomes(of: deep) }
        #expect(outcomes.map(\.summary) == ["[too-deep]"])
        #expect(seconds < 2)
    }

    @Test func aHundredThousandAttributesEndAtOnce() throws {
        let attributes = (0..<100_000).map { " a\($0)=''" }.joined()
        let (outcomes, seconds) = try timed { try FeedReader.outcomes(of: "<a\(attributes)/>") }
        #expect(outcomes.map(\.summary) == ["[too-many-attributes]"])
        #expect(seconds < 2)
    }

    @Test func manyTagsFullOfAttributesStayLinear() throws {
        let attributes = (0..<250).map { " a\($0)=''" }.joined()
        let feed = "<r>" + String(repeating: "<a\(attributes)/>", count: 2000) + "</r>"
        let (outcomes, seconds) = try timed { try FeedReader.outcomes(of: feed) }
        #expect(outcomes.map(\.summary) == ["[unknown-format]"])
        #expect(seconds < 10)
    }

    /// Names are looked up among all namespaces in scope; 25,000 of them take a millisecond for each element.
    @Test func manyNamespacesEndAtOnce() throws {
        let nested = (0..<98).map { depth in
            "<r" + (0..<255).map { " xmlns:p\(depth)_\($0)='u\(depth)_\($0)'" }.joined() + ">"
        }.joined()
        let (outcomes, seconds) = try timed {
            try FeedReader.outcomes(
                of: nested + String(repeating: "<a/>", count: 200_000) + String(repeating: "</r>", count: 98))
        }
        #expect(outcomes.map(\.summary) == ["[too-many-namespaces]"])
        #expect(seconds < 2)
    }

    /// The parser is kept from file to file, and with it libxml2's dictionary of names, which only grows.
    @Test func aParserThatHasMetManyNamesIsGivenUp() throws {
        let parser = try #require(XMLPushParser(dialects: [], limits: FeedLimits()))
        func read(_ tags: Range<Int>) {
            // Attributes outside any notice: two hundred to a tag, of a hundred bytes each.
            for tag in tags {
                let names = (0..<200).map { " n\(tag)_\($0)_" + String(repeating: "x", count: 100) + "=''" }.joined()
                _ = Array("\(tag == 0 ? "<r>" : "")<a\(names)/>".utf8).withUnsafeBufferPointer(parser.push)
            }
        }
        read(0..<10)
        #expect(parser.reset())
        read(0..<80)
        #expect(!parser.reset())
    }

    @Test func longTextsCommentsAndInstructionsEndAtOnce() throws {
        let long = String(repeating: "x", count: 11_000_000)
        for xml in [
            "<a>\(long)", "<a><!--\(long)", "<a><?p \(long)", "<a><![CDATA[\(long)", "<\(long)", "<a b='\(long)",
        ] {
            let (outcomes, seconds) = try timed { try FeedReader.outcomes(of: xml) }
            #expect(outcomes.count == 1)
            #expect(outcomes.first?.refusal != nil)
            #expect(seconds < 5)
        }
    }

    @Test(.enabled(if: Corpora.folder != nil, "TORG_CORPUS names no folder with the corpora"))
    func everyFileOfTheCorpusEndsWithAReason() throws {
        let folder = try #require(Corpora.path("hostile/xml"))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(!files.isEmpty)
        for file in files {
            let (outcomes, seconds) = try timed { try FeedReader().outcomes(folder + "/" + file) }
            #expect(outcomes.count == 1, "\(file)")
            #expect(outcomes.first?.refusal != nil, "\(file)")
            #expect(seconds < 2, "\(file)")
        }
    }
}
