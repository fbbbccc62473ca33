import Containers

/// Chance that is the same everywhere for the same seed (`SplitMix64`); everything that draws is here.
struct SeededChance {
    private var generator: SplitMix64

    /// A stream of its own for one topic, so that a change in one place leaves the rest of the fixtures as they are.
    init(seed: UInt64, topic: String) { generator = SplitMix64(seed: seed, topic: topic) }

    private mutating func next() -> UInt64 { generator.next() }

    /// 0 ..< `limit`. The bias of at most `limit` in 2⁶⁴ doesn't matter here.
    mutating func below(_ limit: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(limit)).high) }

    mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// True in `percent` of 100 draws.
    mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

    /// One of `items`, which has at least one.
    mutating func one<Item>(of items: [Item]) -> Item { items[below(items.count)] }

    /// The place of one of `weights`, drawn in proportion to them; at least one must be above 0.
    mutating func place(in weights: [Int]) -> Int {
        var rest = below(weights.reduce(0, +))
        for (place, weight) in weights.enumerated() {
            if rest < weight { return place }
            rest -= weight
        }
        return weights.count - 1
    }

    /// A UUID of version 4 (RFC 9562).
    mutating func uuid() -> String {
        var bytes = [next(), next()].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
        bytes[6] = bytes[6] & 0x0f | 0x40
        bytes[8] = bytes[8] & 0x3f | 0x80
        let digits = Array("0123456789abcdef")
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(text[$0]) }.joined(separator: "-")
    }
}
