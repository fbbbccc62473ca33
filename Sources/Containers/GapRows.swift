/// Rows of numbers in ascending order, repeats allowed, each as the distance to the one before in two bytes; a larger distance
/// takes several.
///
/// Twice as large as `VarintRows`, and read without a decision at every number.
public struct GapRows: Sendable {
    /// The rows as distances.
    @usableFromInline package internal(set) var rows = RaggedRows<UInt16>()

    /// No rows.
    @inlinable package init() {}

    /// The same rows, each put in order.
    package init(_ rows: RaggedRows<Int32>) {
        self.rows.reserve(rows: rows.count, items: rows.items.count)
        for row in 0..<rows.count { append(rows[row]) }
        self.rows.close()
    }

    /// How many rows there are.
    @inlinable package var count: Int { rows.count }

    /// Adds a row.
    /// - Parameter row: in any order.
    @inlinable package mutating func append(_ row: some Sequence<Int32>) {
        var last: Int32 = 0
        for number in row.sorted() {
            var gap = number - last
            while gap >= Int32(UInt16.max) {
                rows.append(item: UInt16.max)
                gap -= Int32(UInt16.max)
            }
            rows.append(item: UInt16(gap))
            last = number
        }
        rows.endRow()
    }

    /// True for a row without numbers.
    @inlinable package func isEmpty(_ row: Int) -> Bool { rows.length(row) == 0 }

    /// Calls `body` with every number of a row.
    @inlinable @inline(__always)
    package func forEach(_ row: Int, _ body: (_ number: Int) -> Void) {
        let gaps = rows.items.span
        var number = 0
        for index in rows.range(row) {
            number += Int(gaps[index])
            if gaps[index] != UInt16.max { body(number) }
        }
    }

    /// The numbers of a row.
    @inlinable package subscript(row: Int) -> [Int32] {
        var numbers: [Int32] = []
        forEach(row) { numbers.append(Int32($0)) }
        return numbers
    }

    /// The rows that hold a number, by number (see `RaggedRows.transposed`).
    package func transposed(rows: Int) -> GapRows {
        var pairs: [(row: Int32, item: Int32)] = []
        pairs.reserveCapacity(self.rows.items.count)
        for row in 0..<count { forEach(row) { pairs.append((Int32($0), Int32(row))) } }
        return GapRows(RaggedRows(rows: rows, pairs: pairs))
    }

    /// Bytes held, for reports.
    @inlinable package var memory: Int { rows.memory }
}
