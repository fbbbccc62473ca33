import Containers

/// Texts in the vector space model, kept as the words that hold the terms: what a text is compared by once it has been found.
///
/// Similarity is the cosine of term vectors with weights (1 + ln tf) · idf, where idf = ln(1 + N / df) (Salton & Buckley
/// 1988, "Term-weighting approaches in automatic text retrieval"). The inner product of a query and a text is the sum over
/// the text's words of what each word adds, which is computed once a query (`ExpandedVector`); a term that occurs several times
/// in a text adds (1 + ln tf) rather than tf times its weight, and the difference is kept with the text. Titles have some eight
/// words where they have sixty 4-grams.
struct TermVectors: Sendable {
    /// Row = text.
    let texts: VarintRows
    private(set) var terms: WordTerms
    /// By term: its inverse document frequency; 0 for a term that no text holds.
    let idf: [Float]
    /// By term: how many texts hold it.
    private let documentFrequencies: [Int32]
    /// By text: 1 / the length of its vector; 0 for a text without terms.
    let inverseLength: [Float]
    private let counting: TermIndex.Counting
    /// By text: where its repeated terms begin; one more at the end. Empty where a repeat weighs as much as the first.
    let firstRepeats: [UInt32]
    /// Terms that occur several times in one text: the term, and in the lowest eight bits how often, up to 255 times.
    let repeats: [UInt32]
    /// By how often a term occurs: what is to be added for it, times the term's weight.
    let excess: [Float]
    /// By term as the lexicon numbers it: its number here, -1 for one that weighs nothing. Empty where the numbers are the
    /// lexicon's.
    private var numbers: [Int32] = []

    /// - Parameter terms: those of the words by which the texts are numbered.
    init(_ texts: VarintRows, _ terms: WordTerms, counting: TermIndex.Counting = .logarithmic) {
        self.init(texts, terms, Self.documentFrequencies(texts, terms), counting)
    }

    private init(
        _ texts: VarintRows, _ terms: WordTerms, _ documentFrequencies: [Int32], _ counting: TermIndex.Counting
    ) {
        let idf: [Float] = documentFrequencies.map { frequency in
            frequency == 0 ? 0 : Logarithm.natural(1 + Float(texts.count) / Float(frequency))
        }
        var lengths: [Float] = []
        lengths.reserveCapacity(texts.count)
        var repeats: [UInt32] = []
        var firstRepeats: [UInt32] = [0]
        firstRepeats.reserveCapacity(texts.count + 1)
        Self.forEachText(texts, terms) { distinct, times in
            var squares: Float = 0
            for term in distinct {
                let occurrences = Int(times[Int(term)])
                let factor = counting.factor(occurrences)
                let weight = factor * idf[Int(term)]
                squares += weight * weight
                if factor != Float(occurrences), idf[Int(term)] > 0 {
                    repeats.append(UInt32(term) << 8 | UInt32(min(occurrences, 255)))
                }
            }
            lengths.append(squares > 0 ? 1 / squares.squareRoot() : 0)
            firstRepeats.append(UInt32(repeats.count))
        }
        self.texts = texts
        self.terms = terms
        self.documentFrequencies = documentFrequencies
        self.idf = idf
        self.counting = counting
        excess = (0...255).map { counting.factor($0) - Float($0) }
        inverseLength = lengths
        self.repeats = Array(repeats[...])
        self.firstRepeats = repeats.isEmpty ? [] : Array(firstRepeats[...])
    }

    /// The same with numbers of its own for words and terms, for texts that hold few of the lexicon's: what is laid out by word or
    /// by term is then small.
    ///
    /// - Parameter leastTexts: terms that fewer texts hold weigh nothing, and have no number.
    init(ownNumbersOf texts: VarintRows, _ terms: WordTerms, leastTexts: Int, counting: TermIndex.Counting) {
        let words = texts.numbersHeld
        let frequencies = Self.documentFrequencies(texts, terms)
        var numbers = [Int32](repeating: -1, count: terms.count)
        var count: Int32 = 0
        for term in numbers.indices where frequencies[term] >= max(1, leastTexts) {
            numbers[term] = count
            count += 1
        }
        var ofWord = GapRows()
        for word in words { ofWord.append(terms.ofWord[Int(word)].map { numbers[Int($0)] }.filter { $0 >= 0 }) }
        self.init(
            texts.renumbered(words), WordTerms(ofWord, terms: Int(count)),
            numbers.indices.filter { numbers[$0] >= 0 }.map { frequencies[$0] }, counting)
        self.numbers = numbers
    }

    /// By term: how many texts hold it.
    private static func documentFrequencies(_ texts: VarintRows, _ terms: WordTerms) -> [Int32] {
        let (bytes, offsets) = (texts.rows.items.span, texts.rows.offsets.span)
        var frequencies = [Int32](repeating: 0, count: terms.count)
        // By term: the last text that was seen to hold it.
        var latest = [Int32](repeating: -1, count: terms.count)
        frequencies.withUnsafeMutableBufferPointer { frequencies in
            latest.withUnsafeMutableBufferPointer { latest in
                for row in 0..<Int32(texts.count) {
                    var cursor = VarintRows.Cursor(offsets, Int(row))
                    while cursor.next(bytes) {
                        terms.ofWord.forEach(cursor.number) { term in
                            if latest[term] == row { return }
                            latest[term] = row
                            frequencies[term] += 1
                        }
                    }
                }
            }
        }
        return frequencies
    }

