/// Rows of numbers in ascending order, repeats allowed, each as the distance to the one before in two bytes; a distance that is
/// too large for them as several.
///
/// Twice as large as `TextRows`, and read without a decision at every number.
struct GapRows: Sendable {
    private(set) var gaps: [UInt16] = []
    private(set) var offsets: [UInt32] = [0]

    init() {}

    init(_ rows: Adjacency) {
        offsets.reserveCapacity(rows.count + 1)
        gaps.reserveCapacity(rows.items.count)
        for row in 0..<rows.count { append(rows[row]) }
        gaps = Array(gaps[...])
    }

    var count: Int { offsets.count - 1 }

    /// - Parameter row: in any order.
    mutating func append(_ row: some Sequence<Int32>) {
        var last: Int32 = 0
        for number in row.sorted() {
            var gap = number - last
            while gap >= Int32(UInt16.max) {
                gaps.append(UInt16.max)
                gap -= Int32(UInt16.max)
            }
            gaps.append(UInt16(gap))
            last = number
        }
        offsets.append(UInt32(gaps.count))
    }

    /// True for a row without numbers.
    func isEmpty(_ row: Int) -> Bool { offsets[row] == offsets[row + 1] }

    /// Calls `body` with every number of a row.
    @inline(__always)
    func forEach(_ row: Int, _ body: (_ number: Int) -> Void) {
        let gaps = gaps.span
        var number = 0
        for index in Int(offsets[row])..<Int(offsets[row + 1]) {
            number += Int(gaps[index])
            if gaps[index] != UInt16.max { body(number) }
        }
    }

    subscript(row: Int) -> [Int32] {
        var numbers: [Int32] = []
        forEach(row) { numbers.append(Int32($0)) }
        return numbers
    }

    /// The rows that hold a number, by number (see `Adjacency.transposed`).
    func transposed(rows: Int) -> GapRows {
        var pairs: [(row: Int32, item: Int32)] = []
        pairs.reserveCapacity(gaps.count)
        for row in 0..<count { forEach(row) { pairs.append((Int32($0), Int32(row))) } }
        return GapRows(Adjacency(rows: rows, pairs: pairs))
    }

    /// Brings the beginnings of rows into the processor's cache (see `Fetched`).
    func fetch(_ rows: some Sequence<Int>) {
        let (gaps, offsets) = (gaps.span, offsets.span)
        var sum: UInt16 = 0
        for row in rows {
            let first = Int(offsets[row])
            if first < gaps.count { sum &+= gaps[first] }
        }
        Fetched.keep(UInt8(truncatingIfNeeded: sum))
    }

    /// Bytes held, for reports.
    var memory: Int { offsets.count * 4 + gaps.count * 2 }
}
