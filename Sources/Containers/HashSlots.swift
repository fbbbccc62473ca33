import Glibc

/// The slots of a hash table with linear probing (Knuth, The Art of Computer Programming 3, 6.4); the keys lie elsewhere, by
/// number from 0.
///
/// The order of the slots never shows: keys are numbered in the order in which they came.
public struct HashSlots: Sendable {
    /// Number + 1; 0 is free. The size is a power of two.
    @usableFromInline var slots: [UInt32]
    /// How many quarters of the slots are taken at most.
    @usableFromInline let quarters: Int

    /// - Parameters:
    ///   - size: a power of two.
    ///   - quarters: 2 where most look-ups find nothing, 3 where memory counts.
    @inlinable package init(size: Int = 16, quarters: Int = 3) {
        slots = Array(repeating: 0, count: size)
        self.quarters = quarters
    }

    /// The number of a key; if there is none, `nil` and the slot that is free for it.
    ///
    /// - Parameter isKey: whether a number's key is the one that is sought.
    @inlinable @inline(__always)
    package func find(_ hash: Int, _ isKey: (_ number: Int) -> Bool) -> (slot: Int, number: Int32?) {
        let mask = slots.count - 1
        var slot = hash & mask
        while slots[slot] != 0 {
            if isKey(Int(slots[slot]) - 1) { return (slot, Int32(slots[slot] - 1)) }
            slot = (slot + 1) & mask
        }
        return (slot, nil)
    }

    /// Puts a new number into the slot that `find` gave for its key.
    ///
    /// - Parameters:
    ///   - number: one more than the last.
    ///   - hash: of a number's key.
    @inlinable @inline(__always)
    package mutating func fill(_ slot: Int, with number: Int, _ hash: (_ number: Int) -> Int) {
        slots[slot] = UInt32(number + 1)
        guard (number + 1) * 4 > slots.count * quarters else { return }
        slots = Array(repeating: 0, count: slots.count * 2)
        for number in 0...number { slots[find(hash(number)) { _ in false }.slot] = UInt32(number + 1) }
    }

    /// Fibonacci hashing: the high half of the product with 2⁶⁴ / φ (Knuth, 6.4).
    @inlinable @inline(__always)
    package static func hash(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) }

    /// The same of bytes, eight at a time, each folded into the product of what came before; the same on every run.
    @inlinable
    package static func hash(_ bytes: UnsafeRawBufferPointer) -> Int {
        var hash = UInt64(bytes.count)
        func mix(_ word: UInt64) {
            let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
            hash = product.high ^ product.low
        }
        var index = 0
        while index + 8 <= bytes.count {
            mix(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var rest: UInt64 = 0
        while index < bytes.count {
            rest = rest << 8 | UInt64(bytes[index])
            index += 1
        }
        mix(rest)
        return Self.hash(hash)
    }

    /// Whether two keys have the same bytes.
    @inlinable @inline(__always)
    package static func areEqual(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
        guard one.count == other.count, let left = one.baseAddress, let right = other.baseAddress else {
            return one.count == other.count
        }
        return memcmp(left, right, one.count) == 0
    }

    /// Bytes held, for reports.
    @inlinable package var memory: Int { slots.count * 4 }
}
