/// Texts as bags of terms, one row a text, packed: what a text is compared by once it has been found.
///
/// A row holds its terms in ascending order, each as the distance to the one before in as few bytes as it needs, with a
/// bit that says whether its count follows: about a byte and a half a term. Similarity is the cosine of term vectors
/// with weights (1 + ln tf) · idf, where idf = ln(1 + N / df) (Salton & Buckley 1988, "Term-weighting approaches in
/// automatic text retrieval").
struct TermVectors: Sendable {
    /// Row = text.
    private let bytes: [UInt8]
    private let offsets: [UInt32]
    /// By term; 0 for a term that fewer texts hold than asked for.
    let rarity: [Float]
    /// By term: how many texts hold it.
    private let holders: [Int32]
    /// By text: 1 / the length of its vector; 0 for a text without terms.
    let inverseLength: [Float]
    private let factors: [Float]

    /// Takes texts one by one, so that nobody has to hold all of them unpacked.
    struct Builder {
        fileprivate var bytes: [UInt8] = []
        fileprivate var offsets: [UInt32] = [0]
        fileprivate var holders: [Int32] = []

        init() {}

        /// - Parameter terms: repeats allowed, in any order; a count above 15 counts as 15.
        mutating func append(_ terms: [Int32]) {
            var last: Int32 = 0
            for (term, times) in TermVectors.counted(terms) {
                if Int(term) >= holders.count {
                    holders.append(contentsOf: repeatElement(0, count: Int(term) + 1 - holders.count))
                }
                holders[Int(term)] += 1
                var rest = UInt32(term - last) << 1 | (times > 1 ? 1 : 0)
                while rest >= 0x80 {
                    bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                    rest >>= 7
                }
                bytes.append(UInt8(rest))
                if times > 1 { bytes.append(UInt8(min(times, 15))) }
                last = term
            }
            offsets.append(UInt32(bytes.count))
        }
    }

    /// - Parameter leastTexts: terms that fewer texts hold weigh nothing.
    init(_ builder: Builder, leastTexts: Int = 1, counting: TermIndex.Counting = .logarithmic) {
        // Copies without the room that a growing array keeps.
        let (bytes, offsets) = (Array(builder.bytes[...]), Array(builder.offsets[...]))
        let texts = Float(offsets.count - 1)
        let factors = counting.factors
        let rarity: [Float] = builder.holders.map { holders in
            holders < leastTexts ? 0 : Logarithm.natural(1 + texts / Float(max(1, holders)))
        }
        var lengths: [Float] = []
        lengths.reserveCapacity(offsets.count - 1)
        let (packed, firsts) = (bytes.span, offsets.span)
        for row in 0..<offsets.count - 1 {
            var squares: Float = 0
            var cursor = Cursor(firsts, row)
            while cursor.next(packed) {
                let weight = factors[cursor.times] * rarity[cursor.term]
                squares += weight * weight
            }
            lengths.append(squares > 0 ? 1 / squares.squareRoot() : 0)
        }
        self.bytes = bytes
        self.offsets = offsets
        self.factors = factors
        self.rarity = rarity
        holders = builder.holders
        inverseLength = lengths
    }

    init(texts: [[Int32]], leastTexts: Int = 1, counting: TermIndex.Counting = .logarithmic) {
        var builder = Builder()
        for text in texts { builder.append(text) }
        self.init(builder, leastTexts: leastTexts, counting: counting)
    }

    var rows: Int { offsets.count - 1 }

    /// One more than the largest term.
    var terms: Int { rarity.count }

    /// True when no text has any term.
    var isEmpty: Bool { bytes.isEmpty }

    /// How many texts hold a term; 0 for one that isn't known here.
    func holders(of term: Int32) -> Int { Int(term) < holders.count ? Int(holders[Int(term)]) : 0 }

    /// A query as unit vector: its known terms with their weights, in ascending order of the term.
    func vector(_ terms: [Int32]) -> [TermWeight] {
        var vector: [TermWeight] = Self.counted(terms).compactMap { term, times in
            guard Int(term) < rarity.count, rarity[Int(term)] > 0 else { return nil }
            return TermWeight(term: term, weight: factors[min(times, 15)] * rarity[Int(term)])
        }
        let length = vector.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
        guard length > 0 else { return [] }
        for index in vector.indices { vector[index].weight /= length }
        return vector
    }

    /// A unit vector laid out to be compared with many rows: by term, its weight times the term's rarity.
    func spread(_ vector: [TermWeight]) -> [Float] {
        guard !vector.isEmpty else { return [] }
        var spread = [Float](repeating: 0, count: terms)
        for coordinate in vector { spread[Int(coordinate.term)] = coordinate.weight * rarity[Int(coordinate.term)] }
        return spread
    }

    /// The cosine of a unit vector and one row.
    func cosine(_ row: Int, _ spread: [Float]) -> Float { cosines([Int32(row)], spread)[0] }

