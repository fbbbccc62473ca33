/// Strings of bytes numbered from 0 in the order in which they were first seen: `Vocabulary` for what isn't made a text of.
struct ByteTable: Sendable {
    private(set) var pool = TextPool()
    /// Number + 1; 0 is free. The size is a power of two, at most three quarters full.
    private var slots: [UInt32] = Array(repeating: 0, count: 16)

    var count: Int { pool.count }

    /// The number of these bytes, which are added if they are new.
    mutating func intern(_ bytes: UnsafeRawBufferPointer) -> Int32 {
        let (slot, found) = probe(bytes)
        if let found { return found }
        pool.append(bytes)
        slots[slot] = UInt32(count)
        if count * 4 > slots.count * 3 { grow() }
        return Int32(count - 1)
    }

    /// The number of a text; `nil` when it was never seen.
    func number(of text: String) -> Int32? {
        var text = text
        return text.withUTF8 { probe(UnsafeRawBufferPointer($0)).found }
    }

    private func probe(_ bytes: UnsafeRawBufferPointer) -> (slot: Int, found: Int32?) {
        let mask = slots.count - 1
        var slot = Self.hash(bytes) & mask
        while slots[slot] != 0 {
            let number = Int32(slots[slot] - 1)
            if pool.withBytes(Int(number), { Self.areEqual(UnsafeRawBufferPointer($0), bytes) }) {
                return (slot, number)
            }
            slot = (slot + 1) & mask
        }
        return (slot, nil)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for number in 0..<count {
            var slot = pool.withBytes(number) { Self.hash(UnsafeRawBufferPointer($0)) } & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(number + 1)
        }
    }

    private static func areEqual(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
        one.count == other.count && one.elementsEqual(other)
    }

    /// FNV-1a with a final mix; the same on every run.
    private static func hash(_ bytes: UnsafeRawBufferPointer) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }
}

/// Lists that many have in common, each made once and found by the bytes that it is written in.
struct SharedLists<Element: Sendable>: Sendable {
    private var numbers = ByteTable()
    /// By number.
    private(set) var lists: [[Element]] = []

    mutating func number(of bytes: UnsafeRawBufferPointer, _ list: () -> [Element]) -> Int32 {
        let number = numbers.intern(bytes)
        if number == lists.count { lists.append(list()) }
        return number
    }
}
