/// 64-bit keys, such as packed character runs, numbered from 0 in the order in which they were first seen.
package struct KeyTable: Sendable {
    package private(set) var keys: [UInt64] = []
    /// Key number + 1; 0 is free. The size is a power of two, at most three quarters full.
    private var slots: [UInt32] = Array(repeating: 0, count: 16)

    package init() {}

    package var count: Int { keys.count }

    /// The number of a key, which is added if it is new.
    package mutating func intern(_ key: UInt64) -> Int32 {
        let (slot, found) = probe(key)
        if let found { return found }
        keys.append(key)
        slots[slot] = UInt32(keys.count)
        if count * 4 > slots.count * 3 { grow() }
        return Int32(count - 1)
    }

    /// The number of a key; `nil` when it was never seen.
    package func id(of key: UInt64) -> Int32? { probe(key).found }

    /// Bytes held, for reports.
    package var memory: Int { keys.count * 8 + slots.count * 4 }

    private func probe(_ key: UInt64) -> (slot: Int, found: Int32?) {
        let mask = slots.count - 1
        var slot = Self.hash(key) & mask
        while slots[slot] != 0 {
            if keys[Int(slots[slot] - 1)] == key { return (slot, Int32(slots[slot] - 1)) }
            slot = (slot + 1) & mask
        }
        return (slot, nil)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for (id, key) in keys.enumerated() {
            var slot = Self.hash(key) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(id + 1)
        }
    }

    /// Fibonacci hashing: the high half of the product with 2⁶⁴ / φ.
    private static func hash(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) }
}
