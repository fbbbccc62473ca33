import Testing

@testable import torg

/// Columns as a terminal has them.
@Suite struct TextLayoutTests {
    @Test(arguments: [
        ("Åkeri", 5), ("e\u{301}a\u{308}", 2), ("東京", 4), ("ｱ", 1), ("Ａ", 2), ("한국", 4), ("👩‍🔧", 2), ("🇸🇪", 2), ("❤️", 2),
        ("☎", 1), ("–…", 2), ("", 0), ("\u{301}", 0), ("👍🏽!", 3),
    ])
    func widthOfText(text: String, columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test func columnsStandUnderOneAnother() {
        var table = Table([.init(title: "Namn", isFlexible: true), .init(title: "Antal", alignment: .right)])
        for name in ["Rena Golv AB", "東京商事株式会社", "Cafe\u{301} 👩‍🔧", "a\u{1B}[2Jb\nc", "Bygg\u{AD}firman"] {
            table.add([name, "1"])
        }
        let lines = table.lines(for: Terminal(width: 80))
        #expect(Set(lines.map { DisplayWidth.of($0) }) == [23])
        #expect(lines.allSatisfy { CleanText.line($0) == $0 })
    }

    @Test func whatIsCutFillsItsColumns() {
        #expect(TextLayout.fit("東京商事株式会社", width: 7) == "東京商…")
        #expect(TextLayout.fit("東京商事株式会社", width: 8) == "東京商… ")
        #expect(TextLayout.fit("Norrvika", width: 4) == "Nor…")
        #expect(TextLayout.fit("東京", width: 6) == "東京  ")
        #expect(TextLayout.right("東京", width: 6) == "  東京")
    }

    @Test func linesBreakByColumns() {
        #expect(TextLayout.wrap("東京商事 株式会社 Norrvika", width: 10) == ["東京商事", "株式会社", "Norrvika"])
        #expect(TextLayout.wrap("東京商事株式会社", width: 10) == ["東京商事株", "式会社"])
        #expect(TextLayout.wrap("en\u{1B}[2J två", width: 20) == ["en?[2J två"])
    }
}