    /// Calls `body` for every text with the terms that it holds, and by term how often.
    @inline(__always)
    private static func forEachText(
        _ texts: VarintRows, _ terms: WordTerms,
        _ body: (_ distinct: Slice<UnsafeMutableBufferPointer<Int32>>, _ times: UnsafeMutableBufferPointer<Int32>) ->
            Void
    ) {
        let (bytes, offsets) = (texts.rows.items.span, texts.rows.offsets.span)
        var times = [Int32](repeating: 0, count: terms.count)
        var distinct = times
        times.withUnsafeMutableBufferPointer { times in
            distinct.withUnsafeMutableBufferPointer { distinct in
                for row in 0..<texts.count {
                    var count = 0
                    var cursor = VarintRows.Cursor(offsets, row)
                    while cursor.next(bytes) {
                        terms.ofWord.forEach(cursor.number) { term in
                            if times[term] == 0 {
                                distinct[count] = Int32(term)
                                count += 1
                            }
                            times[term] += 1
                        }
                    }
                    body(distinct[..<count], times)
                    for term in distinct[..<count] { times[Int(term)] = 0 }
                }
            }
        }
    }

    /// Gives back the terms of words, which only sums of rows are made from.
    mutating func forgetTermsOfWords() { terms.forgetTermsOfWords() }

    var rows: Int { texts.count }

    /// One more than the largest term.
    var termCount: Int { idf.count }

    /// One more than the largest word.
    var wordCount: Int { texts.upperBound }

    /// True when no text has any term.
    var isEmpty: Bool { texts.rows.items.isEmpty }

    /// How many texts hold a term; 0 for one that isn't known here.
    func documentFrequency(of term: Int32) -> Int {
        number(of: term).map { Int(documentFrequencies[Int($0)]) } ?? 0
    }

    /// The number here of a term of the lexicon; nil for one that isn't known here.
    private func number(of term: Int32) -> Int32? {
        guard !numbers.isEmpty else { return Int(term) < idf.count ? term : nil }
        guard Int(term) < numbers.count, numbers[Int(term)] >= 0 else { return nil }
        return numbers[Int(term)]
    }

    /// A query as unit vector: its known terms with their weights, in ascending order of the term.
    /// - Parameter terms: as the lexicon numbers them.
    func vector(_ terms: [Int32]) -> [TermWeight] {
        var vector: [TermWeight] = []
        let sorted = terms.sorted()
        var index = 0
        while index < sorted.count {
            let term = sorted[index]
            var times = 1
            while index + times < sorted.count, sorted[index + times] == term { times += 1 }
            index += times
            guard let number = number(of: term), idf[Int(number)] > 0 else { continue }
            vector.append(TermWeight(term: number, weight: counting.factor(times) * idf[Int(number)]))
        }
        let length = vector.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
        guard length > 0 else { return [] }
        for index in vector.indices { vector[index].weight /= length }
        return vector
    }

    /// The sum of some rows' unit vectors, each times a weight; by term.
    func sum(_ rows: [Int32], times weights: [Float]) -> [Float] {
        var sums = [Float](repeating: 0, count: termCount)
        for coordinate in sparseSum(rows, times: weights) { sums[Int(coordinate.term)] = coordinate.weight }
        return sums
    }

    /// The same of few rows: the terms that they hold, in no order but always the same.
    func sparseSum(_ rows: [Int32], times weights: [Float]) -> [TermWeight] {
        // By word first: rows have many words in common, and each is made of several terms.
        var byWord = [Float](repeating: 0, count: wordCount)
        var words: [Int32] = []
        var sums = [Float](repeating: 0, count: termCount)
        var terms: [Int32] = []
        let bytes = texts.rows.items.span
        texts.rows.load(rows)
        for (row, weight) in zip(rows, weights) {
            let share = weight * inverseLength[Int(row)]
            guard share > 0 else { continue }
            var cursor = VarintRows.Cursor(texts.rows.offsets.span, Int(row))
            while cursor.next(bytes) {
                if byWord[cursor.number] == 0 { words.append(Int32(cursor.number)) }
                byWord[cursor.number] += share
            }
            guard !firstRepeats.isEmpty else { continue }
            for index in Int(firstRepeats[Int(row)])..<Int(firstRepeats[Int(row) + 1]) {
                let term = Int(repeats[index] >> 8)
                if sums[term] == 0 { terms.append(Int32(term)) }
                sums[term] += share * excess[Int(repeats[index] & 0xFF)] * idf[term]
            }
        }
        self.terms.ofWord.rows.load(words)
        for word in words {
            let weight = byWord[Int(word)]
            self.terms.ofWord.forEach(Int(word)) { term in
                if sums[term] == 0 { terms.append(Int32(term)) }
                sums[term] += weight * idf[term]
            }
        }
        return terms.map { TermWeight(term: $0, weight: sums[Int($0)]) }
    }

    /// Calls `body` with every row and each of its words once, row by row.
    func forEachWord(_ body: (_ row: Int, _ word: Int) -> Void) {
        var last = (row: -1, word: -1)
        texts.forEachNumber { row, word in
            if (row, word) != last { body(row, word) }
            last = (row, word)
        }
    }

    /// Bytes held beside the texts and the terms of words, for reports.
    var memory: Int {
        idf.count * 4 + documentFrequencies.count * 4 + inverseLength.count * 4 + firstRepeats.count * 4
            + repeats.count * 4 + numbers.count * 4
    }
}
