/// One unit vector a row, as (term, weight) pairs.
struct SparseVectors: Sendable {
    private var offsets: [UInt32] = [0]
    private(set) var terms: [Int32] = []
    private(set) var weights: [Float] = []

    /// The vectors of texts as an index weighs their terms.
    init(_ texts: [[Int32]], weighedBy index: TermVectors) {
        for text in texts {
            for coordinate in index.vector(text) {
                terms.append(coordinate.term)
                weights.append(coordinate.weight)
            }
            offsets.append(UInt32(terms.count))
        }
    }

    var rows: Int { offsets.count - 1 }

    func range(_ row: Int) -> Range<Int> { Int(offsets[row])..<Int(offsets[row + 1]) }

    /// Bytes held, for reports.
    var memory: Int { offsets.count * 4 + terms.count * 8 }
}
