import API
import CSV
import Containers
import Procurement
import Testing

@testable import Sheets

@Suite struct CSVTableTests {
    private static let cells: [Cell] = [
        .none, .withheld, .text("Räksmörgås"), .whole(-3), .points(Points(millionths: 484_000)),
        .decimal("-1250000.50"),
        .decimal("1e9"), .day(CalendarDate(nearestTo: 2026, 3, 1)),
        .moment(Moment(secondsSinceEpoch: 1_767_225_600)), .flag(true), .whole(0),
    ]

    /// Nothing, withheld and zero are three things; a sum that isn't a plain decimal is a text.
    @Test func everyKindOfCellInBothDialects() {
        let sheet = HostileText.sheet([Self.cells], columns: Self.cells.count)
        func lines(_ dialect: CSVDialect, _ language: TextLanguage) -> String {
            String(decoding: CSVTable(dialect, language).bytes(sheet), as: UTF8.self).components("\r\n")[1]
        }
        #expect(
            lines(.excel, .sv)
                == #";"sekretess";"Räksmörgås";-3;0,484;-1250000,50;"1e9";2026-03-01;2026-01-01 00:00:00;"ja";0"#)
        #expect(
            lines(.rfc4180, .en)
                == #","withheld","Räksmörgås",-3,0.484,-1250000.50,"1e9",2026-03-01,2026-01-01 00:00:00,"yes",0"#)
    }

    @Test func excelGetsAMarkAndOthersNone() {
        let sheet = HostileText.sheet([], columns: 1)
        #expect(CSVTable(.excel, .sv).bytes(sheet).prefix(3) == [0xEF, 0xBB, 0xBF])
        #expect(CSVTable(.rfc4180, .sv).bytes(sheet).first == UInt8(ascii: "\""))
    }

    @Test(arguments: [
        "=1+1", "+46 8 123", "-1", "@SUM(A1)", "\t=1+1", "  =1+1", "\u{FF1D}1", "\u{A0}=1", "\r=1", "\n@x", "\tx",
    ]) func whatWouldBeAFormulaIsText(text: String) {
        #expect(CSVTable.harmless(text.inCell).first == "'")
    }

    @Test(arguments: ["", "a=1", "3-4", "’s-Hertogenbosch", "Åre", "(=1)"]) func otherTextsStayAsTheyAre(text: String) {
        #expect(CSVTable.harmless(text) == text)
    }

    /// Whatever texts hold, a reader finds as many cells with the same in them, and none that a spreadsheet reckons with.
    @Test(arguments: CSVDialect.allCases, 0..<20) func hostileCellsComeBack(dialect: CSVDialect, seed: Int) throws {
        var chance = SplitMix64(seed: UInt64(seed))
        let rows = (0..<30).map { _ in (0..<4).map { _ in HostileText.made(&chance) } }
        let sheet = HostileText.sheet(rows.map { $0.map(Cell.text) }, columns: 4)
        let bytes = CSVTable(dialect, .sv).bytes(sheet)
        var rest: [UInt8]? = bytes
        var records = try CSVRecords {
            defer { rest = nil }
            return rest ?? []
        }
        var read: [[String]?] = []
        while let record = try records.next() { read.append(record.fields) }
        #expect(read.dropFirst().map { $0 } == rows.map { $0.map { CSVTable.harmless($0.inCell) } })
        for field in read.compactMap({ $0 }).joined() {
            let first = field.unicodeScalars.first { !$0.properties.isWhitespace }
            #expect(first.map { !"=+-@".unicodeScalars.contains($0) } ?? true, "\(field.debugDescription)")
        }
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
