/// 64-bit keys, such as packed character 4-grams, numbered from 0 in the order in which they were first seen.
public struct KeyInterner: Sendable {
    /// By number.
    @usableFromInline package internal(set) var keys: [UInt64] = []
    @usableFromInline var slots: HashSlots

    /// No keys. For the parameters see `HashSlots`.
    @inlinable package init(size: Int = 16, quarters: Int = 3) { slots = HashSlots(size: size, quarters: quarters) }

    /// How many keys there are.
    @inlinable package var count: Int { keys.count }

    /// The number of a key, which is added if it is new.
    @inlinable @inline(__always)
    package mutating func intern(_ key: UInt64) -> Int32 {
        let (slot, found) = slots.find(HashSlots.hash(key)) { keys[$0] == key }
        return found ?? add(key, slot)
    }

    @inlinable @inline(never)
    mutating func add(_ key: UInt64, _ slot: Int) -> Int32 {
        keys.append(key)
        slots.fill(slot, with: count - 1) { HashSlots.hash(keys[$0]) }
        return Int32(count - 1)
    }

    /// The number of a key; `nil` when it was never seen.
    @inlinable package func id(of key: UInt64) -> Int32? {
        slots.find(HashSlots.hash(key)) { keys[$0] == key }.number
    }

    /// Bytes held, for reports.
    @inlinable package var memory: Int { keys.count * 8 + slots.memory }
}
