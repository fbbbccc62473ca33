import Testing

@testable import NoticeFeed

@Suite struct MarkupGuardTests {
    /// The first violation's reason, when the text comes in pieces of `size` bytes.
    private func check(_ xml: String, limits: FeedLimits, piecesOf size: Int) -> String? {
        var guardian = MarkupGuard(limits: limits)
        let bytes = Array(xml.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            let piece = Array(bytes[start..<min(start + size, bytes.count)])
            if let violation = piece.withUnsafeBufferPointer({ guardian.check($0) }) { return violation.defect.reason }
        }
        return nil
    }

    private func limits(attributes: Int = 2, tagBytes: Int = 40) -> FeedLimits {
        var limits = FeedLimits()
        limits.attributes = attributes
        limits.tagBytes = tagBytes
        return limits
    }

    @Test(arguments: [
        "<a b='1' c='2'/>", "<a b=\"=>=<\" c='\"=='/>", "<a>x=1 y=2 z=3 = = =</a>",
        "<!-- <a b='' c='' d='' e=''> --><a/>", "<?pi <a b='' c='' d=''?><a/>", "<![CDATA[<a b='' c='' d=''>]]><a/>",
        "<!-- -> -- ' > b='' c='' d='' --><a b=''/>", "<![CDATA[ ]> ]] > b='' c='' d='' ]]]><a b=''/>",
        "<?x ? > b='' c='' d='' ??><a/>", "<!---->", "<a></a><a b=''></a><c d='' e=''/>",
    ])
    func letsOrdinaryMarkupPass(xml: String) {
        for size in [1, 2, 3, 7, 100] { #expect(check(xml, limits: limits(), piecesOf: size) == nil, "\(size)") }
    }

    @Test(arguments: [
        "<a b='1' c='2' d='3'/>", "<a b='>' c='>' d='>'/>", "<x/><!-- '\" --><a b='' c='' d=''>",
        "<![CDATA[<!-- ]]><a b='' c='' d=''>", "<?p '?><a\nb = '' c = '' d = ''/>",
    ])
    func findsOneAttributeTooMany(xml: String) {
        for size in [1, 2, 3, 7, 100] {
            #expect(check(xml, limits: limits(), piecesOf: size) == "too-many-attributes", "\(size)")
        }
    }

    @Test func findsATagOneByteTooLong() {
        // The bytes after `<`, the `>` included.
        let fits = "<" + String(repeating: "a", count: 39) + ">"
        let tooLong = "<" + String(repeating: "a", count: 40) + ">"
        for size in [1, 5, 100] {
            #expect(check(fits + fits, limits: limits(), piecesOf: size) == nil)
            #expect(check(fits + tooLong, limits: limits(), piecesOf: size) == "tag-too-long")
        }
    }

    @Test func countsInALongTagAfterShortOnes() {
        let short = "<a b='>'/><!-- ' \" > --><c d=\"'\">=====</c><?p \"?><e>"
        let limits = limits(attributes: 12, tagBytes: 400)
        for size in [1, 2, 3, 7, 100, 1000] {
            let long = { short + "<f" + String(repeating: " x = '>'", count: $0) + "/>" + short }
            #expect(check(long(12), limits: limits, piecesOf: size) == nil, "\(size)")
            #expect(check(long(13), limits: limits, piecesOf: size) == "too-many-attributes", "\(size)")
        }
    }

    @Test func saysWhereTheTagBegins() {
        var guardian = MarkupGuard(limits: limits())
        let bytes = Array("<x/>text<a b='' c='' d=''/>".utf8)
        #expect(bytes.withUnsafeBufferPointer { guardian.check($0)?.offset } == 8)
    }
}
