import Containers

/// An inverted index with precomputed impacts (Anh & Moffat 2006, “Pruned query evaluation using pre-computed impacts”), laid
/// out so that nothing needs unpacking: the places of suppliers are cut into blocks of 65,536, and within one, two bytes say the
/// place and one the impact of the term there.
///
/// List `l` has the runs `lists[l]..<lists[l + 1]`, one for each block in which it has any place, ascending; run `r` has the
/// postings `starts[r]..<starts[r + 1]`, ascending.
struct BlockedPostings: Sendable {
    private static let blockBits = 16
    /// Places.
    static let block = 1 << blockBits

    private let lists: [UInt32]
    private let blocks: [UInt16]
    private let starts: [UInt32]
    private let places: [UInt16]
    /// Empty: the same everywhere.
    private let impacts: [UInt8]

    /// - Parameters:
    ///   - rows: by supplier, its terms; repeats stand together.
    ///   - order: the suppliers by place.
    ///   - count: one more than the largest term.
    ///   - impact: of a term that a supplier has `times`, of so many terms in all; nil: always the same.
    init(rows: RaggedRows<Int32>, order: [Int32], count: Int, impact: ((_ times: Int, _ of: Int) -> UInt8)?) {
        let forward = ForwardIndex(rows: rows, order: order)
        var builder = PostingsBuilder(terms: count)
        forward.forEachPosting { place, term, _, _ in builder.count(term, block: place >> Self.blockBits) }
        builder.layOut(hasImpacts: impact != nil)
        forward.forEachPosting { place, term, times, length in
            builder.append(
                place & (Self.block - 1), to: term, block: place >> Self.blockBits, impact: impact?(times, length))
        }
        lists = builder.lists
        blocks = builder.blocks
        starts = builder.starts
        places = builder.places
        impacts = builder.impacts
    }

    var count: Int { lists.count - 1 }

    /// How many suppliers have a term.
    func documentFrequency(of list: Int) -> Int { Int(starts[Int(lists[list + 1])] - starts[Int(lists[list])]) }

    /// Adds a list's impacts, times a weight, to the accumulators of the places `range`, which lie in one block; `sums` begins with
    /// the first.
    func add(_ weight: Int32, of list: Int, in range: Range<Int>, to sums: UnsafeMutablePointer<Int32>) {
        let block = UInt16(range.lowerBound >> Self.blockBits)
        guard let run = run(of: list, block) else { return }
        let low = UInt16(range.lowerBound & (Self.block - 1))
        let (first, end) = (Int(starts[run]), Int(starts[run + 1]))
        let from = low == 0 ? first : lowerBound(low, first, end)
        let past = range.upperBound - range.lowerBound + Int(low)
        let to = past == Self.block ? end : lowerBound(UInt16(past), from, end)
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
        (lists.count + starts.count) * 4 + (blocks.count + places.count) * 2 + impacts.count
    }

    private func run(of list: Int, _ block: UInt16) -> Int? {
        var (low, high) = (Int(lists[list]), Int(lists[list + 1]))
        let end = high
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle] < block { low = middle + 1 } else { high = middle }
        }
        return low < end && blocks[low] == block ? low : nil
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

/// The terms of suppliers, by place.
private struct ForwardIndex {
    let rows: RaggedRows<Int32>
    let order: [Int32]

    /// Calls `body` place by place with each term, how often the supplier has it, and how many terms it has in all.
    @inline(__always)
    func forEachPosting(_ body: (_ place: Int, _ term: Int, _ times: Int, _ length: Int) -> Void) {
        let (items, suppliers) = (rows.items.span, order.span)
        for place in suppliers.indices {
            let row = rows.range(Int(suppliers[place]))
            var index = row.lowerBound
            while index < row.upperBound {
                let (term, first) = (items[index], index)
                while index < row.upperBound, items[index] == term { index += 1 }
                body(place, Int(term), index - first, row.count)
            }
        }
    }
}

/// Lays `BlockedPostings` out: first all postings are counted, then the same are appended.
private struct PostingsBuilder {
    private(set) var lists: [UInt32]
    private(set) var blocks: [UInt16] = []
    private(set) var starts: [UInt32] = []
    private(set) var places: [UInt16] = []
    private(set) var impacts: [UInt8] = []
    /// By list: how many postings it has; once laid out, where the next goes.
    private var next: [UInt32]
    /// By list: where its next run goes.
    private var nextRun: [UInt32] = []
    /// By list: the block of its last posting.
    private var latest: [Int32]

    init(terms: Int) {
        lists = [UInt32](repeating: 0, count: terms + 1)
        next = [UInt32](repeating: 0, count: terms)
        latest = [Int32](repeating: -1, count: terms)
    }

    @inline(__always)
    mutating func count(_ term: Int, block: Int) {
        next[term] += 1
        guard latest[term] != block else { return }
        latest[term] = Int32(block)
        lists[term + 1] += 1
    }

    mutating func layOut(hasImpacts: Bool) {
        var total: UInt32 = 0
        for term in next.indices {
            lists[term + 1] += lists[term]
            (next[term], total) = (total, total + next[term])
            latest[term] = -1
        }
        let runs = Int(lists[next.count])
        nextRun = lists
        blocks = [UInt16](repeating: 0, count: runs)
        starts = [UInt32](repeating: total, count: runs + 1)
        places = [UInt16](repeating: 0, count: Int(total))
        impacts = [UInt8](repeating: 0, count: hasImpacts ? Int(total) : 0)
    }

    @inline(__always)
    mutating func append(_ place: Int, to term: Int, block: Int, impact: UInt8?) {
        let at = Int(next[term])
        next[term] += 1
        if latest[term] != block {
            latest[term] = Int32(block)
            blocks[Int(nextRun[term])] = UInt16(block)
            starts[Int(nextRun[term])] = UInt32(at)
            nextRun[term] += 1
        }
        places[at] = UInt16(place)
        if let impact { impacts[at] = impact }
    }
}
