import Testing

@testable import Matching

@Suite struct GroupedRowsTests {
    @Test func repeatsStandSideBySide() {
        var rows = GroupedRows(rows: 3, items: 2)
        for row: [Int32] in [[1, 7, 1, 0, 7, 1], [], [7]] {
            rows.add(row[..<(row.count / 2)])
            rows.add(row[(row.count / 2)...])
            rows.close()
        }
        #expect((0..<3).map { Array(rows.rows[$0]) } == [[1, 1, 1, 7, 7, 0], [], [7]])
    }

    /// Equal heads stay by number.
    @Test func headsArePutInOrder() {
        var generator = SeededGenerator(seed: 7)
        for width in [3, 1 << 20, UInt64.max] {
            let heads = (0..<500).map { _ in UInt64.random(in: 0...width, using: &generator) }
            let expected = heads.indices.sorted { (heads[$0], $0) < (heads[$1], $1) }
            #expect(HeadOrder(heads).items.map { Int($0.number) } == expected)
        }
        #expect(HeadOrder([]).items.isEmpty)
    }

    @Test func textsAreOrderedByTheirBytes() {
        var pool = TextPool()
        let texts = ["b", "", "abcdefghi", "abcdefgh", "abcdefgha", "b", "å", "abcdefghi"]
        for text in texts { pool.append(text) }
        let expected = texts.indices.sorted { (Array(texts[$0].utf8), $0) < (Array(texts[$1].utf8), $1) }
        #expect(pool.order.map { Int($0) } == expected)
    }
}

private func < (left: ([UInt8], Int), right: ([UInt8], Int)) -> Bool {
    left.0 == right.0 ? left.1 < right.1 : left.0.lexicographicallyPrecedes(right.0)
}
