/// The generator of Steele, Lea and Flood (2014), “Fast splittable pseudorandom number generators”.
///
/// Its sequence is fixed by its seed for ever, so a recorded draw can be held again. The standard library's
/// `shuffled(using:)` is not used with it: how that spends numbers may change between versions.
package struct SplitMix64: Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number in 0..<bound without bias, by rejection. 0 where `bound` is less than 2.
    package mutating func below(_ bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        let range = UInt64(bound)
        let limit = UInt64.max - UInt64.max % range
        var value = next()
        while value >= limit { value = next() }
        return Int(value % range)
    }

    /// One lot in a draw: depends on the seed and the name alone, so that more names don't change it.
    package static func lot(seed: Int, name: String) -> UInt64 {
        // FNV-1a spreads the name's bytes; the generator mixes them with the seed.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        var generator = SplitMix64(seed: UInt64(bitPattern: Int64(seed)) ^ hash)
        return generator.next()
    }
}
