/// Weights of a few out of many words or terms, to be looked up for any of them.
///
/// A bit tells whether a number has weights, and how many before it have tells where they lie. Most look-ups end at the bit,
/// and bits and weights together are small enough for the processor's nearest caches, where a weight for each of all words is
/// not.
struct SparseWeights: Sendable {
    /// Sixty-four numbers.
    private struct Block {
        var bits: UInt64 = 0
        /// How many numbers have weights in the blocks before.
        var before: Int32 = 0

        /// How many of those before a number have weights.
        @inline(__always)
        func place(of number: Int) -> Int { Int(before) + (bits & (1 << UInt64(number & 63) &- 1)).nonzeroBitCount }
    }

    private let blocks: [Block]
    private let weights: [Float]

    /// None of any number.
    init() { (blocks, weights) = ([], []) }

    /// - Parameters:
    ///   - count: one more than the largest number.
    ///   - terms: calls what it is given with numbers and weights, which are added up; the same ones both times that it is
    ///     asked.
    @inline(__always)
    init(count: Int, _ terms: (_ add: (_ number: Int, _ weight: Float) -> Void) -> Void) {
        var blocks = [Block](repeating: Block(), count: (count + 63) / 64)
        terms { number, _ in blocks[number >> 6].bits |= 1 << UInt64(number & 63) }
        var before: Int32 = 0
        for index in blocks.indices {
            blocks[index].before = before
            before += Int32(blocks[index].bits.nonzeroBitCount)
        }
        var weights = [Float](repeating: 0, count: Int(before))
        terms { number, weight in weights[blocks[number >> 6].place(of: number)] += weight }
        self.blocks = blocks
        self.weights = weights
    }

    var isEmpty: Bool { weights.isEmpty }

    /// Zero of a number without weights.
    @inline(__always)
    subscript(number: Int) -> Float {
        let block = blocks[number >> 6]
        guard block.bits & (1 << UInt64(number & 63)) != 0 else { return 0 }
        return weights[block.place(of: number)]
    }

    /// The numbers that have weights, ascending.
    var all: [(number: Int, weight: Float)] {
        var all: [(number: Int, weight: Float)] = []
        all.reserveCapacity(weights.count)
        for (index, block) in blocks.enumerated() {
            var bits = block.bits
            while bits != 0 {
                all.append((index * 64 + bits.trailingZeroBitCount, weights[all.count]))
                bits &= bits - 1
            }
        }
        return all
    }
}
