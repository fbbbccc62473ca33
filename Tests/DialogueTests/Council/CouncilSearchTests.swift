import DialogueSupport
import Testing

@testable import Dialogue

@Suite struct CouncilSearchTests {
    @Test func aSearchThatStopsEarlyStillBoundsTheBest() {
        var stopped = 0
        for seed in 0..<400 {
            let request = CouncilInstances.random(seed: seed, candidates: 8...30, seats: 3...10)
            let choice = CouncilTable(CouncilPool(request)).choice
            let whole = CouncilSearch(choice, newcomers: request.newcomers)
            guard whole.isFeasible else { continue }
            let best = whole.solve()
            #expect(best.solution.value == best.bound)
            let early = CouncilSearch(choice, newcomers: request.newcomers, limit: 0).solve()
            #expect(early.solution.shortfall == 0 && early.solution.newcomers >= request.newcomers)
            #expect(early.solution.value <= best.solution.value)
            #expect(early.bound >= best.solution.value)
            stopped += early.bound > early.solution.value ? 1 : 0
        }
        #expect(stopped > 20)
    }
}
