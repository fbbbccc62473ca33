import Containers
import Language

/// An inverted index: which texts hold which terms, for one kind of term (stems, character 4-grams …).
///
/// A posting is the text's number with how often the term occurs in it (1–15) in the top four bits: four bytes.
/// Similarity is the cosine of term vectors with weights (1 + ln tf) · idf, where idf = ln(1 + N / df)
/// (Salton & Buckley 1988, "Term-weighting approaches in automatic text retrieval").
struct TermIndex: Sendable {
    /// Row = term, items = postings in ascending order of the text.
    private let postings: RaggedRows<Int32>
    /// By term: its inverse document frequency; 0 for a term that fewer texts hold than asked for.
    private let idf: [Float]
    /// By text: 1 / the length of its vector; 0 for a text without terms.
    let inverseLength: [Float]

    private let counting: Counting

    /// What a term that occurs several times weighs, before its idf.
    enum Counting: Sendable {
        /// 1 + ln tf, of more than 15 times as of 15: for running text.
        case logarithmic
        /// tf: for names, labels and parts, where a repeat is the exception; and where text is only compared with one that is
        /// as long, so that it makes no difference.
        case plain

        /// What a term weighs that occurs so many times, before its idf.
        func factor(_ times: Int) -> Float {
            self == .logarithmic ? TermIndex.logarithmic[min(times, 15)] : Float(times)
        }
    }

    private static let textMask: Int32 = 0x0FFF_FFFF
    private static let logarithmic: [Float] = [0] + (1...15).map { 1 + Logarithm.natural(Float($0)) }
    private static let plain: [Float] = (0...15).map { Float($0) }
    /// By how often a term occurs.
    private var factors: [Float] { counting == .logarithmic ? Self.logarithmic : Self.plain }

    /// - Parameters:
    ///   - texts: each text's terms, repeats allowed, in any order.
    ///   - terms: one more than the largest term.
    ///   - leastTexts: terms that fewer texts hold are left out.
    init(texts: [[Int32]], terms: Int, leastTexts: Int = 1, counting: Counting = .logarithmic) {
        var pairs: [(row: Int32, item: Int32)] = []
        pairs.reserveCapacity(texts.reduce(0) { $0 + $1.count })
        for (text, all) in texts.enumerated() {
            for (term, times) in Self.counted(all) {
                pairs.append((term, Int32(text) | Int32(bitPattern: UInt32(min(times, 15)) << 28)))
            }
        }
        let table = RaggedRows<Int32>(rows: terms, pairs: pairs)
        let factors = counting == .logarithmic ? Self.logarithmic : Self.plain
        self.counting = counting
        let idf: [Float] = (0..<terms).map { term in
            let holders = table.range(term).count
            return holders < leastTexts ? 0 : Logarithm.natural(1 + Float(texts.count) / Float(max(1, holders)))
        }
        var squares = [Float](repeating: 0, count: texts.count)
        for term in 0..<terms {
            for posting in table[term] {
                let weight = factors[Int(UInt32(bitPattern: posting) >> 28)] * idf[term]
                squares[Int(posting & Self.textMask)] += weight * weight
            }
        }
        postings = table
        self.idf = idf
        inverseLength = squares.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
    }

    /// True when no text has any term.
    var isEmpty: Bool { postings.items.isEmpty }

    /// How many texts hold a term; 0 for one that isn't known here.
    func documentFrequency(of term: Int32) -> Int { Int(term) < idf.count ? postings.range(Int(term)).count : 0 }

    /// A query as unit vector: its known terms with their weights, in ascending order of the term.
    func vector(_ terms: [Int32]) -> [TermWeight] {
        var vector: [TermWeight] = Self.counted(terms).compactMap { term, times in
            guard Int(term) < idf.count, idf[Int(term)] > 0 else { return nil }
            return TermWeight(term: term, weight: factors[min(times, 15)] * idf[Int(term)])
        }
        let length = vector.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
        guard length > 0 else { return [] }
        for index in vector.indices { vector[index].weight /= length }
        return vector
    }

    /// The cosine of a unit vector and each text.
    func cosines(_ vector: [TermWeight]) -> [Float] {
        var cosines = [Float](repeating: 0, count: inverseLength.count)
        cosines.withUnsafeMutableBufferPointer { cosines in
            postings.items.withUnsafeBufferPointer { items in
                factors.withUnsafeBufferPointer { factors in
                    for coordinate in vector {
                        let weight = coordinate.weight * idf[Int(coordinate.term)]
                        for index in postings.range(Int(coordinate.term)) {
                            let posting = items[index]
                            cosines[Int(posting & Self.textMask)] +=
                                weight * factors[Int(UInt32(bitPattern: posting) >> 28)]
                        }
                    }
                }
            }
            inverseLength.withUnsafeBufferPointer { inverse in
                for text in cosines.indices { cosines[text] *= inverse[text] }
            }
        }
        return cosines
    }

    /// Bytes held, for reports.
    var memory: Int { postings.memory + idf.count * 4 + inverseLength.count * 4 }

    private static func counted(_ terms: [Int32]) -> [(term: Int32, times: Int)] {
        var result: [(term: Int32, times: Int)] = []
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

/// One coordinate of a sparse vector.
struct TermWeight: Sendable, Hashable {
    var term: Int32
    var weight: Float
}
