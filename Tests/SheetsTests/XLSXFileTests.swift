import API
import Containers
import Foundation
import JSON
import Procurement
import TestSupport
import Testing

@testable import Sheets

/// Workbooks as Python's own zip and XML read them.
@Suite(.enabled(if: ReadWorkbook.isPossible, "there is no python3 to read workbooks with"))
struct XLSXFileTests {
    private func workbook(_ sheets: [Sheet], _ language: TextLanguage = .sv) -> Workbook {
        Workbook(SheetContext(language: language, asked: .made), Ground(), sheets)
    }

    @Test func everyKindOfCellComesBackAsWhatItIs() throws {
        let cells: [Cell] = [
            .none, .withheld, .text("0012"), .whole(-3), .points(Points(millionths: 484_000)), .decimal("-1250000.50"),
            .decimal("12345678901234567.89"), .day(CalendarDate(nearestTo: 2026, 3, 1)),
            .day(CalendarDate(nearestTo: 1700, 1, 2)), .moment(Moment(secondsSinceEpoch: 1_767_268_800)), .flag(false),
            .whole(0),
        ]
        let read = try ReadWorkbook(workbook([HostileText.sheet([cells], columns: cells.count)]))
        let found = (1...cells.count).map { read.cell("Rader", 2, $0) }
        #expect(
            found == [
                nil, .init("sekretess", "@"), .init("0012", "@"), .init(-3, "0"), .init(0.484, "0.000"),
                .init(-1_250_000.5, "#,##0.00"), .init("12345678901234567.89", "@"), .init(46_082, "yyyy-mm-dd"),
                .init("1700-01-02", "@"), .init(46_023.5, "yyyy-mm-dd hh:mm:ss"), .init("nej", "@"), .init(0, "0"),
            ])
    }

    @Test func titlesStayAndFilterAndColumnsHaveWidths() throws {
        let sheet = Sheet(
            "rows", sv: "Rader: [a/b]", en: "Rows", .sv,
            [
                Column(sv: "Ett", en: "One", width: 40) { Cell.whole($0) },
                Column(sv: "Två", en: "Two", width: 9) { .whole(-$0) },
            ],
            [1, 2])
        let read = try ReadWorkbook(workbook([sheet]))
        #expect(read.sheets.map(\.name) == ["Rader- -a-b-", "Om"])
        #expect(read.sheets[0].frozen == "1" && read.sheets[0].filter == "A1:B3")
        #expect(read.sheets[0].widths.map { Int($0) } == [40, 9])
        #expect(read.cell("Rader- -a-b-", 1, 2)?.text == "Två" && read.cell("Rader- -a-b-", 3, 2)?.number == -2)
    }

    @Test(arguments: 0..<6) func hostileCellsComeBackAsTexts(seed: Int) throws {
        var chance = SplitMix64(seed: UInt64(seed))
        let rows = (0..<40).map { _ in (0..<5).map { _ in HostileText.made(&chance) } }
        let read = try ReadWorkbook(workbook([HostileText.sheet(rows.map { $0.map(Cell.text) }, columns: 5)]))
        for (row, texts) in rows.enumerated() {
            for (column, text) in texts.enumerated() {
                #expect(
                    (read.cell("Rader", row + 2, column + 1)?.text ?? "") == text.inCell, "\(text.debugDescription)")
            }
        }
    }

    @Test func aTextThatIsTooLongIsCutAndSaysSo() throws {
        let long = String(repeating: "åäö👩‍💻", count: 10_000)
        let read = try ReadWorkbook(workbook([HostileText.sheet([[.text(long)]], columns: 1)]))
        let text = try #require(read.cell("Rader", 2, 1)?.text)
        #expect(text.utf16.count <= XLSXFile.longestText && text.hasSuffix("…") && long.hasPrefix(text.dropLast()))
    }

    @Test func theLastSheetSaysWhatWasAskedAndWhatItRestsOn() throws {
        var ground = Ground()
        ground.generation = 7
        ground.dataThrough = CalendarDate(nearestTo: 2021, 10, 22)
        ground.dossier = MatchCategory.example.result.dossier
        let read = try ReadWorkbook(
            Workbook(
                SheetContext(language: .en, asked: .made), ground, [HostileText.sheet([], columns: 1)]))
        func value(_ title: String) -> ReadWorkbook.Value? {
            (1...30).first { read.cell("About", $0, 1)?.text == title }.flatMap { read.cell("About", $0, 2) }
        }
        #expect(value("Asked")?.text == "match.category" && value("category")?.text == "it")
        #expect(value("limit")?.number == 20 && value("where")?.text == #"{"size":["micro"]}"#)
        #expect(value("Data through")?.number == 44_491 && value("Generation")?.number == 7)
        #expect(value("Dossier")?.text == "not kept")
    }

    /// The same answer gives the same bytes: what is mailed twice is one file.
    @Test func theSameTablesGiveTheSameFile() throws {
        let folder = try TemporaryFolder()
        let book = workbook([HostileText.sheet([[.text("x"), .whole(1)]], columns: 2)])
        for name in ["a", "b"] { try XLSXFile(book).write(to: folder.file(name)) }
        #expect(
            try Data(contentsOf: URL(filePath: folder.file("a"))) == Data(contentsOf: URL(filePath: folder.file("b"))))
    }
}

extension Asked {
    static var made: Asked {
        Asked(
            method: "match.category", parameters: ["category": "it", "limit": 20, "where": ["size": ["micro"]]],
            at: Moment(secondsSinceEpoch: 1_767_225_600))
    }
}
