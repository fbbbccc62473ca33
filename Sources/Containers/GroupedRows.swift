/// Makes rows of numbers in which equal numbers stand together: counting them takes a fraction of sorting.
public struct GroupedRows: Sendable {
    /// The rows that were ended.
    @usableFromInline package internal(set) var rows = RaggedRows<Int32>()
    /// By number: how often the row that is being made has it.
    @usableFromInline var times: [Int32]
    /// The numbers that it has, in the order in which they came.
    @usableFromInline var distinct: [Int32] = []

    /// - Parameters:
    ///   - rows: how many there will be.
    ///   - items: one more than the largest number, as far as it is known.
    @inlinable package init(rows: Int, items: Int) {
        self.rows.reserve(rows: rows, items: 0)
        times = [Int32](repeating: 0, count: items)
    }

    /// Adds numbers to the row that is being made.
    @inlinable package mutating func add(_ items: ArraySlice<Int32>) {
        for item in items {
            if Int(item) >= times.count {
                times += [Int32](repeating: 0, count: max(Int(item) + 1 - times.count, times.count))
            }
            if times[Int(item)] == 0 { distinct.append(item) }
            times[Int(item)] += 1
        }
    }

    /// Ends the row.
    @inlinable package mutating func close() {
        for item in distinct {
            for _ in 0..<times[Int(item)] { rows.append(item: item) }
            times[Int(item)] = 0
        }
        rows.endRow()
        distinct.removeAll(keepingCapacity: true)
    }
}
