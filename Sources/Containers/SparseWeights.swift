/// Weights of a few out of many numbers, to be looked up for any of them: a bit vector with ranks (Jacobson 1989,
/// “Space-efficient static trees and graphs”).
///
/// A bit tells whether a number has a weight, and its rank, how many before it have, where the weight lies. Most look-ups end
/// at the bit, and bits and weights together are small enough for the processor's nearest caches, where a weight for every
/// number is not.
public struct SparseWeights: Sendable {
    /// Sixty-four numbers.
    @usableFromInline struct Block: Sendable {
        @usableFromInline var bits: UInt64 = 0
        /// How many numbers have weights in the blocks before.
        @usableFromInline var before: Int32 = 0

        @inlinable init() {}

        /// How many of those before a number have weights.
        @inlinable @inline(__always)
        func place(of number: Int) -> Int { Int(before) + (bits & (1 << UInt64(number & 63) &- 1)).nonzeroBitCount }
    }

    @usableFromInline let blocks: [Block]
    @usableFromInline let weights: [Float]

    /// No weights.
    @inlinable package init() { (blocks, weights) = ([], []) }

    /// - Parameters:
    ///   - count: one more than the largest number.
    ///   - terms: calls what it is given with numbers and weights, which are added up; the same ones both times that it is
    ///     asked.
    @inlinable @inline(__always)
    package init(count: Int, _ terms: (_ add: (_ number: Int, _ weight: Float) -> Void) -> Void) {
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

    /// Whether no number has a weight.
    @inlinable package var isEmpty: Bool { weights.isEmpty }

    /// Zero of a number without weights.
    @inlinable @inline(__always)
    package subscript(number: Int) -> Float {
        let block = blocks[number >> 6]
        guard block.bits & (1 << UInt64(number & 63)) != 0 else { return 0 }
        return weights[block.place(of: number)]
    }

    /// The numbers that have weights, ascending.
    @inlinable package var all: [(number: Int, weight: Float)] {
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
