import Containers
import Testing

@Suite struct RadixOrderTests {
    /// Equal keys stay by number.
    @Test func keysArePutInOrder() {
        var generator = SplitMix64(seed: 7)
        for width in [3, 1 << 20, UInt64.max] {
            let keys = (0..<500).map { _ in UInt64.random(in: 0...width, using: &generator) }
            let expected = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
            #expect(RadixOrder(keys).items.map { Int($0.number) } == expected)
        }
        #expect(RadixOrder([]).items.isEmpty)
    }
}
