/// Each procurement's CPV codes, the main one first. Few sets of codes are many procurements', so each set stands once.
struct CodeTable: Sendable {
    /// Row = set, items = codes as numbers.
    private(set) var sets = Adjacency()
    /// By procurement.
    private(set) var setOf: [Int32] = []

    init(_ rows: some Sequence<[Int32]>) {
        var numbers: [[Int32]: Int32] = [:]
        for row in rows {
            let number = numbers[row] ?? Int32(sets.count)
            if number == sets.count {
                numbers[row] = number
                sets.append(row)
            }
            setOf.append(number)
        }
    }

    var count: Int { setOf.count }

    subscript(procurement: Int) -> ArraySlice<Int32> { sets[Int(setOf[procurement])] }

    /// Bytes held, for reports.
    var memory: Int { sets.memory + setOf.count * 4 }
}
