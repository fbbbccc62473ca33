import Containers

/// Which texts hold which words, for finding the texts that are worth comparing.
///
/// Texts are taken in stretches of 65,536, so that a posting is two bytes and the sums of a stretch stay in the
/// processor's cache.
struct WordIndex: Sendable {
    static let stretch = 65_536

    /// Texts.
    let rows: Int
    private let stretches: Int
    /// By word and stretch: where the postings begin; one more at the end.
    private let starts: [UInt32]
    /// The text's place in its stretch, ascending within a word and stretch.
    private let places: [UInt16]

    init(_ vectors: TermVectors) {
        rows = vectors.rows
        let stretches = max(1, (vectors.rows + Self.stretch - 1) / Self.stretch)
        self.stretches = stretches
        var starts = [UInt32](repeating: 0, count: vectors.wordCount * stretches + 1)
        vectors.forEachWord { row, word in starts[word * stretches + row / Self.stretch + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var next = starts
        var places = [UInt16](repeating: 0, count: Int(starts[starts.count - 1]))
        vectors.forEachWord { row, word in
            let list = word * stretches + row / Self.stretch
            places[Int(next[list])] = UInt16(row % Self.stretch)
            next[list] += 1
        }
        self.starts = starts
        self.places = places
    }

    /// Adds up weights, stretch by stretch.
    ///
    /// - Parameters:
    ///   - weights: by word.
    ///   - body: given the number of a stretch's first text, and by text of the stretch the sum of the weights of the
    ///     words that it holds.
    func sums(_ weights: SparseWeights, _ body: (_ first: Int, _ sums: UnsafeMutableBufferPointer<Float>) -> Void) {
        let words = weights.all
        var sums = [Float](repeating: 0, count: min(Self.stretch, rows))
        sums.withUnsafeMutableBufferPointer { sums in
            starts.withUnsafeBufferPointer { starts in
                places.withUnsafeBufferPointer { places in
                    for number in 0..<stretches {
                        let first = number * Self.stretch
                        if number > 0 { sums.update(repeating: 0) }
                        for (word, weight) in words {
                            let list = word * stretches + number
                            for index in Int(starts[list])..<Int(starts[list + 1]) {
                                sums[Int(places[index])] += weight
                            }
                        }
                        body(first, UnsafeMutableBufferPointer(rebasing: sums[..<min(Self.stretch, rows - first)]))
                    }
                }
            }
        }
    }

    /// Bytes held, for reports.
    var memory: Int { starts.count * 4 + places.count * 2 }
}