    /// The cosines of a unit vector and these rows.
    /// - Parameter spread: empty for a vector without terms.
    func cosines(_ rows: [Int32], _ spread: [Float]) -> [Float] {
        guard !spread.isEmpty else { return [Float](repeating: 0, count: rows.count) }
        let (bytes, offsets, spread) = (bytes.span, offsets.span, spread.span)
        let (factors, inverse) = (factors.span, inverseLength.span)
        var cosines: [Float] = []
        cosines.reserveCapacity(rows.count)
        for row in rows {
            var sum: Float = 0
            var cursor = Cursor(offsets, Int(row))
            while cursor.next(bytes) {
                let weight = spread[cursor.term]
                sum += cursor.times == 1 ? weight : weight * factors[cursor.times]
            }
            cosines.append(sum * inverse[Int(row)])
        }
        return cosines
    }

    /// Two unit vectors side by side, as `spread`; empty where neither has a term.
    func spread(_ one: [TermWeight], _ other: [TermWeight]) -> [SIMD2<Float>] {
        guard !one.isEmpty || !other.isEmpty else { return [] }
        var spread = [SIMD2<Float>](repeating: .zero, count: terms)
        for coordinate in one { spread[Int(coordinate.term)].x = coordinate.weight * rarity[Int(coordinate.term)] }
        for coordinate in other { spread[Int(coordinate.term)].y = coordinate.weight * rarity[Int(coordinate.term)] }
        return spread
    }

    /// The cosines of two unit vectors and these rows.
    func cosines(_ rows: [Int32], _ spread: [SIMD2<Float>]) -> [SIMD2<Float>] {
        guard !spread.isEmpty else { return [SIMD2<Float>](repeating: .zero, count: rows.count) }
        let (bytes, offsets, spread) = (bytes.span, offsets.span, spread.span)
        let (factors, inverse) = (factors.span, inverseLength.span)
        var cosines: [SIMD2<Float>] = []
        cosines.reserveCapacity(rows.count)
        for row in rows {
            var sums = SIMD2<Float>.zero
            var cursor = Cursor(offsets, Int(row))
            while cursor.next(bytes) {
                let weights = spread[cursor.term]
                sums += cursor.times == 1 ? weights : weights * factors[cursor.times]
            }
            cosines.append(sums * inverse[Int(row)])
        }
        return cosines
    }

    /// The cosine of a unit vector and each row.
    func cosines(_ vector: [TermWeight]) -> [Float] { cosines(Array(0..<Int32(rows)), spread(vector)) }

    /// Calls `body` with each term of a row and its weight in the row's unit vector.
    func forEach(in row: Int, _ body: (_ term: Int, _ weight: Float) -> Void) {
        let (packed, inverse) = (bytes.span, inverseLength[row])
        var cursor = Cursor(offsets.span, row)
        while cursor.next(packed) { body(cursor.term, factors[cursor.times] * rarity[cursor.term] * inverse) }
    }

    /// Adds up the unit vectors of some rows, each times its weight.
    func add(_ rows: SupplierSums, to sums: inout [Float]) {
        let (packed, firsts, rarity, factors) = (bytes.span, offsets.span, rarity.span, factors.span)
        var sums = sums.mutableSpan
        for (row, weight) in zip(rows.touched, rows.sums) {
            let share = weight * inverseLength[Int(row)]
            var cursor = Cursor(firsts, Int(row))
            while cursor.next(packed) { sums[cursor.term] += share * factors[cursor.times] * rarity[cursor.term] }
        }
    }

    /// Calls `body` with every row and each of its terms, row by row.
    func forEachTerm(_ body: (_ row: Int, _ term: Int) -> Void) {
        let (packed, firsts) = (bytes.span, offsets.span)
        for row in 0..<rows {
            var cursor = Cursor(firsts, row)
            while cursor.next(packed) { body(row, cursor.term) }
        }
    }

    /// Bytes held, for reports.
    var memory: Int {
        bytes.count + offsets.count * 4 + rarity.count * 4 + holders.count * 4 + inverseLength.count * 4
    }

    /// Goes through the terms of a row.
    private struct Cursor {
        private var index: Int
        private let end: Int
        private(set) var term = 0
        private(set) var times = 1

        @inline(__always)
        init(_ offsets: Span<UInt32>, _ row: Int) {
            index = Int(offsets[row])
            end = Int(offsets[row + 1])
        }

        /// False at the end.
        @inline(__always)
        mutating func next(_ bytes: Span<UInt8>) -> Bool {
            guard index < end else { return false }
            var rest = Int(bytes[index])
            index += 1
            if rest >= 0x80 {
                rest &= 0x7F
                var shift = 7
                while bytes[index] >= 0x80 {
                    rest |= Int(bytes[index] & 0x7F) << shift
                    shift += 7
                    index += 1
                }
                rest |= Int(bytes[index]) << shift
                index += 1
            }
            term += rest >> 1
            times = 1
            if rest & 1 == 1 {
                times = Int(bytes[index])
                index += 1
            }
            return true
        }
    }

    fileprivate static func counted(_ terms: [Int32]) -> [(term: Int32, times: Int)] {
        var result: [(term: Int32, times: Int)] = []
        result.reserveCapacity(terms.count)
        for term in terms.sorted() {
            if let last = result.last, last.term == term {
                result[result.count - 1].times += 1
            } else {
                result.append((term, 1))
            }
        }
        return result
    }
}
