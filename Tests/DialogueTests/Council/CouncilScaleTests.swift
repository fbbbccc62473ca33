import API
import Containers
import Dialogue
import Foundation
import Procurement
import Testing

@Suite(
    .enabled(
        if: ProcessInfo.processInfo.environment["TORG_SLOW_TESTS"] != nil,
        "set TORG_SLOW_TESTS=1, build with -c release")
)
struct CouncilScaleTests {
    @Test func `25 seats out of 9,036 suppliers in under 2 s, proven best`() throws {
        var random = SplitMix64(seed: 5)
        var candidates = (0..<9036).map { number in
            CouncilCandidate(
                Company(
                    id: SupplierID("s\(10_000 + number)"), name: "Företag \(number)",
                    size: random.pick([.micro, .small, .medium, .large, .large]), isNewcomer: random.chance(10),
                    group: random.chance(30) ? "koncern \(random.below(300))" : nil),
                // Newcomers match worse, so that their quota costs something.
                score: random.below(100) * 10_000)
        }
        for role in [CouncilRole.official, .politician] {
            for number in 0..<12 {
                candidates.append(
                    CouncilCandidate(
                        id: MemberID("\(role.rawValue)\(number)"), name: "\(number)", role: role,
                        score: random.below(100) * 10_000))
            }
        }
        var quotas = CouncilInstances.quotas
        quotas[0].minimum = 7
        quotas[1].maximum = 4
        let request = CouncilRequest(
            name: BilingualText(sv: "Råd", en: "Council"),
            seats: [RoleSeats(.supplier, 15), RoleSeats(.official, 6), RoleSeats(.politician, 4)], sizeQuotas: quotas,
            newcomers: 6, seed: 2026, candidates: candidates)
        var outcome: PlanOutcome<CouncilProposal>?
        let time = try processorTime { outcome = try CouncilComposer.compose(request) }
        let proposal = try #require(outcome?.plan)
        print("council: \(time) s, gap \(proposal.optimality.gap), \(proposal.draws.count) draws")
        CouncilAudit(request: request, proposal: proposal).expectEveryConstraintHolds("scale")
        #expect(proposal.optimality.isExact)
        #expect(time < 2)
    }
}
