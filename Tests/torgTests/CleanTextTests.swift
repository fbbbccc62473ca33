import JSON
import JSONRPC
import Testing

@testable import torg

/// What is shown of texts that others wrote.
@Suite struct CleanTextTests {
    @Test(arguments: [
        ("Rena Golv AB", "Rena Golv AB"),
        ("Åkeri Ö & Söner – 100 %", "Åkeri Ö & Söner – 100 %"),
        // Clears the screen; sets the window's title; C1's way to write the same; delete.
        ("A\u{1B}[2JB", "A?[2JB"), ("\u{1B}]0;ägd\u{07}", "?]0;ägd?"), ("A\u{9B}2J", "A?2J"),
        ("A\u{7F}\u{08}B", "A??B"),
        // Shown in another order than it is written in.
        ("faktura\u{202E}lmx.exe", "faktura?lmx.exe"), ("\u{2066}a\u{2069}", "?a?"), ("\u{200F}a\u{61C}", "?a?"),
        // A line of one's own.
        ("a\nok    store: sound", "a ok    store: sound"), ("a\tb\rc", "a b c"), ("a\u{2028}b\u{85}c", "a?b?c"),
        // Invisible, and nothing to show.
        ("Bygg\u{AD}firma\u{200B}n\u{FEFF}", "Byggfirman"),
        // Part of how it is written.
        ("👩‍🔧", "👩‍🔧"), ("می‌خواهم", "می‌خواهم"), ("e\u{301}", "e\u{301}"),
    ])
    func onOneLine(text: String, shown: String) {
        #expect(CleanText.line(text) == shown)
    }

    @Test func aDocumentKeepsItsLines() {
        #expect(CleanText.document("a\n\tb\u{1B}[1m\n") == "a\n\tb?[1m\n")
    }

    @Test func jsonSaysTheSame() throws {
        let value: JSONValue = ["a\u{9B}": "b\u{202E}\u{7F}\u{1B}\u{E0041}\"\n", "c": ["å", "👩‍🔧"]]
        let text = CleanText.json(String(decoding: JSONText(value).bytes, as: UTF8.self))
        #expect(try JSONParser.parse(Array(text.utf8)) == value)
        #expect(CleanText.line(text) == text)
        #expect(text.contains("å") && text.contains("👩‍🔧"))
        #expect(CleanText.html("<p>a\u{202E}\n") == "<p>a&#x202e;\n")
    }

    @Test func namesOfMembersAreCleanedToo() {
        #expect(CleanText.value(["a\u{1B}": ["b\u{9B}", 1]]) == ["a?": ["b?", 1]])
    }

    /// The terminal's own bold stays; what others write doesn't become bold.
    @Test func onlyTheProgramsOwnStylesPass() {
        let terminal = Terminal(width: 80, isInteractive: true, hasStyle: true)
        let line = terminal.bold("A\u{1B}[2mB") + "\u{1B}[31m" + terminal.dim("C")
        #expect(Output.styled(line) == "\u{1B}[1mA?[2mB\u{1B}[0m?[31m\u{1B}[2mC\u{1B}[0m")
    }
}
