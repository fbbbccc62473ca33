import Testing

@testable import NoticeFeed

@Suite struct EscapedTextTests {
    @Test(arguments: [
        ("A &amp; B", "A & B"), ("&lt;b&gt;&quot;x&quot;&apos;", "<b>\"x\"'"), ("a&#92;b", "a\\b"),
        ("&#xE5;&#228;", "åä"),
        ("R&D", "R&D"), ("a & b; c", "a & b; c"), ("&unknown;", "&unknown;"),
        ("&#0;&#xFFFFFFFF;&#;", "&#0;&#xFFFFFFFF;&#;"),
        ("&amp;amp;", "&amp;"), ("&", "&"), ("", ""), ("å&amp;ö", "å&ö"), ("&#x1F600;", "😀"), ("&#xD800;", "&#xD800;"),
    ])
    func undoesOneLevel(text: String, expected: String) {
        #expect(EscapedText.decoded(text) == expected)
    }
}
