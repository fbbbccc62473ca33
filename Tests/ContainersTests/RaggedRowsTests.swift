import Containers
import Testing

@Suite struct RaggedRowsTests {
    private let rows: [[Int32]] = [[3, 1], [], [2, 2, 0], [3]]

    private var packed: RaggedRows<Int32> {
        var packed = RaggedRows<Int32>()
        for row in rows { packed.append(row) }
        return packed
    }

    @Test func rowsComeBack() {
        var packed = packed
        for isClosed in [false, true] {
            if isClosed { packed.close() }
            #expect(packed.count == rows.count)
            #expect(packed.rows.map { Array(packed[Int($0)]) } == rows)
            #expect(rows.indices.map { packed.length($0) } == rows.map(\.count))
            #expect(rows.indices.map { packed.withRow($0) { Array($0) } } == rows)
        }
        #expect(packed.memory == 5 * 4 + 6 * 4)
    }

    @Test func rowsCanBeMadeItemByItem() {
        var made = RaggedRows<Int32>()
        for row in rows {
            for item in row { made.append(item: item) }
            made.endRow()
        }
        #expect(made.items == packed.items && made.offsets == packed.offsets)
    }

    /// Of pairs in any order; each row keeps the order of its own.
    @Test func rowsCanBeMadeOfPairs() {
        let pairs: [(row: Int32, item: Int32)] = [(2, 2), (0, 3), (3, 3), (2, 2), (0, 1), (2, 0)]
        let made = RaggedRows(rows: 4, pairs: pairs)
        #expect(made.items == packed.items && made.offsets == packed.offsets)
    }

    @Test func transposedRowsHoldTheSamePairs() {
        let transposed = packed.transposed(rows: 5)
        #expect((0..<5).map { Array(transposed[$0]) } == [[2], [0], [2, 2], [0, 3], []])
    }
}
