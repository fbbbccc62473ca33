extension TermVectors {
    /// A query's vector, laid out to be compared with many rows.
    struct Spread {
        /// Its weight times its rarity, of the terms that the vector has.
        fileprivate var byTerm = SparseWeights()
        /// By word: the sum of its terms. Empty where the vector has no term.
        fileprivate var byWord: [Float] = []

        var isEmpty: Bool { byTerm.isEmpty }
    }

    /// Two vectors, side by side, with so many terms that words are better looked into as they come, and remembered. It
    /// belongs to one thread.
    final class WordSums {
        /// By term: its weight times its rarity. Empty where neither vector has a term.
        fileprivate var byTerm: [SIMD2<Float>] = []
        /// By word: the sum of its terms; NaN for one that hasn't been looked into.
        fileprivate var byWord: [SIMD2<Float>] = []
    }

    func spread(_ vector: [TermWeight]) -> Spread {
        guard !vector.isEmpty else { return Spread() }
        var byWord = [Float](repeating: 0, count: wordCount)
        forEachWord(of: vector) { term, weight, word in byWord[word] += weight * rarity[term] }
        let byTerm = SparseWeights(count: termCount) { add in
            for coordinate in vector { add(Int(coordinate.term), coordinate.weight * rarity[Int(coordinate.term)]) }
        }
        return Spread(byTerm: byTerm, byWord: byWord)
    }

    func sums(_ one: [TermWeight], _ other: [TermWeight]) -> WordSums {
        let sums = WordSums()
        guard !one.isEmpty || !other.isEmpty else { return sums }
        var byTerm = [SIMD2<Float>](repeating: .zero, count: termCount)
        for coordinate in one {
            byTerm[Int(coordinate.term)].x = coordinate.weight * rarity[Int(coordinate.term)]
        }
        for coordinate in other {
            byTerm[Int(coordinate.term)].y = coordinate.weight * rarity[Int(coordinate.term)]
        }
        sums.byTerm = byTerm
        sums.byWord = [SIMD2<Float>](repeating: SIMD2(repeating: .nan), count: wordCount)
        return sums
    }

    /// The sums of some terms' weights, by word.
    func byWord(_ vector: [TermWeight]) -> SparseWeights {
        SparseWeights(count: wordCount) { add in
            forEachWord(of: vector) { _, weight, word in add(word, weight) }
        }
    }

    @inline(__always)
    private func forEachWord(of vector: [TermWeight], _ body: (_ term: Int, _ weight: Float, _ word: Int) -> Void) {
        let (firsts, items, count) = (terms.words.offsets.span, terms.words.items.span, wordCount)
        for coordinate in vector {
            let term = Int(coordinate.term)
            for index in Int(firsts[term])..<Int(firsts[term + 1]) {
                let word = Int(items[index])
                guard word < count else { break }
                body(term, coordinate.weight, word)
            }
        }
    }

    /// The cosines of a unit vector and these rows.
    func cosines(_ rows: [Int32], _ spread: Spread) -> [Float] {
        guard !spread.isEmpty else { return [Float](repeating: 0, count: rows.count) }
        let (bytes, offsets, inverse) = (texts.bytes.span, texts.offsets.span, inverseLength.span)
        let byWord = spread.byWord.span
        texts.fetch(rows)
        var cosines: [Float] = []
        cosines.reserveCapacity(rows.count)
        for row in rows {
            var sum: Float = 0
            forEachRepeat(Int(row)) { term, excess in sum += excess * spread.byTerm[term] }
            var cursor = TextRows.Cursor(offsets, Int(row))
            while cursor.next(bytes) { sum += byWord[cursor.word] }
            cosines.append(sum * inverse[Int(row)])
        }
        return cosines
    }

    /// The cosines of two unit vectors and these rows.
    func cosines(_ rows: [Int32], _ sums: WordSums) -> [SIMD2<Float>] {
        guard !sums.byTerm.isEmpty else { return [SIMD2<Float>](repeating: .zero, count: rows.count) }
        var cosines: [SIMD2<Float>] = []
        cosines.reserveCapacity(rows.count)
        let allOfTerms = sums.byTerm
        texts.fetch(rows)
        sums.byWord.withUnsafeMutableBufferPointer { byWord in
            let (bytes, offsets, inverse) = (texts.bytes.span, texts.offsets.span, inverseLength.span)
            let (firsts, items, byTerm) = (terms.ofWord.offsets.span, terms.ofWord.items.span, allOfTerms.span)
            for row in rows {
                var sum = SIMD2<Float>.zero
                forEachRepeat(Int(row)) { term, excess in sum += excess * allOfTerms[term] }
                var cursor = TextRows.Cursor(offsets, Int(row))
                while cursor.next(bytes) {
                    var ofWord = byWord[cursor.word]
                    if ofWord.x.isNaN {
                        ofWord = .zero
                        for index in Int(firsts[cursor.word])..<Int(firsts[cursor.word + 1]) {
                            ofWord += byTerm[Int(items[index])]
                        }
                        byWord[cursor.word] = ofWord
                    }
                    sum += ofWord
                }
                cosines.append(sum * inverse[Int(row)])
            }
        }
        return cosines
    }

    /// Calls `body` with the terms that a row holds several times, and what is to be added for each, times its weight.
    @inline(__always)
    private func forEachRepeat(_ row: Int, _ body: (_ term: Int, _ excess: Float) -> Void) {
        guard !firstRepeats.isEmpty else { return }
        for index in Int(firstRepeats[row])..<Int(firstRepeats[row + 1]) {
            body(Int(repeats[index] >> 8), excess[Int(repeats[index] & 0xFF)])
        }
    }
}
