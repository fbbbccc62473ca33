import Testing

@testable import NoticeFeed

/// A document that is there as a whole says what it says in pieces, whatever of it is covered meanwhile.
@Suite struct LetterMaskTests {
    private struct Outcome: Equatable {
        var text: String?
        var attributes: String?
        var ends: [UInt32] = []
        var failure: NoticeDefect?
    }

    /// What may stand in an element; not all of it is XML.
    private static let parts = [
        "Vägunderhåll", "plain", " ", "\n\t", "\r\n", "\r", "\u{7F}", "€ \u{1F4A7} \u{FFFD} \u{10FFFF}", "a > å", "\"å",
        "'", "&amp;", "&#127;å", "&#229;", "]]", "]]>", "<b å=\"x > y\"/>", "<b c='å >' d=\"'ö\">ä</b>", "<å>ö</å>",
        "<!-- å -->", "<![CDATA[å < ö]]>", "<?å ö?>", "\u{1}", "\u{FFFE}", "<b c=\"å", "&å;",
    ].map { Array($0.utf8) }
    /// Bytes that are no UTF-8, or mean no character.
    private static let bytes: [[UInt8]] = [
        [0xC3], [0x80], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBF],
        [0xF0, 0x80, 0x80, 0xAF],
        [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0],
    ]

    private static func outcome(_ read: (XMLPushParser) -> Void) throws -> Outcome {
        let parser = try #require(XMLPushParser(dialects: [], limits: FeedLimits(), collectsRoot: true))
        read(parser)
        var outcome = Outcome(failure: parser.failure)
        guard parser.failure == nil, case .tree(let tree, _)? = parser.take().first else { return outcome }
        outcome.text = String(decoding: tree.text, as: UTF8.self)
        outcome.attributes = String(decoding: tree.attributeText, as: UTF8.self)
        outcome.ends = tree.nodes.flatMap { [$0.line, $0.textStart, $0.textEnd] }
        return outcome
    }

    private static func expectSame(_ inner: [UInt8], _ comment: Comment) throws {
        let document = Array("<?xml version=\"1.0\"?>\n<a t=\"ö\">".utf8) + inner + Array("å</a>\n".utf8)
        try document.withUnsafeBufferPointer { document in
            let whole = try outcome { $0.parse(whole: document) }
            let pieces = try outcome { if $0.push(document) { $0.finish() } }
            #expect(whole == pieces, comment)
        }
    }

    @Test func whateverStandsInAnElement() throws {
        let all = Self.parts + Self.bytes
        for first in all {
            for second in all {
                for third in Self.parts {
                    try Self.expectSame(first + second + third, "\(first + second + third)")
                }
            }
        }
    }

    /// The covering itself: letters of texts alone, up to what libxml2 has to see.
    @Test(arguments: [
        ("<a>å</a>", "<a>\u{7F}\u{7F}</a>"), ("<a b='å >'>x å</a>", "<a b='å >'>x \u{7F}\u{7F}</a>"),
        ("<a>x\rå</a>", "<a>x\rå</a>"), ("<a>å\rå</a>", "<a>\u{7F}\u{7F}\rå</a>"), ("<å>a</å>", "<å>a</å>"),
        ("<a>å&amp;ö<b/>€</a>", "<a>\u{7F}\u{7F}&amp;\u{7F}\u{7F}<b/>\u{7F}\u{7F}\u{7F}</a>"),
    ])
    func lettersOfTextsAreCovered(document: String, covered: String) {
        let bytes = Array(document.utf8)
        var copy = bytes
        bytes.withUnsafeBufferPointer { bytes in
            copy.withUnsafeMutableBufferPointer { copy in
                guard let start = copy.baseAddress else { return }
                #expect(LetterMask.cover(start, of: bytes) == (covered != document))
            }
        }
        #expect(String(decoding: copy, as: UTF8.self) == covered)
    }
}
