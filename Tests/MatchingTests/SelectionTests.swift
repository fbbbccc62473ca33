import Containers
import Testing

@testable import Matching

@Suite struct SelectionTests {
    @Test(arguments: [4, 5, 6] as [UInt64])
    func splitsAtAPlace(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for count in 1...60 {
            // Few values, so that many are equal.
            let scores = (0..<count).map { _ in Float(Int.random(in: 0...12, using: &generator)) }
            let place = Int.random(in: 0...count, using: &generator)
            var split = scores
            Selection.split(&split, at: place) { $0 }
            #expect(split.sorted() == scores.sorted())
            #expect((split[..<place].max() ?? -1) <= (split[place...].min() ?? 99))
        }
    }
}
