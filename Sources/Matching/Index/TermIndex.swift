import Language

/// Which texts hold which terms, for one kind of term (stems, four-character runs …): an inverted index.
///
/// A posting is the text's number with how often the term occurs in it (1–15) in the top four bits: four bytes.
/// Similarity is the cosine of term vectors with weights (1 + ln tf) · idf, where idf = ln(1 + N / df)
/// (Salton & Buckley 1988, "Term-weighting approaches in automatic text retrieval").
struct TermIndex: Sendable {
    /// Row = term, items = postings in ascending order of the text.
    private let postings: Adjacency
    /// By term.
    private let rarity: [Float]
    /// By text: 1 / the length of its vector; 0 for a text without terms.
    private let inverseLength: [Float]

    private static let textMask: Int32 = 0x0FFF_FFFF
    private static let logarithms: [Float] = [0] + (1...15).map { 1 + Logarithm.natural(Float($0)) }

    /// - Parameter texts: each text's terms, repeats allowed, in any order.
    init(texts: [[Int32]], terms: Int) {
        var pairs: [(row: Int32, item: Int32)] = []
        pairs.reserveCapacity(texts.reduce(0) { $0 + $1.count })
        for (text, all) in texts.enumerated() {
            for (term, times) in Self.counted(all) {
                pairs.append((term, Int32(text) | Int32(bitPattern: UInt32(min(times, 15)) << 28)))
            }
        }
        postings = Adjacency(rows: terms, pairs: pairs)
        let table = postings
        rarity = (0..<terms).map { term in
            let holders = table.range(term).count
            return holders == 0 ? 0 : Logarithm.natural(1 + Float(texts.count) / Float(holders))
        }
        var squares = [Float](repeating: 0, count: texts.count)
        for term in 0..<terms {
            for posting in table[term] {
                let weight = Self.weight(posting) * rarity[term]
                squares[Self.text(posting)] += weight * weight
            }
        }
        inverseLength = squares.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
    }

    /// A query as unit vector: its known terms with their weights.
    func vector(_ terms: [Int32]) -> [(term: Int32, weight: Float)] {
        var vector = Self.counted(terms).map { term, times in
            (term: term, weight: (1 + Logarithm.natural(Float(times))) * rarity[Int(term)])
        }
        let length = vector.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
        guard length > 0 else { return [] }
        for index in vector.indices { vector[index].weight /= length }
        return vector
    }

    /// Adds `factor` × the cosine of the query and each text to `sums` (one a text).
    func addCosines(_ vector: [(term: Int32, weight: Float)], times factor: Float, to sums: inout [Float]) {
        var cosines = [Float](repeating: 0, count: sums.count)
        cosines.withUnsafeMutableBufferPointer { cosines in
            postings.items.withUnsafeBufferPointer { items in
                Self.logarithms.withUnsafeBufferPointer { logarithms in
                    for (term, weight) in vector {
                        let weight = weight * rarity[Int(term)]
                        for index in postings.range(Int(term)) {
                            let posting = items[index]
                            cosines[Int(posting & Self.textMask)] +=
                                weight * logarithms[Int(UInt32(bitPattern: posting) >> 28)]
                        }
                    }
                }
            }
        }
        for text in sums.indices { sums[text] += factor * cosines[text] * inverseLength[text] }
    }

    /// Bytes held, for reports.
    var memory: Int { postings.memory + rarity.count * 4 + inverseLength.count * 4 }

    private static func text(_ posting: Int32) -> Int { Int(posting & textMask) }

    private static func weight(_ posting: Int32) -> Float { logarithms[Int(UInt32(bitPattern: posting) >> 28)] }

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
