import API
import Containers
import DialogueSupport
import Procurement
import Testing

@testable import Dialogue

@Suite struct CouncilComposerTests {
    @Test func noConstraintIsBrokenOn1000RandomCouncilsAndEveryRemedyWorksAndIsTheSmallest() throws {
        var plans = 0
        var gap = 0
        for seed in 0..<1000 {
            let request = CouncilInstances.random(seed: seed, candidates: 8...30, seats: 3...10)
            let outcome = try CouncilComposer.compose(request)
            if let proposal = outcome.plan {
                plans += 1
                gap = max(gap, proposal.optimality.gap)
                CouncilAudit(request: request, proposal: proposal).expectEveryConstraintHolds("seed \(seed)")
            } else {
                try expectRemedy(outcome.infeasibilities, of: request, "seed \(seed)")
            }
        }
        #expect(plans > 300 && plans < 900)
        #expect(gap == 0)
    }

    private func expectRemedy(_ remedies: [Infeasibility], of request: CouncilRequest, _ comment: Comment) throws {
        var request = request
        var remedies = remedies
        var rounds = 0
        while !remedies.isEmpty, rounds < 4 {
            rounds += 1
            for index in remedies.indices {
                // One unit less of one remedy, and it is no remedy.
                let remedy = remedies[index]
                let step = remedy.possible < remedy.asked ? 1 : -1
                if case .corporateGroup = remedy.constraint { continue }
                var stingy = remedies
                stingy[index] = remedy.moved(by: step)
                #expect(try !CouncilComposer.compose(request.relaxed(by: stingy)).infeasibilities.isEmpty, comment)
                for alternative in remedy.alternatives {
                    let other = request.relaxed(by: [remedy.at(alternative)])
                    #expect(try CouncilComposer.compose(other).plan != nil, comment)
                }
            }
            request = request.relaxed(by: remedies)
            remedies = try CouncilComposer.compose(request).infeasibilities
        }
        #expect(remedies.isEmpty, comment)
    }

    @Test(arguments: 0..<400) func noCouncilBeatsTheProposedOneAndNoneExistsWhereTorgSaysSo(
        seed: Int
    ) throws {
        let request = CouncilInstances.random(seed: seed, candidates: 5...11, seats: 2...5)
        let outcome = try CouncilComposer.compose(request)
        let best = Self.bruteForce(request)
        if let proposal = outcome.plan {
            #expect(proposal.optimality.value == best)
            #expect(proposal.optimality.isExact)
        } else {
            #expect(best == nil)
        }
    }

    /// The best sum of net scores over all councils; `nil` where none holds every constraint.
    private static func bruteForce(_ request: CouncilRequest) -> Int? {
        let resting = Set(request.earlier.prefix(request.rotation.coolOff).flatMap(\.members))
        let changes = request.edits.map(\.change)
        let pool = request.candidates.filter { candidate in
            !changes.contains(.exclude(member: candidate.id))
                && (candidate.role != .supplier || !resting.contains(candidate.id)
                    || changes.contains(.pin(member: candidate.id)))
        }
        let pinned = Set(pool.indices.filter { changes.contains(.pin(member: pool[$0].id)) })
        var best: Int?
        for subset in 0..<(1 << pool.count) {
            let chosen = pool.indices.filter { subset >> $0 & 1 == 1 }
            guard chosen.count == request.seats.reduce(0, { $0 + $1.seats }), pinned.isSubset(of: chosen) else {
                continue
            }
            let seated = chosen.map { pool[$0] }
            guard request.seats.allSatisfy({ role in seated.count { $0.role == role.role } == role.seats }),
                CouncilAudit.holds(seated, request)
            else { continue }
            let value = seated.reduce(0) { sum, candidate in
                let earlier = request.earlier.count { $0.members.contains(candidate.id) }
                let penalty = candidate.role == .supplier ? earlier * request.rotation.penaltyPerSeat : 0
                return sum + max(0, candidate.score - penalty)
            }
            best = max(best ?? 0, value)
        }
        return best
    }

    @Test(arguments: 0..<60) func theSameRequestGivesTheSameBytesWhateverItsOrderAndAfterCoding(
        seed: Int
    ) throws {
        let request = CouncilInstances.random(seed: seed, candidates: 8...30, seats: 3...10)
        var random = SplitMix64(seed: 5)
        var shuffled = request
        shuffled.candidates = random.shuffled(request.candidates)
        let first = try bytes(CouncilComposer.compose(request))
        #expect(try bytes(CouncilComposer.compose(shuffled)) == first)
        #expect(try bytes(CouncilComposer.compose(decode(CouncilRequest.self, from: bytes(request)))) == first)
        #expect(try bytes(decode(PlanOutcome<CouncilProposal>.self, from: first)) == first)
    }

    @Test func equalScoresAreDecidedByLotAndAnotherSeedDrawsAnotherLot() throws {
        var request = CouncilRequest(
            name: BilingualText(sv: "Råd", en: "Council"), seats: [RoleSeats(.supplier, 3)], seed: 1,
            candidates: (0..<12).map {
                CouncilCandidate(Company(id: SupplierID("s\($0)"), name: "S\($0)"), score: 500_000)
            })
        var members = Set<[MemberID]>()
        for seed in 0..<20 {
            request.seed = seed
            let proposal = try #require(try CouncilComposer.compose(request).plan)
            #expect(proposal.seed == seed)
            #expect(proposal.draws.count == 1)
            #expect(proposal.draws[0].seated == proposal.seats.map(\.candidate.id))
            #expect(proposal.draws[0].passedOver.count == 9)
            members.insert(proposal.seats.map(\.candidate.id))
        }
        #expect(members.count > 15)
    }

    @Test func oneMoreCandidateDoesNotChangeTheLotsOfTheOthers() throws {
        let before = (0..<8).map { SplitMix64.draw(seed: 7, name: "s\($0)") }
        let after = (0..<9).map { SplitMix64.draw(seed: 7, name: "s\($0)") }
        #expect(Array(after.dropLast()) == before)
        #expect(Set(after).count == 9)
    }
}

extension Infeasibility {
    /// The same remedy, `step` nearer to what was asked.
    fileprivate func moved(by step: Int) -> Infeasibility { at(constraint, possible + step) }

    fileprivate func at(_ alternative: Relaxation) -> Infeasibility { at(alternative.constraint, alternative.to) }
}

extension Infeasibility {
    fileprivate func at(_ constraint: Constraint, _ possible: Int) -> Infeasibility {
        Infeasibility(
            constraint: constraint, asked: asked, possible: possible, isProven: isProven, alternatives: alternatives,
            text: text)
    }
}
