import Containers

extension TermVectors {
    /// One or two vectors of a query, expanded to the words that hold their terms, to be compared with many rows.
    ///
    /// Two whose rows, or whose words, are the same share the layout: rows are gone through once for both.
    struct ExpandedVector {
        /// By word: the sums of its terms' weights times their idf, of each vector. Empty where neither has a term.
        fileprivate private(set) var byWord: [SIMD2<Float>] = []
        /// By vector: the weights of its terms times their idf, where rows hold terms that don't count as often as they occur.
        fileprivate private(set) var byTerm = [SparseWeights(), SparseWeights()]

        /// - Parameters:
        ///   - first: a vector of the texts that it is to be compared with.
        ///   - second: of the same texts, or of others whose words have the same numbers.
        ///   - haveSameTerms: true where their terms have the same numbers too, and they are ascending: words are then gone
        ///     through once for both.
        init(
            _ first: (vector: [TermWeight], texts: TermVectors), _ second: (vector: [TermWeight], texts: TermVectors),
            haveSameTerms: Bool = false
        ) {
            guard !first.vector.isEmpty || !second.vector.isEmpty else { return }
            let words = max(first.texts.wordCount, second.texts.wordCount)
            byWord = Array(repeating: .zero, count: words)
            let weighed = [first, second].map { vector, texts in
                vector.map { TermWeight(term: $0.term, weight: $0.weight * texts.idf[Int($0.term)]) }
            }
            if haveSameTerms {
                add(TermWeight.paired(weighed[0], weighed[1]), first.texts, words)
            } else {
                add(weighed[0].map { ($0.term, SIMD2($0.weight, 0)) }, first.texts, words)
                add(weighed[1].map { ($0.term, SIMD2(0, $0.weight)) }, second.texts, words)
            }
            for (number, texts) in [first.texts, second.texts].enumerated() where !texts.firstRepeats.isEmpty {
                byTerm[number] = SparseWeights(count: texts.termCount) { add in
                    for coordinate in weighed[number] { add(Int(coordinate.term), coordinate.weight) }
                }
            }
        }

        /// - Parameter words: others weigh nothing.
        private mutating func add(_ terms: [(term: Int32, weights: SIMD2<Float>)], _ texts: TermVectors, _ words: Int) {
            let wordsOfTerm = texts.terms.words
            wordsOfTerm.rows.load(terms.lazy.map(\.term))
            byWord.withUnsafeMutableBufferPointer { byWord in
                for (term, weights) in terms {
                    wordsOfTerm.forEach(Int(term)) { word in if word < words { byWord[word] += weights } }
                }
            }
        }
    }

    /// A query's vector, expanded to be compared with many rows.
    func expanded(_ vector: [TermWeight]) -> ExpandedVector { ExpandedVector((vector, self), ([], self)) }

    /// The sums of some terms' weights, by word.
    func byWord(_ vector: [TermWeight]) -> SparseWeights {
        let count = wordCount
        terms.words.rows.load(vector.lazy.map(\.term))
        return SparseWeights(count: count) { add in
            for coordinate in vector {
                terms.words.forEach(Int(coordinate.term)) { word in if word < count { add(word, coordinate.weight) } }
            }
        }
    }

    /// The cosines of these rows and unit vectors; of both that are expanded, where both are of these texts.
    func cosines(_ rows: [Int32], _ expanded: ExpandedVector) -> [SIMD2<Float>] {
        guard !expanded.byWord.isEmpty else { return [SIMD2<Float>](repeating: .zero, count: rows.count) }
        let (bytes, offsets, inverse) = (texts.rows.items.span, texts.rows.offsets.span, inverseLength.span)
        let byWord = expanded.byWord.span
        texts.rows.load(rows)
        fetchRepeats(rows)
        var cosines: [SIMD2<Float>] = []
        cosines.reserveCapacity(rows.count)
        for row in rows {
            var sum = SIMD2<Float>.zero
            if !firstRepeats.isEmpty { sum += excess(Int(row), expanded) }
            var cursor = VarintRows.Cursor(offsets, Int(row))
            while cursor.next(bytes) { sum += byWord[cursor.number] }
            cosines.append(sum * inverse[Int(row)])
        }
        return cosines
    }

    private func fetchRepeats(_ rows: [Int32]) {
        guard !firstRepeats.isEmpty else { return }
        let (repeats, firsts) = (repeats.span, firstRepeats.span)
        var sum: UInt32 = 0
        for row in rows {
            let first = Int(firsts[Int(row)])
            if first < repeats.count { sum &+= repeats[first] }
        }
        CacheLoad.keep(UInt8(truncatingIfNeeded: sum))
    }

    /// What is to be added for the terms that a row holds several times.
    private func excess(_ row: Int, _ expanded: ExpandedVector) -> SIMD2<Float> {
        var sum = SIMD2<Float>.zero
        for index in Int(firstRepeats[row])..<Int(firstRepeats[row + 1]) {
            let (term, excess) = (Int(repeats[index] >> 8), excess[Int(repeats[index] & 0xFF)])
            if !expanded.byTerm[0].isEmpty { sum.x += excess * expanded.byTerm[0][term] }
            if !expanded.byTerm[1].isEmpty { sum.y += excess * expanded.byTerm[1][term] }
        }
        return sum
    }
}

extension TermWeight {
    /// Two vectors, both ascending, side by side.
    fileprivate static func paired(
        _ left: [TermWeight], _ right: [TermWeight]
    ) -> [(term: Int32, weights: SIMD2<Float>)] {
        var pairs: [(term: Int32, weights: SIMD2<Float>)] = []
        pairs.reserveCapacity(left.count + right.count)
        var next = 0
        for coordinate in left {
            while next < right.count, right[next].term < coordinate.term {
                pairs.append((right[next].term, SIMD2(0, right[next].weight)))
                next += 1
            }
            let isBoth = next < right.count && right[next].term == coordinate.term
            pairs.append((coordinate.term, SIMD2(coordinate.weight, isBoth ? right[next].weight : 0)))
            if isBoth { next += 1 }
        }
        return pairs + right[next...].map { ($0.term, SIMD2(0, $0.weight)) }
    }
}
