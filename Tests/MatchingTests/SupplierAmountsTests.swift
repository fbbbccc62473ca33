import Containers
import Testing

@testable import Matching

@Suite struct SupplierAmountsTests {
    /// More suppliers than a block has, each with something in a few rows.
    private static let suppliers = SupplierAmounts.block * 2 + 77
    private static let rows = 5

    private static func entries(_ supplier: Int) -> [(row: Int, amount: Float)] {
        var generator = SplitMix64(seed: UInt64(supplier))
        return (0..<rows).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
            .map { ($0, Float.random(in: 0.01...300, using: &generator)) }
    }

    @Test func sumsAreTheExactOnesOrALittleMore() {
        let lists = SupplierAmounts(rows: Self.rows, suppliers: Self.suppliers) { supplier, body in
            for entry in Self.entries(supplier) { body(entry.row, entry.amount) }
        }
        let weights: [Float] = [0, 0.15, 1, 0.6, 0]
        for block in 0..<3 {
            let start = block * SupplierAmounts.block
            let size = min(SupplierAmounts.block, Self.suppliers - start)
            var sums = [Float](repeating: 0, count: size)
            sums.withUnsafeMutableBufferPointer { sums in
                for row in 1...3 { lists.add(row, times: weights[row], block: block, to: sums) }
            }
            for place in 0..<size {
                let exact = Self.entries(start + place).reduce(Float(0)) { $0 + weights[$1.row] * $1.amount }
                guard sums[place] >= exact * (1 - 1e-6), sums[place] <= exact * (1 + 1 / 128) + 1e-6 else {
                    Issue.record("supplier \(start + place): \(sums[place]) for \(exact)")
                    return
                }
            }
        }
    }

    @Test func leadersKeepTheBestAndSayWhatIsNeeded() {
        var leaders = Leaders(limit: 3)
        leaders.add([7, 2], [500_000, 400_000])
        #expect(leaders.threshold == -1)
        leaders.add([9, 1], [400_000, 900_000])
        #expect(leaders.list == [1, 7, 2])
        #expect(leaders.threshold <= 0.4 && leaders.threshold > 0.3999)
        // An equal score of an earlier supplier takes the place; a later one doesn't, and a lower one isn't kept.
        leaders.add([4, 0, 5], [399_000, 400_000, 400_000])
        #expect(leaders.list == [1, 7, 0])
    }
}
