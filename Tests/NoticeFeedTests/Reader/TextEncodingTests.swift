import Foundation
import Procurement
import Testing

@testable import NoticeFeed

@Suite struct TextEncodingTests {
    @Test(arguments: [
        ("<a/>", TextEncoding.utf8), ("<?xml version='1.0'?><a/>", .utf8),
        ("<?xml version='1.0' encoding='utf-8'?><a/>", .utf8), ("<?xml version=\"1.0\" encoding = \"UTF-8\" ?>", .utf8),
        ("<?xml version='1.0' encoding='US-ASCII'?>", .utf8), ("<?xml version='1.0' encoding='iso-8859-1'?>", .latin1),
        ("<?xml version='1.0'\n encoding='ISO-8859-15'?>", .latin9),
        ("<?xml version=\"1.0\" encoding=\"Windows-1252\" standalone='yes'?>", .windows1252),
        ("<a encoding='ebcdic'/>", .utf8), ("<?xml version='encoding'?><a encoding='x'/>", .utf8),
    ])
    func readsTheDeclaration(xml: String, expected: TextEncoding) throws {
        #expect(try TextEncoding.detect(Array(xml.utf8)[...]).encoding == expected)
    }

    @Test(arguments: [
        "UTF-7", "IBM037", "UTF-16", "UTF-32", "ISO-2022-JP", "x-made-up", "", "UTF-8 ", "ISO-8859-7", "HZ-GB-2312",
    ])
    func refusesWhatIsNotInTheList(name: String) {
        let xml = Array("<?xml version='1.0' encoding='\(name)'?><a/>".utf8)
        let defect = #expect(throws: NoticeDefect.self) { try TextEncoding.detect(xml[...]) }
        #expect(defect?.reason == "encoding")
    }

    @Test func readsTheByteOrderMark() throws {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        #expect(try TextEncoding.detect((mark + Array("<a/>".utf8))[...]) == (.utf8, 3))
        #expect(try TextEncoding.detect([0xFF, 0xFE, 0x3C, 0]) == (.utf16LittleEndian, 2))
        #expect(try TextEncoding.detect([0xFE, 0xFF, 0, 0x3C]) == (.utf16BigEndian, 2))
        #expect(try TextEncoding.detect([0x3C, 0, 0x3F, 0]) == (.utf16LittleEndian, 0))
        #expect(try TextEncoding.detect([0, 0x3C, 0, 0x3F]) == (.utf16BigEndian, 0))
        #expect(throws: NoticeDefect.self) { try TextEncoding.detect([0xFF, 0xFE, 0, 0]) }
        #expect(throws: NoticeDefect.self) { try TextEncoding.detect([0, 0, 0, 0x3C]) }
        #expect(throws: NoticeDefect.self) { try TextEncoding.detect([0x4C, 0x6F, 0xA7, 0x94]) }
    }

    /// A notice with letters that every listed encoding has, and enough of them to cross the reader's pieces.
    private static let notice = EFormsExample(
        body: "<cac:ProcurementProject><cbc:Name>Räksmörgås</cbc:Name><cbc:Description>"
            + String(repeating: "åäö ÅÄÖ é ", count: 20_000) + "slut</cbc:Description></cac:ProcurementProject>"
    ).xml

    @Test(
        arguments: [
            ("UTF-8", String.Encoding.utf8, []), ("UTF-8", .utf8, [0xEF, 0xBB, 0xBF]),
            ("ISO-8859-1", .isoLatin1, []), ("windows-1252", .windowsCP1252, []), ("ISO-8859-15", .isoLatin1, []),
            ("UTF-16", .utf16LittleEndian, [0xFF, 0xFE]), ("UTF-16", .utf16BigEndian, [0xFE, 0xFF]),
            ("UTF-16", .utf16LittleEndian, []),
        ] as [(String, String.Encoding, [UInt8])])
    func readsANoticeInEachEncoding(name: String, encoding: String.Encoding, mark: [UInt8]) throws {
        let text = "<?xml version=\"1.0\" encoding=\"\(name)\"?>\n" + Self.notice
        let bytes = mark + Array(try #require(text.data(using: encoding)))
        let notice = try #require(try FeedReader.outcomes(bytes: bytes).first?.notice)
        #expect(notice.title.text() == "Räksmörgås")
        #expect(notice.description.text()?.hasSuffix("ÅÄÖ é slut") == true)
    }

    @Test func tellsTheEuroSignsApart() throws {
        func title(_ name: String, _ byte: UInt8) throws -> String? {
            let xml =
                "<?xml version=\"1.0\" encoding=\"\(name)\"?>"
                + EFormsExample(body: "<cac:ProcurementProject><cbc:Name>#</cbc:Name></cac:ProcurementProject>").xml
            let bytes = xml.utf8.map { $0 == UInt8(ascii: "#") ? byte : $0 }
            return try FeedReader.outcomes(bytes: bytes).first?.notice?.title.text()
        }
        #expect(try title("windows-1252", 0x80) == "€")
        #expect(try title("ISO-8859-15", 0xA4) == "€")
        #expect(try title("ISO-8859-1", 0xA4) == "¤")
    }

    @Test func refusesBytesThatMeanNothing() throws {
        let utf8 = Array("<?xml version='1.0'?><a>".utf8) + [0xFF] + Array("</a>".utf8)
        #expect(try FeedReader.outcomes(bytes: utf8).map(\.summary) == ["[not-xml]"])
        // Half a surrogate pair, and half a code unit.
        let surrogate: [UInt8] = [0xFF, 0xFE, 0x3C, 0, 0x00, 0xD8, 0x3C, 0]
        #expect(try FeedReader.outcomes(bytes: surrogate).map(\.summary) == ["[not-xml]"])
        #expect(try FeedReader.outcomes(bytes: [0xFF, 0xFE, 0x3C, 0, 0x61]).map(\.summary) == ["[not-xml]"])
    }
}
