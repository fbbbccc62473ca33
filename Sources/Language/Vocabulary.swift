/// Words numbered from 0 in the order in which they were first seen.
///
/// One pool of code units, one offset a word and an open-addressing hash table: about 4 bytes a word beside
/// the word itself and no allocation per word. A value, so a finished one can be shared between threads.
package struct Vocabulary: Sendable {
    private var pool: [UInt16] = []
    private var offsets: [UInt32] = [0]
    /// Word number + 1; 0 is free. The size is a power of two, at most three quarters full.
    private var slots: [UInt32] = Array(repeating: 0, count: 16)

    package init() {}

    /// - Parameter words: as they are folded.
    package init(_ words: some Sequence<String>) {
        for word in words { _ = intern(Array(word.utf16)[...]) }
    }

    package var count: Int { offsets.count - 1 }

    /// The number of a word, which is added if it is new.
    package mutating func intern(_ word: ArraySlice<UInt16>) -> Int32 {
        let (slot, found) = probe(word)
        if let found { return found }
        let id = count
        pool.append(contentsOf: word)
        offsets.append(UInt32(pool.count))
        slots[slot] = UInt32(id + 1)
        if count * 4 > slots.count * 3 { grow() }
        return Int32(id)
    }

    /// The number of a word; `nil` when it was never seen.
    package func id(of word: ArraySlice<UInt16>) -> Int32? { probe(word).found }

    package subscript(id: Int32) -> ArraySlice<UInt16> { pool[Int(offsets[Int(id)])..<Int(offsets[Int(id) + 1])] }

    package func string(_ id: Int32) -> String { String(decoding: self[id], as: UTF16.self) }

    /// Bytes held, for reports.
    package var memory: Int { pool.count * 2 + offsets.count * 4 + slots.count * 4 }

    private func probe(_ word: ArraySlice<UInt16>) -> (slot: Int, found: Int32?) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: Self.hash(word)) & mask
        while slots[slot] != 0 {
            let id = Int32(slots[slot] - 1)
            if self[id].elementsEqual(word) { return (slot, id) }
            slot = (slot + 1) & mask
        }
        return (slot, nil)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for id in 0..<count {
            var slot = Int(truncatingIfNeeded: Self.hash(self[Int32(id)])) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(id + 1)
        }
    }

    /// FNV-1a over 16-bit units with a final mix; the same on every run, so that numbers and layouts are too.
    private static func hash(_ word: ArraySlice<UInt16>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for unit in word { hash = (hash ^ UInt64(unit)) &* 0x100_0000_01B3 }
        return hash ^ hash >> 32
    }
}
