import Procurement
import Testing

@testable import NoticeFeed

@Suite struct PlainTextTests {
    @Test(arguments: [
        ("A &amp; B", "A & B"), ("a&#92;b", "a\\b"), ("&#xE5;&#228;", "åä"),
        ("&aring;&auml;&Ouml; &ndash; &euro;", "åäÖ – €"),
        ("R&D", "R&D"), ("a & b; c", "a & b; c"), ("&unknown;", "&unknown;"),
        ("&#0;&#xFFFFFFFF;&#;", "&#0;&#xFFFFFFFF;&#;"), ("&", "&"), ("", ""), ("å&amp;ö", "å&ö"),
        ("&#x1F600;", "😀"), ("&#xD800;", "&#xD800;"), ("a&nbsp;b", "a\u{A0}b"), ("upp&shy;handling", "upphandling"),
        // What browsers take for windows-1252.
        ("2020&#150;2024", "2020–2024"), ("&#129;", "&#129;"),
    ])
    func undoesReferences(text: String, expected: String) {
        #expect(PlainText.read(text) == expected)
    }

    @Test(arguments: [
        ("&amp;amp;", "&"), ("&amp;lt;p&amp;gt;A &amp;amp;amp; B&amp;lt;/p&amp;gt;", "A & B"),
        ("&amp;quot;x&amp;quot;", "\"x\""),
    ])
    func undoesSeveralLevels(text: String, expected: String) {
        #expect(PlainText.read(text) == expected)
    }

    @Test(arguments: [
        ("<b>fet</b> text", "fet text"), ("<p>Ett</p><p>Två</p>", "Ett\nTvå"),
        ("Ett<br>Två<br/>Tre<BR />Fyra", "Ett\nTvå\nTre\nFyra"),
        ("<p class=\"x\" style='y: \"z\"'>Ett\n  två</p>", "Ett två"), ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("<p>&nbsp;</p><p>Ett&nbsp;två</p><p></p>", "Ett två"), ("&lt;p&gt;K&amp;amp;R&lt;/p&gt;", "K&R"),
        ("<div><span>a</span><o:p></o:p></div>", "a"),
        ("<!-- <p>x</p> -->a<style>p { x }</style>b<SCRIPT>x<y</script>c", "abc"),
        ("<!--[if gte mso 9]><xml><w:x>7</w:x></xml><![endif]-->a", "a"),
        ("<a href=\"https://example.org?a>b\">här</a>", "här"),
        ("<![if !x]>a<![endif]>", "a"), ("rad ett\nrad <i>två</i>", "rad ett\nrad två"), ("<![CDATA[<p>a</p>]]>", "a"),
        ("<h1>Rubrik</h1>text", "Rubrik\ntext"),
    ])
    func takesTagsOut(text: String, expected: String) {
        #expect(PlainText.read(text) == expected)
    }

    @Test(arguments: [
        "< 10 år", "värde <10 och >5", "a<b och c>d", "<namn@example.org>", "<se bilaga 1>", "<i bilaga 1>", "<p",
        "<br", "<>", "</>",
        "<!-- öppen", "<style", "5 < 6 > 4", "a <- b", "rad ett\n\nrad  två <3", "<pris>", "<bilaga>", "<p <q",
    ])
    func whatOnlyLooksLikeMarkupStays(text: String) {
        #expect(PlainText.read(text) == text)
    }

    /// Each of these took the square of its length, were every end looked for anew.
    @Test(arguments: ["<p ", "<!--", "<style>", "<a href=\"", "&#", "<![CDATA[", "&amp;", "<p a='", "</"])
    func takesTimeInProportion(part: String) {
        func seconds(_ count: Int) -> Duration {
            let text = String(repeating: part, count: count)
            return ContinuousClock().measure { _ = PlainText.read(text) }
        }
        let once = (0..<3).map { _ in seconds(20_000) }.min() ?? .zero
        // Eight times as much would take 64 times as long.
        #expect(seconds(160_000) < once * 32 + .milliseconds(50))
    }

    /// An end that isn't whole ends nothing, and isn't looked for anew from every beginning before it.
    @Test func takesTimeInProportionToManyBeginningsOfOneEnd() {
        func seconds(_ count: Int) -> Duration {
            let text = String(repeating: "<style>", count: count) + "</style<"
            return ContinuousClock().measure { _ = PlainText.read(text) }
        }
        let once = (0..<3).map { _ in seconds(2_000) }.min() ?? .zero
        #expect(seconds(16_000) < once * 32 + .milliseconds(50))
    }

    @Test func everyDialectReadsDescriptionsThroughIt() throws {
        let html =
            "&lt;p&gt;Daglig &lt;b&gt;städning&lt;/b&gt; &amp;amp; fönster&lt;/p&gt;&lt;p&gt;Tre skolor&lt;/p&gt;"
        let plain = "Daglig städning & fönster\nTre skolor"
        let eForms = try FeedReader.outcomes(
            of:
                "<ContractNotice><ID>1</ID><ProcurementProject><Name>a</Name><Description>\(html)</Description></ProcurementProject></ContractNotice>"
        )
        #expect(eForms.first?.notice?.description.text() == plain)
        let ted = TEDExample.form(
            "F02", object: TEDExample.object().replacing("Daglig städning.</P><P>Även fönster.", with: html))
        #expect(try TEDExample.notice(ted).description.text() == plain)
        let mapped = try MappedExample.notice(fields: "description: Text", xml: "<Text>\(html)</Text>")
        #expect(mapped.description.text() == plain)
    }
}
