import Dialogue
import DialogueSupport
import Procurement
import Testing

/// Small days against every timetable that there is.
@Suite struct TimetableOptimumTests {
    private static let present = TimetableInstances.Shape(
        companies: 2...4, hosts: 1...3, slots: 1...3, density: 80, away: 0, pins: 0, promise: 2)
    private static let away = TimetableInstances.Shape(
        companies: 2...4, hosts: 2...3, slots: 2...3, density: 75, away: 25, pins: 1, promise: 1)

    @Test(arguments: 0..<300) func noTimetableBeatsThePlannedOneAndNoneExistsWhereTorgSaysSo(
        seed: Int
    ) throws {
        let request = TimetableInstances.random(seed: seed, Self.present)
        let best = BruteForce(request).best()
        #expect(try TimetablePlanner.plan(request).plan?.optimality.value == best)
    }

    @Test func withAbsencesTheGapIsHonestAndNearlyAlwaysTheBestIsFound() throws {
        var feasible = 0
        var best = 0
        for seed in 0..<300 {
            let request = TimetableInstances.random(seed: seed, Self.away)
            let optimum = BruteForce(request).best()
            let outcome = try TimetablePlanner.plan(request)
            if let timetable = outcome.plan {
                let optimum = try #require(optimum, "seed \(seed)")
                #expect(timetable.optimality.value <= optimum, "seed \(seed)")
                #expect(timetable.optimality.bound >= optimum, "seed \(seed)")
                feasible += 1
                best += timetable.optimality.value == optimum ? 1 : 0
            } else if outcome.infeasibilities.contains(where: \.isProven) {
                #expect(optimum == nil, "seed \(seed)")
            } else {
                feasible += optimum == nil ? 0 : 1
            }
        }
        print("with absences: the best found in \(best) of \(feasible)")
        #expect(feasible > 100)
        #expect(best * 100 >= feasible * 97)
    }

    /// Every way to give each possible meeting a slot or none.
    private struct BruteForce {
        let request: TimetableRequest
        var pairs: [(company: Int, host: Int, worth: Int, isPinned: Bool, slots: [Int])] = []

        init(_ request: TimetableRequest) {
            self.request = request
            for (c, company) in request.companies.enumerated() {
                for (h, host) in request.hosts.enumerated() {
                    guard let wish = request.wishes.first(where: { $0.company == company.id && $0.host == host.id })
                    else {
                        continue
                    }
                    var open = request.slots.indices.filter {
                        let slot = request.slots[$0].id
                        return !company.unavailable.contains(slot) && !host.unavailable.contains(slot)
                    }
                    var isPinned = false
                    var isOut = wish.companyScore == 0 || wish.hostScore == 0
                    for edit in request.edits {
                        switch edit.change {
                        case .forbid(company.id, host.id): isOut = true
                        case .pin(company.id, host.id, let slot):
                            isPinned = true
                            if let slot { open = open.filter { request.slots[$0].id == slot } }
                        default: break
                        }
                    }
                    guard isPinned || !isOut else { continue }
                    let counts = wish.companyScore > 0 && wish.hostScore > 0
                    pairs.append((c, h, counts ? wish.companyScore + wish.hostScore : 0, isPinned, open))
                }
            }
        }

        func best() -> Int? {
            var busy = Set<[Int]>()
            var companies = request.companies.map { _ in 0 }
            var hosts = request.hosts.map { _ in 0 }
            var tables = request.slots.map { _ in 0 }
            var best: Int?
            func descend(_ index: Int, _ worth: Int) {
                guard index < pairs.count else {
                    let isEnough =
                        zip(request.companies, companies).allSatisfy { $0.minimum <= $1 }
                        && zip(request.hosts, hosts).allSatisfy { $0.minimum <= $1 }
                    if isEnough { best = max(best ?? 0, worth) }
                    return
                }
                let pair = pairs[index]
                if !pair.isPinned { descend(index + 1, worth) }
                guard companies[pair.company] < request.companies[pair.company].maximum ?? .max,
                    hosts[pair.host] < request.hosts[pair.host].maximum ?? .max
                else { return }
                for slot in pair.slots where tables[slot] < request.tables - request.spareTables {
                    guard !busy.contains([0, pair.company, slot]), !busy.contains([1, pair.host, slot]) else {
                        continue
                    }
                    busy.insert([0, pair.company, slot])
                    busy.insert([1, pair.host, slot])
                    companies[pair.company] += 1
                    hosts[pair.host] += 1
                    tables[slot] += 1
                    descend(index + 1, worth + pair.worth)
                    tables[slot] -= 1
                    companies[pair.company] -= 1
                    hosts[pair.host] -= 1
                    busy.remove([0, pair.company, slot])
                    busy.remove([1, pair.host, slot])
                }
            }
            descend(0, 0)
            return best
        }
    }
}
