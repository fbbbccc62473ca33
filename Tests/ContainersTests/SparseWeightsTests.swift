import Containers
import Testing

@Suite struct SparseWeightsTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func hasTheSumOfEachNumber(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let count = Int.random(in: 1...300, using: &generator)
        let terms = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
            (Int.random(in: 0..<count, using: &generator), Float(Int.random(in: 1...9, using: &generator)))
        }
        let weights = SparseWeights(count: count) { add in
            for (number, weight) in terms { add(number, weight) }
        }
        var plain = [Float](repeating: 0, count: count)
        for (number, weight) in terms { plain[number] += weight }
        #expect((0..<count).map { weights[$0] } == plain)
        #expect(weights.all.map(\.number) == plain.indices.filter { plain[$0] > 0 })
        #expect(weights.all.map(\.weight) == plain.filter { $0 > 0 })
        #expect(weights.isEmpty == terms.isEmpty)
    }
}
