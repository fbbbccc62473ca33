import Containers
import DialogueSupport
import Testing

@testable import Dialogue

@Suite struct RotaPlannerTests {
    @Test(arguments: 0..<300) func noChoiceOfVisitsBeatsThePlannedOne(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let slots = random.among(1...3)
        let seats = (0..<random.among(1...3)).map { _ in random.among(1...2) }
        let visits = random.among(1...slots)
        var load = seats.map { _ in 0 }
        let visitors = (0..<random.among(1...4)).map { _ -> RotaPlanner.Visitor in
            let matches = seats.indices.filter { _ in random.chance(70) }.map {
                (station: $0, score: random.below(5) * 100)
            }
            // As the sizes of the stations see to: everyone's own table has room.
            let own = matches.map(\.station).first { load[$0] < seats[$0] * slots }
            if let own, random.chance(60) {
                load[own] += 1
                return RotaPlanner.Visitor(own: own, matches: matches, placed: [])
            }
            return RotaPlanner.Visitor(own: nil, matches: matches, placed: [])
        }
        let planner = RotaPlanner(visitors: visitors, seats: seats, slots: slots, visitsPerCompany: visits)
        let (rotas, optimality) = planner.solve()
        for (visitor, rota) in zip(visitors, rotas) {
            #expect(rota.unplaced.isEmpty)
            #expect(visitor.own == nil || rota.visits.contains { $0.station == visitor.own })
        }
        #expect(optimality.isExact)
        #expect(optimality.value == best(visitors, seats.map { $0 * slots }, visits))
    }

    /// The most that any choice is worth in which everyone sees its own table.
    private func best(_ visitors: [RotaPlanner.Visitor], _ capacity: [Int], _ visits: Int) -> Int {
        guard let visitor = visitors.first else { return 0 }
        var best = Int.min / 2
        for subset in 0..<(1 << visitor.matches.count) {
            let chosen = visitor.matches.indices.filter { subset >> $0 & 1 == 1 }.map { visitor.matches[$0] }
            guard chosen.count <= visits, visitor.own == nil || chosen.contains(where: { $0.station == visitor.own }),
                chosen.allSatisfy({ capacity[$0.station] > 0 })
            else { continue }
            var left = capacity
            for visit in chosen { left[visit.station] -= 1 }
            let worth = chosen.reduce(0) { $0 + $1.score + 1 }
            best = max(best, worth + self.best(Array(visitors.dropFirst()), left, visits))
        }
        return best
    }
}
