/// Makes rows of numbers in which repeats stand side by side, which is all the order that `ChunkedLists` asks for: counting
/// them takes a fraction of sorting.
package struct GroupedRows {
    private(set) var rows = Adjacency()
    /// By number: how often the row that is being made has it.
    private var times: [Int32]
    /// The numbers that it has, in the order in which they came.
    private var distinct: [Int32] = []

    /// - Parameters:
    ///   - rows: how many there will be.
    ///   - items: one more than the largest number, as far as it is known.
    init(rows: Int, items: Int) {
        self.rows.reserve(rows: rows, items: 0)
        times = [Int32](repeating: 0, count: items)
    }

    /// Adds numbers to the row that is being made.
    mutating func add(_ items: ArraySlice<Int32>) {
        for item in items {
            if Int(item) >= times.count {
                times += [Int32](repeating: 0, count: max(Int(item) + 1 - times.count, times.count))
            }
            if times[Int(item)] == 0 { distinct.append(item) }
            times[Int(item)] += 1
        }
    }

    /// Ends the row.
    mutating func close() {
        rows.append(grouping: distinct) { Int(times[Int($0)]) }
        for item in distinct { times[Int(item)] = 0 }
        distinct.removeAll(keepingCapacity: true)
    }
}
