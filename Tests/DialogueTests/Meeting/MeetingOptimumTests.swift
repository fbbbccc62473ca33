import Containers
import Dialogue
import DialogueSupport
import Procurement
import Testing

/// Small meetings against every choice that there is.
@Suite struct MeetingOptimumTests {
    @Test(arguments: 0..<300) func noChoiceBeatsThePlannedOneAndNoneExistsWhereTorgSaysSo(seed: Int)
        throws
    {
        let request = Self.small(seed: seed)
        let outcome = try MeetingPlanner.plan(request)
        let best = BruteForce(request).best()
        if let plan = outcome.plan {
            #expect(best.missed == 0)
            #expect(plan.choice.value == best.score)
            #expect(plan.choice.isExact)
        } else {
            // The remedies together give up as few units as any choice must.
            #expect(best.missed > 0)
            #expect(outcome.infeasibilities.reduce(0) { $0 + $1.asked - $1.possible } == best.missed)
        }
    }

    static func small(seed: Int) -> MeetingRequest {
        var random = SplitMix64(seed: UInt64(seed) &+ 70_000)
        let categories = MeetingInstances.categories(random.among(1...3)) { random.below(3) }
        let candidates = (0..<random.among(2...7)).map { number in
            MeetingCandidate(
                company: random.company(number),
                scores: random.shuffled(categories).prefix(random.among(1...3)).map {
                    CategoryScore($0.id, random.among(1...9) * 100_000)
                })
        }
        let registrations = candidates.prefix(random.below(3)).enumerated().map { index, candidate in
            MeetingRegistration(company: candidate.company, arrival: index)
        }
        return MeetingRequest(
            event: MeetingInstances.event, capacity: random.among(2...6), categories: categories,
            visitsPerCompany: 0, smallSharePermille: random.below(9) * 100,
            newcomerSharePermille: random.below(9) * 100,
            candidates: candidates, registrations: registrations)
    }

    /// Every way to give each company a table or none.
    private struct BruteForce {
        let request: MeetingRequest
        let forced: Int
        let small: Int
        let newcomers: Int

        init(_ request: MeetingRequest) {
            self.request = request
            forced = min(request.capacity, request.registrations.count)
            let waiting = request.registrations.count - forced
            let size = min(request.capacity, request.candidates.count - waiting)
            small = (size * request.smallSharePermille + 999) / 1000
            newcomers = (size * request.newcomerSharePermille + 999) / 1000
        }

        func best() -> (missed: Int, score: Int) {
            var best = (missed: Int.max, score: 0)
            var tables = Array(repeating: 0, count: request.categories.count)
            descend(0, 0, &tables, 0, 0, 0, &best)
            return best
        }

        private func descend(
            _ index: Int, _ used: Int, _ tables: inout [Int], _ small: Int, _ newcomers: Int, _ score: Int,
            _ best: inout (missed: Int, score: Int)
        ) {
            guard index < request.candidates.count else {
                let floors = zip(request.categories, tables).reduce(0) { $0 + max(0, $1.0.floor - $1.1) }
                let missed = floors + max(0, self.small - small) + max(0, self.newcomers - newcomers)
                if missed < best.missed || (missed == best.missed && score > best.score) { best = (missed, score) }
                return
            }
            let candidate = request.candidates[index]
            let isForced = index < forced
            let isWaiting = index >= forced && index < request.registrations.count
            let isSmall = candidate.company.size == .micro || candidate.company.size == .small
            if !isForced { descend(index + 1, used, &tables, small, newcomers, score, &best) }
            guard !isWaiting, used < request.capacity else { return }
            let after = (small + (isSmall ? 1 : 0), newcomers + (candidate.company.isNewcomer ? 1 : 0))
            if isForced { descend(index + 1, used + 1, &tables, after.0, after.1, score, &best) }
            for option in candidate.scores {
                guard let table = request.categories.firstIndex(where: { $0.id == option.category }) else { continue }
                tables[table] += 1
                descend(index + 1, used + 1, &tables, after.0, after.1, score + option.score + 1, &best)
                tables[table] -= 1
            }
        }
    }
}
