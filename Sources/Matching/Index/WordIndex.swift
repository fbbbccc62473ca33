import Containers

/// Which texts hold which words, for finding the texts that are worth comparing.
///
/// Texts are taken in blocks of 65,536, so that a posting is two bytes and the sums of a block stay in the
/// processor's cache.
struct WordIndex: Sendable {
    static let block = 65_536

    /// Texts.
    let rows: Int
    private let blocks: Int
    /// By word and block: where the postings begin; one more at the end.
    private let starts: [UInt32]
    /// The text's place in its block, ascending within a word and block.
    private let places: [UInt16]

    init(_ vectors: TermVectors) {
        rows = vectors.rows
        let blocks = max(1, (vectors.rows + Self.block - 1) / Self.block)
        self.blocks = blocks
        var starts = [UInt32](repeating: 0, count: vectors.wordCount * blocks + 1)
        vectors.forEachWord { row, word in starts[word * blocks + row / Self.block + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var next = starts
        var places = [UInt16](repeating: 0, count: Int(starts[starts.count - 1]))
        vectors.forEachWord { row, word in
            let list = word * blocks + row / Self.block
            places[Int(next[list])] = UInt16(row % Self.block)
            next[list] += 1
        }
        self.starts = starts
        self.places = places
    }

    /// Adds up weights, block by block.
    ///
    /// - Parameters:
    ///   - weights: by word.
    ///   - body: given the number of a block's first text, and by text of the block the sum of the weights of the
    ///     words that it holds.
    func sums(_ weights: SparseWeights, _ body: (_ first: Int, _ sums: UnsafeMutableBufferPointer<Float>) -> Void) {
        let words = weights.all
        var sums = [Float](repeating: 0, count: min(Self.block, rows))
        sums.withUnsafeMutableBufferPointer { sums in
            starts.withUnsafeBufferPointer { starts in
                places.withUnsafeBufferPointer { places in
                    for number in 0..<blocks {
                        let first = number * Self.block
                        if number > 0 { sums.update(repeating: 0) }
                        for (word, weight) in words {
                            let list = word * blocks + number
                            for index in Int(starts[list])..<Int(starts[list + 1]) {
                                sums[Int(places[index])] += weight
                            }
                        }
                        body(first, UnsafeMutableBufferPointer(rebasing: sums[..<min(Self.block, rows - first)]))
                    }
                }
            }
        }
    }

    /// Bytes held, for reports.
    var memory: Int { starts.count * 4 + places.count * 2 }
}
