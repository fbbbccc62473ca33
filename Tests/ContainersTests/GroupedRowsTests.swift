import Containers
import Testing

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
}
