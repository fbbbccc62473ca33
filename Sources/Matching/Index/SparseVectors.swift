/// One unit vector a row, as (term, weight) pairs.
struct SparseVectors: Sendable {
    private(set) var offsets: [UInt32] = [0]
    private(set) var terms: [Int32] = []
    private(set) var weights: [Float] = []

    /// Every distinct term of a text, weighed by its rarity in an index, brought to unit length.
    init(_ texts: [[Int32]], weighedBy index: TermIndex) {
        for text in texts {
            for coordinate in index.vector(text, countsRepeats: false) {
                terms.append(coordinate.term)
                weights.append(coordinate.weight)
            }
            offsets.append(UInt32(terms.count))
        }
    }

    func range(_ row: Int) -> Range<Int> { Int(offsets[row])..<Int(offsets[row + 1]) }

    /// Bytes held, for reports.
    var memory: Int { offsets.count * 4 + terms.count * 8 }
}
