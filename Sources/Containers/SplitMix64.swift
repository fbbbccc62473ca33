/// The random generator of Steele, Lea and Flood (2014), “Fast splittable pseudorandom number generators”.
///
/// Its sequence is fixed by its seed for ever, so a recorded draw can be repeated. How the standard library's
/// `random(in:using:)` and `shuffled(using:)` spend the numbers may change between versions of Swift: what is recorded draws by
/// `next` and `below` alone.
package struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The generator of a seed.
    package init(seed: UInt64) { state = seed }

    /// A generator of its own for each topic of a seed, so that one topic more or less changes no other.
    package init(seed: UInt64, topic: String) {
        // FNV-1a (Fowler, Noll & Vo) spreads the topic's bytes.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in topic.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        state = seed ^ hash
    }

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

    /// The number that a name draws: it depends on the seed and the name alone, so that more names don't change it.
    package static func draw(seed: Int, name: String) -> UInt64 {
        var generator = SplitMix64(seed: UInt64(bitPattern: Int64(seed)), topic: name)
        return generator.next()
    }
}
