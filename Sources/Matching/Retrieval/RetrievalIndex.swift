import Containers
import Language
import Procurement

/// Finds suppliers by CPV patterns, words and regions: those that fit best, without reasons.
///
/// score = Σ over the patterns that one of its codes matches of w · 116 + Σ over the words that it has of w · impact, with
/// - w = round(512 · ln(1 + (N − n + ½) / (n + ½))), n of N suppliers having the pattern or word;
/// - impact = round(255 · tf / (tf + 1.2 · (¼ + ¾ · its words / their mean))), of a word that it has tf times.
///
/// That is BM25 (Robertson & Zaragoza 2009; k₁ = 1.2, b = ¾) in whole numbers, so that the order of adding doesn't matter,
/// with 2.2 · 116 / 255 ≈ 1 for a pattern. Only suppliers in the wanted regions count; equal scores are ordered by number.
///
/// Term-at-a-time (Turtle & Flood 1995, “Query evaluation: strategies and optimizations”): the lists of a question are added up
/// in accumulators, one for each supplier of the region, 65,536 at a time. With some thirty lists to a question this is faster
/// than skipping by upper bounds (WAND; Broder et al. 2003): most of what could be skipped is cut off by the region.
package struct RetrievalIndex: Sendable {
    package struct Query: Sendable {
        /// Words by number; a repeat counts twice. The first 700 count.
        package var words: [Int32]
        /// The first 100 count.
        package var patterns: [CPVPattern]
        /// Nil: anywhere. Suppliers in a region or in one that lies in it.
        package var regions: [NUTSCode]?
        /// Goes on after this hit, for the next page.
        package var after: Hit?

        package init(words: [Int32] = [], patterns: [CPVPattern] = [], regions: [NUTSCode]? = nil, after: Hit? = nil) {
            self.words = words
            self.patterns = patterns
            self.regions = regions
            self.after = after
        }
    }

    package struct Hit: Sendable, Hashable {
        package var supplier: Int32
        package var score: Int32

        package init(supplier: Int32, score: Int32) {
            self.supplier = supplier
            self.score = score
        }
    }

    /// With a weight of at most 512 · ln(2³¹) < 11,002, so many words and patterns stay below 2³¹.
    private static let (mostWords, mostPatterns) = (700, 100)
    private static let patternImpact: Int32 = 116

    private let order: RegionOrder
    private let words: BlockedPostings
    private let prefixes: BlockedPostings
    private let prefixNumbers: KeyInterner

    /// - Parameters:
    ///   - words: by supplier, the numbers of its words, repeats kept.
    ///   - wordCount: one more than the largest number.
    ///   - codes: by supplier, the numbers of its CPV codes.
    ///   - regions: by supplier, without repeats.
    package init(
        words: some Sequence<[Int32]>, wordCount: Int, codes: some Sequence<[Int32]>,
        regions: some Sequence<[NUTSCode]>
    ) {
        let (words, codes): ([[Int32]], [[Int32]]) = (Array(words), Array(codes))
        self.init(suppliers: words.count, wordCount: wordCount, regions: regions) {
            $1.add(words[$0][...])
        } codes: {
            $1 += codes[$0]
        }
    }

    /// - Parameters:
    ///   - words: adds the numbers of a supplier's words, repeats kept.
    ///   - codes: adds the numbers of its CPV codes.
    init(
        suppliers: Int, wordCount: Int, regions: some Sequence<[NUTSCode]>,
        words: (_ supplier: Int, _ row: inout GroupedRows) -> Void,
        codes: @escaping @Sendable (_ supplier: Int, _ row: inout [Int32]) -> Void
    ) {
        let order = RegionOrder(regions)
        (self.words, (prefixes, prefixNumbers)) = sideBySide {
            Self.wordPostings(order, wordCount: wordCount, words)
        } _: {
            Self.prefixPostings(order, codes)
        }
        self.order = order
    }

    private static func wordPostings(
        _ order: RegionOrder, wordCount: Int, _ words: (_ supplier: Int, _ row: inout GroupedRows) -> Void
    ) -> BlockedPostings {
        let suppliers = order.suppliers.count
        var rows = GroupedRows(rows: suppliers, items: wordCount)
        for supplier in 0..<suppliers {
            words(supplier, &rows)
            rows.close()
        }
        let mean = Float(max(1, rows.rows.items.count)) / Float(max(1, suppliers))
        return BlockedPostings(rows: rows.rows, order: order.suppliers, count: wordCount) { times, length in
            let tf = Float(times)
            return UInt8((255 * tf / (tf + 1.2 * (0.25 + 0.75 * Float(length) / mean))).rounded())
        }
    }

    /// A posting for each prefix of a code, with the numbers of the prefixes.
    private static func prefixPostings(
        _ order: RegionOrder, _ codes: (_ supplier: Int, _ row: inout [Int32]) -> Void
    ) -> (BlockedPostings, KeyInterner) {
        let suppliers = order.suppliers.count
        var rows = GroupedRows(rows: suppliers, items: 0)
        var numbers = KeyInterner()
        // The prefixes of each code that occurs, by its number.
        var codeNumbers = KeyInterner()
        var prefixesOfCode = RaggedRows<Int32>()
        var row: [Int32] = []
        for supplier in 0..<suppliers {
            row.removeAll(keepingCapacity: true)
            codes(supplier, &row)
            for code in row {
                let number = Int(codeNumbers.intern(UInt64(code)))
                if number == prefixesOfCode.count {
                    prefixesOfCode.append(prefixes(of: UInt64(code)).map { numbers.intern($0) })
                }
                rows.add(prefixesOfCode[number])
            }
            rows.close()
        }
        return (BlockedPostings(rows: rows.rows, order: order.suppliers, count: numbers.count, impact: nil), numbers)
    }

    /// The best suppliers, best first; none that has nothing of what is asked for.
    ///
    /// - Parameter admits: says no to suppliers that may not be among them.
    package func search(_ query: Query, limit: Int, admits: (Int) -> Bool = { _ in true }) -> [Hit] {
        var best = BestSuppliers(limit: limit)
        let lists = lists(of: query)
        let ranges = order.ranges(query.regions)
        let widest = ranges.map { min($0.places.count, BlockedPostings.block) }.max() ?? 0
        guard limit > 0, !lists.isEmpty, widest > 0 else { return [] }
        let bound = query.after.map { BestSuppliers.key($0.score, $0.supplier) } ?? .max
        // A whole number of groups, so that the last can be read like the others.
        let capacity = (widest + Self.group - 1) / Self.group * Self.group
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: capacity) { sums in
            sums.initialize(repeating: 0)
            guard let base = sums.baseAddress else { return }
            for range in ranges {
                var start = range.places.lowerBound
                while start < range.places.upperBound {
                    let end = min((start | (BlockedPostings.block - 1)) + 1, range.places.upperBound)
                    for list in lists {
                        (list.isWord ? words : prefixes).add(list.weight, of: list.number, in: start..<end, to: base)
                    }
                    let isChecked = range.isMixed
                    collect(base, places: start..<end, into: &best, below: bound) { place in
                        (!isChecked || order.isIn(query.regions, place: place))
                            && admits(Int(order.suppliers[place]))
                    }
                    start = end
                }
            }
        }
        return best.ranked
    }

    /// Bytes held, for reports.
    package var memory: Int {
        order.memory + words.memory + prefixes.memory + prefixNumbers.memory
    }

    /// Accumulators whose largest is looked at first.
    private static let group = 64

    /// Offers what has a sum, group by group, and leaves the accumulators at 0.
    @inline(__always)
    private func collect(
        _ sums: UnsafeMutablePointer<Int32>, places: Range<Int>, into best: inout BestSuppliers,
        below bound: UInt64, admits: (Int) -> Bool
    ) {
        var least = best.leastScore
        var start = 0
        while start < places.count {
            let group = UnsafeMutableRawPointer(sums + start)
            var largest = SIMD8<Int32>(repeating: 0)
            for part in 0..<(Self.group / 8) {
                largest = pointwiseMax(largest, group.loadUnaligned(fromByteOffset: part * 32, as: SIMD8<Int32>.self))
            }
            if largest.max() >= least {
                for index in start..<min(start + Self.group, places.count) where sums[index] >= least {
                    let place = places.lowerBound + index
                    let key = BestSuppliers.key(sums[index], order.suppliers[place])
                    guard key < bound, admits(place) else { continue }
                    best.offer(key)
                    least = best.leastScore
                }
            }
            group.initializeMemory(as: Int32.self, repeating: 0, count: Self.group)
            start += Self.group
        }
    }

    private struct List {
        var number: Int
        var weight: Int32
        var isWord: Bool
    }

    private func lists(of query: Query) -> [List] {
        var lists: [List] = []
        var last = -1
        for word in query.words.prefix(Self.mostWords).sorted() where word >= 0 && Int(word) < self.words.count {
            let weight = weight(self.words.documentFrequency(of: Int(word)))
            if Int(word) == last {
                lists[lists.count - 1].weight += weight
            } else {
                lists.append(List(number: Int(word), weight: weight, isWord: true))
            }
            last = Int(word)
        }
        var patterns: [CPVPattern] = []
        for pattern in query.patterns.prefix(Self.mostPatterns) where !patterns.contains(pattern) {
            patterns.append(pattern)
            let key = pattern.digits.utf8.reduce(UInt64(1)) { $0 * 10 + UInt64($1 - 48) }
            guard let number = prefixNumbers.id(of: key) else { continue }
            let weight = weight(prefixes.documentFrequency(of: Int(number))) * Self.patternImpact
            lists.append(List(number: Int(number), weight: weight, isWord: false))
        }
        return lists
    }

    /// The leading 2 to 8 digits of a code, each behind a 1, so that 03 and 3 differ.
    private static func prefixes(of code: UInt64) -> [UInt64] {
        var prefixes: [UInt64] = []
        var (rest, base) = (code, UInt64(100_000_000))
        for _ in 2...8 {
            prefixes.append(rest + base)
            rest /= 10
            base /= 10
        }
        return prefixes
    }

    /// The inverse document frequency in whole numbers.
    private func weight(_ documentFrequency: Int) -> Int32 {
        let count = Float(order.suppliers.count)
        let odds = 1 + (count - Float(documentFrequency) + 0.5) / (Float(documentFrequency) + 0.5)
        return Int32((512 * Logarithm.natural(odds)).rounded())
    }
}
