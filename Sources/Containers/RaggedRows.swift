/// Rows of different lengths, end to end in one array: compressed sparse rows (CSR).
///
/// Row `r` is `items[offsets[r]..<offsets[r + 1]]`. At most 2³² items.
public struct RaggedRows<Item: BitwiseCopyable & Sendable>: Sendable {
    /// Where each row begins in `items`; one more at the end.
    @usableFromInline package internal(set) var offsets: [UInt32] = [0]
    /// The items of all rows, row by row.
    @usableFromInline package internal(set) var items: [Item] = []

    /// No rows.
    @inlinable package init() {}

    /// How many rows there are.
    @inlinable package var count: Int { offsets.count - 1 }

    /// The numbers of the rows.
    @inlinable package var rows: Range<Int32> { 0..<Int32(count) }

    /// The places of a row's items in `items`.
    @inlinable package func range(_ row: Int) -> Range<Int> { Int(offsets[row])..<Int(offsets[row + 1]) }

    /// The items of a row.
    @inlinable package subscript(row: Int) -> ArraySlice<Item> { items[range(row)] }

    /// How many items a row has.
    @inlinable package func length(_ row: Int) -> Int { Int(offsets[row + 1] - offsets[row]) }

    /// Calls `body` with the items of a row where they lie; the buffer is valid only within.
    @inlinable package func withRow<Value>(_ row: Int, _ body: (UnsafeBufferPointer<Item>) -> Value) -> Value {
        items.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(row)])) }
    }

    /// Reserves capacity for this many rows and items in all.
    @inlinable package mutating func reserve(rows: Int, items: Int) {
        offsets.reserveCapacity(rows + 1)
        self.items.reserveCapacity(items)
    }

    /// Adds a row.
    @inlinable package mutating func append(_ row: some Sequence<Item>) {
        items.append(contentsOf: row)
        offsets.append(UInt32(items.count))
    }

    /// Adds an item to the row that `endRow` will end.
    @inlinable package mutating func append(item: Item) { items.append(item) }

    /// Ends the row whose items were added one by one.
    @inlinable package mutating func endRow() { offsets.append(UInt32(items.count)) }

    /// Gives back the spare capacity of arrays that have grown.
    @inlinable package mutating func close() { (items, offsets) = (Array(items[...]), Array(offsets[...])) }

    /// Bytes held, for reports.
    @inlinable package var memory: Int { offsets.count * 4 + items.count * MemoryLayout<Item>.stride }
}

extension RaggedRows where Item: FixedWidthInteger {
    /// Brings the beginnings of rows into the processor's cache (see `CacheLoad`).
    @inlinable package func load(_ rows: some Sequence<Int32>) {
        let (items, offsets) = (items.span, offsets.span)
        var sum: Item = 0
        for row in rows {
            let first = Int(offsets[Int(row)])
            if first < items.count { sum &+= items[first] }
        }
        CacheLoad.keep(UInt8(truncatingIfNeeded: sum))
    }
}

extension RaggedRows<Int32> {
    /// Rows made from pairs, by counting first; a row keeps the order of its pairs.
    @inlinable package init(rows: Int, pairs: [(row: Int32, item: Int32)]) {
        self.init(lengths: rows, items: pairs.count) { count in for pair in pairs { count(pair.row) } }
        var next = offsets
        for pair in pairs { put(pair.item, in: pair.row, &next) }
    }

    /// The same pairs seen from the items: row `i` of the result has the rows that hold `i`, in ascending order.
    @inlinable package func transposed(rows: Int) -> RaggedRows {
        var result = RaggedRows(lengths: rows, items: items.count) { count in for item in items { count(item) } }
        var next = result.offsets
        for row in 0..<count {
            for index in range(row) { result.put(Int32(row), in: items[index], &next) }
        }
        return result
    }

    /// Rows of zeros, as long as `body` counts.
    @inlinable init(lengths rows: Int, items: Int, _ body: ((_ row: Int32) -> Void) -> Void) {
        var ends = [UInt32](repeating: 0, count: rows + 1)
        body { ends[Int($0) + 1] += 1 }
        for row in 0..<rows { ends[row + 1] += ends[row] }
        offsets = ends
        self.items = [Int32](repeating: 0, count: items)
    }

    /// - Parameter next: by row, the place of its next item.
    @inlinable mutating func put(_ item: Int32, in row: Int32, _ next: inout [UInt32]) {
        items[Int(next[Int(row)])] = item
        next[Int(row)] += 1
    }
}
