import Containers

/// Lists of places, one list a term, so laid out that they need no unpacking: the places are cut into chunks of 65,536, and
/// within one, two bytes tell the place and one what the term is worth there.
///
/// List `l` has the runs `lists[l]..<lists[l + 1]`, one a chunk in which it has any place, ascending; run `r` has the
/// postings `starts[r]..<starts[r + 1]`, ascending.
struct ChunkedLists: Sendable {
    static let chunkBits = 16
    static let chunk = 1 << chunkBits

    private let lists: [UInt32]
    private let chunks: [UInt16]
    private let starts: [UInt32]
    private let places: [UInt16]
    /// Empty: worth the same everywhere.
    private let impacts: [UInt8]

    /// - Parameters:
    ///   - rows: by supplier, its terms; repeats stand side by side.
    ///   - order: the suppliers by place.
    ///   - count: one more than the largest term.
    ///   - impact: what a term is worth that a supplier has so many times, of as many terms in all; nil: always the same.
    init(rows: RaggedRows<Int32>, order: [Int32], count: Int, impact: ((_ times: Int, _ of: Int) -> UInt8)?) {
        let (items, offsets, suppliers) = (rows.items.span, rows.offsets.span, order.span)
        func range(_ place: Int) -> Range<Int> {
            let supplier = Int(suppliers[place])
            return Int(offsets[supplier])..<Int(offsets[supplier + 1])
        }
        var holders = [UInt32](repeating: 0, count: count)
        var runs = [UInt32](repeating: 0, count: count + 1)
        var latest = [Int32](repeating: -1, count: count)
        for place in order.indices {
            let chunk = Int32(place >> Self.chunkBits)
            var last = -1
            for index in range(place) where Int(items[index]) != last {
                last = Int(items[index])
                holders[last] += 1
                if latest[last] != chunk {
                    latest[last] = chunk
                    runs[last + 1] += 1
                }
            }
        }
        for term in 0..<count { runs[term + 1] += runs[term] }
        let total = holders.reduce(0) { $0 + Int($1) }
        var chunks = [UInt16](repeating: 0, count: Int(runs[count]))
        var starts = [UInt32](repeating: UInt32(total), count: Int(runs[count]) + 1)
        var places = [UInt16](repeating: 0, count: total)
        var impacts = [UInt8](repeating: 0, count: impact == nil ? 0 : total)
        // Where the next posting and the next run of each list go.
        var next = [UInt32](repeating: 0, count: count)
        var nextRun = runs
        var sum: UInt32 = 0
        for term in 0..<count {
            next[term] = sum
            sum += holders[term]
            latest[term] = -1
        }
        for place in order.indices {
            let chunk = Int32(place >> Self.chunkBits)
            let row = range(place)
            var index = row.lowerBound
            while index < row.upperBound {
                let term = Int(items[index])
                let first = index
                while index < row.upperBound, Int(items[index]) == term { index += 1 }
                let at = Int(next[term])
                next[term] += 1
                if latest[term] != chunk {
                    latest[term] = chunk
                    chunks[Int(nextRun[term])] = UInt16(chunk)
                    starts[Int(nextRun[term])] = UInt32(at)
                    nextRun[term] += 1
                }
                places[at] = UInt16(place & (Self.chunk - 1))
                if let impact { impacts[at] = impact(index - first, row.count) }
            }
        }
        self.lists = runs
        self.chunks = chunks
        self.starts = starts
        self.places = places
        self.impacts = impacts
    }

    var count: Int { lists.count - 1 }

    /// How many places a list has.
    func holders(of list: Int) -> Int { Int(starts[Int(lists[list + 1])] - starts[Int(lists[list])]) }

    /// Adds what a list is worth to the sums of the places `range`, which lie in one chunk; `sums` begins with the first.
    func add(_ weight: Int32, of list: Int, in range: Range<Int>, to sums: UnsafeMutablePointer<Int32>) {
        let chunk = UInt16(range.lowerBound >> Self.chunkBits)
        guard let run = run(of: list, chunk) else { return }
        let low = UInt16(range.lowerBound & (Self.chunk - 1))
        let (first, end) = (Int(starts[run]), Int(starts[run + 1]))
        let from = low == 0 ? first : lowerBound(low, first, end)
        let past = range.upperBound - range.lowerBound + Int(low)
        let to = past == Self.chunk ? end : lowerBound(UInt16(past), from, end)
        let base = sums - Int(low)
        places.withUnsafeBufferPointer { places in
            if impacts.isEmpty {
                for index in from..<to { base[Int(places[index])] &+= weight }
            } else {
                impacts.withUnsafeBufferPointer { impacts in
                    for index in from..<to { base[Int(places[index])] &+= weight &* Int32(impacts[index]) }
                }
            }
        }
    }

    /// Bytes held, for reports.
    var memory: Int {
        (lists.count + starts.count) * 4 + (chunks.count + places.count) * 2 + impacts.count
    }

    private func run(of list: Int, _ chunk: UInt16) -> Int? {
        var (low, high) = (Int(lists[list]), Int(lists[list + 1]))
        let end = high
        while low < high {
            let middle = (low + high) / 2
            if chunks[middle] < chunk { low = middle + 1 } else { high = middle }
        }
        return low < end && chunks[low] == chunk ? low : nil
    }

    private func lowerBound(_ place: UInt16, _ first: Int, _ end: Int) -> Int {
        places.withUnsafeBufferPointer { places in
            var (low, high) = (first, end)
            while low < high {
                let middle = (low + high) / 2
                if places[middle] < place { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }
}
