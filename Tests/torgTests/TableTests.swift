import Testing

@testable import torg

@Suite struct TableTests {
    private func lines(width: Int, notes: [String] = []) -> [String] {
        var table = Table([
            .init(title: "Nr", alignment: .right), .init(title: "Leverantör", isFlexible: true), .init(title: "Ny"),
        ])
        table.add(["1", "Norrvika Bygg och Anläggning i Ekby AB", "ny"], notes: notes)
        table.add(["12", "Fia Ek", ""])
        return table.lines(for: Terminal(width: width))
    }

    @Test func aColumnIsAsWideAsItsWidestCell() {
        #expect(
            lines(width: 100) == [
                "Nr  Leverantör                              Ny", " 1  Norrvika Bygg och Anläggning i Ekby AB  ny",
                "12  Fia Ek",
            ])
    }

    @Test func theFlexibleColumnGivesWay() {
        #expect(lines(width: 30) == ["Nr  Leverantör              Ny", " 1  Norrvika Bygg och Anl…  ny", "12  Fia Ek"])
    }

    /// Of a very narrow terminal the right edge is lost, not what a row is about.
    @Test func butKeepsTwelveColumns() {
        #expect(lines(width: 10)[1] == " 1  Norrvika By…  ny")
    }

    @Test func notesStandUnderTheirRow() {
        #expect(lines(width: 30, notes: ["    because"])[2...] == ["    because", "12  Fia Ek"])
    }

    @Test(arguments: [(0, "0"), (999, "999"), (9036, "9 036"), (-1_234_567, "-1 234 567"), (100_000, "100 000")])
    func numbersAreGroupedByThousands(number: Int, text: String) {
        #expect(TextLayout.grouped(number) == text)
    }
}
