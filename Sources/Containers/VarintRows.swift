/// Rows of numbers in ascending order, repeats allowed, each as the distance to the one before as a `Varint`: for words of
/// texts about two bytes a word.
public struct VarintRows: Sendable {
    /// The rows as bytes.
    @usableFromInline package internal(set) var rows = RaggedRows<UInt8>()
    /// One more than the largest number.
    @usableFromInline package internal(set) var upperBound = 0

    /// No rows.
    @inlinable package init() {}

    /// How many rows there are.
    @inlinable package var count: Int { rows.count }

    /// Adds a row.
    /// - Parameter row: in any order, repeats allowed; it is put in order.
    @inlinable package mutating func append(_ row: inout [Int32]) {
        var last: Int32 = 0
        row.sort()
        for number in row {
            rows.items.append(varint: UInt64(number - last))
            last = number
        }
        upperBound = max(upperBound, Int(last) + 1)
        rows.endRow()
    }

    /// Reserves capacity for this many rows.
    @inlinable package mutating func reserve(rows: Int) { self.rows.reserve(rows: rows, items: 0) }

    /// Gives back the spare capacity of arrays that have grown.
    @inlinable package mutating func close() { rows.close() }

    /// Bytes held, for reports.
    @inlinable package var memory: Int { rows.memory }

    /// The numbers that any row holds, ascending.
    package var numbersHeld: [Int32] {
        var isHeld = [Bool](repeating: false, count: upperBound)
        forEachNumber { _, number in isHeld[number] = true }
        return (0..<Int32(upperBound)).filter { isHeld[Int($0)] }
    }

    /// The same rows with each number replaced by its place among those that are held.
    package func renumbered(_ held: [Int32]) -> VarintRows {
        var places = [Int32](repeating: 0, count: upperBound)
        for (place, number) in held.enumerated() { places[Int(number)] = Int32(place) }
        var renumbered = VarintRows()
        renumbered.reserve(rows: count)
        var items: [Int32] = []
        let (bytes, offsets) = (rows.items.span, rows.offsets.span)
        for row in 0..<count {
            items.removeAll(keepingCapacity: true)
            var cursor = Cursor(offsets, row)
            while cursor.next(bytes) { items.append(places[cursor.number]) }
            renumbered.append(&items)
        }
        renumbered.close()
        return renumbered
    }

    /// Calls `body` with every row and each of its numbers, repeats too, row by row.
    @inlinable @inline(__always)
    package func forEachNumber(_ body: (_ row: Int, _ number: Int) -> Void) {
        let (bytes, offsets) = (rows.items.span, rows.offsets.span)
        for row in 0..<count {
            var cursor = Cursor(offsets, row)
            while cursor.next(bytes) { body(row, cursor.number) }
        }
    }

    /// Goes through the numbers of a row.
    public struct Cursor {
        @usableFromInline var index: Int
        @usableFromInline let end: Int
        /// The number that `next` came to.
        @usableFromInline package internal(set) var number = 0

        /// Before the first number of a row.
        /// - Parameter offsets: of `rows`.
        @inlinable @inline(__always)
        package init(_ offsets: Span<UInt32>, _ row: Int) {
            index = Int(offsets[row])
            end = Int(offsets[row + 1])
        }

        /// Moves to the next number; false at the end.
        /// - Parameter bytes: the items of `rows`.
        @inlinable @inline(__always)
        package mutating func next(_ bytes: Span<UInt8>) -> Bool {
            guard index < end else { return false }
            number += Varint.next(bytes, &index)
            return true
        }
    }
}
