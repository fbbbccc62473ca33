import Containers
import Testing

@Suite struct GapRowsTests {
    /// Repeats, distances that take several steps, and such as are just as large as one.
    private let rows: [[Int32]] = [
        [], [0], [0, 0, 3], [65_534], [65_535], [65_536], [131_070, 131_070], [5, 70_000, 200_000, 2_000_000], [],
    ]

    @Test func rowsComeBackInOrder() {
        var gaps = GapRows()
        for row in rows { gaps.append(row.reversed()) }
        #expect(gaps.count == rows.count)
        #expect(rows.indices.map { gaps[$0] } == rows)
        #expect(rows.indices.map { gaps.isEmpty($0) } == rows.map(\.isEmpty))
    }

    @Test func transposedRowsHoldTheSamePairs() {
        var table = RaggedRows<Int32>()
        for row in rows { table.append(row) }
        let transposed = GapRows(table).transposed(rows: 2_000_001)
        let plain = table.transposed(rows: 2_000_001)
        #expect(transposed.count == plain.count)
        for number in Set(rows.joined()) { #expect(transposed[Int(number)] == Array(plain[Int(number)])) }
    }
}
