import Containers
import Testing

@Suite struct SplitMix64Tests {
    /// The sequence that the algorithm's authors' C code gives for this seed.
    @Test func givesThePublishedSequence() {
        var generator = SplitMix64(seed: 1_234_567)
        let numbers = (0..<5).map { _ in generator.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test func spreadsEvenlyOverARange() {
        var generator = SplitMix64(seed: 9)
        var counts = Array(repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[generator.below(7)] += 1 }
        #expect(counts.allSatisfy { (9_500...10_500).contains($0) })
        #expect(generator.below(1) == 0 && generator.below(0) == 0)
    }

    /// What was drawn once must be drawn again, and each name draws by itself.
    @Test func `a name draws the same for ever`() {
        #expect(SplitMix64.draw(seed: 7, name: "s0") == 16_248_346_302_654_950_769)
        var generator = SplitMix64(seed: 7, topic: "s0")
        #expect(generator.next() == SplitMix64.draw(seed: 7, name: "s0"))
        #expect(SplitMix64.draw(seed: 7, name: "s1") != SplitMix64.draw(seed: 7, name: "s0"))
        #expect(SplitMix64.draw(seed: 8, name: "s0") != SplitMix64.draw(seed: 7, name: "s0"))
    }
}
