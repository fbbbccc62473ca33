/// Lists of small numbers, one list a row, end to end in one array (compressed sparse rows).
///
/// Row `r` is `items[offsets[r]..<offsets[r + 1]]`.
struct Adjacency: Sendable {
    private(set) var offsets: [UInt32] = [0]
    private(set) var items: [Int32] = []

    init() {}

    /// Counts, then fills: `pairs` is gone through in order, so a row keeps the order of its pairs.
    init(rows: Int, pairs: [(row: Int32, item: Int32)]) {
        var counts = [UInt32](repeating: 0, count: rows + 1)
        for pair in pairs { counts[Int(pair.row) + 1] += 1 }
        for row in 0..<rows { counts[row + 1] += counts[row] }
        offsets = counts
        items = [Int32](repeating: 0, count: pairs.count)
        for pair in pairs {
            items[Int(counts[Int(pair.row)])] = pair.item
            counts[Int(pair.row)] += 1
        }
    }

    /// Makes room for so many.
    mutating func reserve(rows: Int, items: Int) {
        offsets.reserveCapacity(rows + 1)
        self.items.reserveCapacity(items)
    }

    var count: Int { offsets.count - 1 }

    /// The numbers of the rows.
    var rows: Range<Int32> { 0..<Int32(count) }

    mutating func append(_ row: some Sequence<Int32>) {
        items.append(contentsOf: row)
        offsets.append(UInt32(items.count))
    }

    /// Adds a row of numbers, each so many times.
    mutating func append(grouping row: [Int32], _ times: (Int32) -> Int) {
        for item in row {
            for _ in 0..<times(item) { items.append(item) }
        }
        offsets.append(UInt32(items.count))
    }

    func range(_ row: Int) -> Range<Int> { Int(offsets[row])..<Int(offsets[row + 1]) }

    subscript(row: Int) -> ArraySlice<Int32> { items[range(row)] }

    /// The same pairs seen from the items: row `i` of the result lists the rows that hold `i`, in ascending order.
    func transposed(rows: Int) -> Adjacency {
        var counts = [UInt32](repeating: 0, count: rows + 1)
        for item in items { counts[Int(item) + 1] += 1 }
        for row in 0..<rows { counts[row + 1] += counts[row] }
        var result = Adjacency()
        result.offsets = counts
        result.items = [Int32](repeating: 0, count: items.count)
        for row in 0..<count {
            for item in self[row] {
                result.items[Int(counts[Int(item)])] = Int32(row)
                counts[Int(item)] += 1
            }
        }
        return result
    }

    /// Bytes held, for reports.
    var memory: Int { offsets.count * 4 + items.count * 4 }
}

/// Lists of numbers below 65,536, as in `Adjacency`.
struct ShortRows: Sendable {
    private(set) var offsets: [UInt32] = [0]
    private(set) var items: [UInt16] = []

    mutating func append(_ row: some Sequence<UInt16>) {
        items.append(contentsOf: row)
        offsets.append(UInt32(items.count))
    }

    /// Makes room for so many.
    mutating func reserve(rows: Int, items: Int) {
        offsets.reserveCapacity(rows + 1)
        self.items.reserveCapacity(items)
    }

    var count: Int { offsets.count - 1 }

    func range(_ row: Int) -> Range<Int> { Int(offsets[row])..<Int(offsets[row + 1]) }

    subscript(row: Int) -> ArraySlice<UInt16> { items[range(row)] }

    /// Bytes held, for reports.
    var memory: Int { offsets.count * 4 + items.count * 2 }
}
