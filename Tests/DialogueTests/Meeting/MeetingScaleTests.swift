import Containers
import Dialogue
import Foundation
import Procurement
import Testing

/// A whole register and fifteen categories, as for a real meeting.
@Suite(
    .enabled(
        if: ProcessInfo.processInfo.environment["TORG_SLOW_TESTS"] != nil,
        "set TORG_SLOW_TESTS=1, build with -c release")
)
struct MeetingScaleTests {
    private static let categories = (0..<15).map {
        MeetingCategory(
            id: CategoryID("k\($0)"), name: BilingualText(sv: "Kategori \($0)", en: "Category \($0)"), floor: 8)
    }

    private static func request(capacity: Int) -> MeetingRequest {
        var random = SplitMix64(seed: 21)
        let candidates = (0..<9036).map { number in
            MeetingCandidate(
                company: Company(
                    id: SupplierID("s\(10_000 + number)"), name: "Företag \(number)",
                    size: random.pick([.micro, .small, .medium, .large]), isNewcomer: random.chance(20)),
                scores: categories.filter { _ in random.chance(40) }.map {
                    CategoryScore($0.id, random.below(1000) * random.below(1000))
                }, timesInvited: random.below(3))
        }
        var stations = categories.map {
            Station(id: StationID("bord-\($0.id)"), name: $0.name, subject: .category($0.id))
        }
        for number in 0..<4 {
            stations.append(
                Station(
                    id: StationID("projekt-\(number)"), name: BilingualText(sv: "Projekt", en: "Project"),
                    subject: .project(owner: "Bolaget", categories: [categories[number].id, categories[number + 5].id]))
            )
        }
        let registrations = candidates.prefix(80).enumerated().map { index, candidate in
            MeetingRegistration(company: candidate.company, arrival: index)
        }
        return MeetingRequest(
            event: MeetingInstances.event, capacity: capacity, categories: categories, stations: stations,
            rooms: (0..<5).map { Room(id: RoomID("r\($0)"), name: "Rum \($0)", seats: 40) },
            slots: MeetingInstances.slots(8), visitsPerCompany: 2, smallSharePermille: 600, newcomerSharePermille: 350,
            invitationPenalty: 20_000, candidates: candidates, registrations: registrations)
    }

    @Test func `300 places out of 9,036 suppliers in under 3 s`() throws {
        let request = Self.request(capacity: 300)
        var outcome: PlanOutcome<MeetingPlan>?
        let time = try processorTime { outcome = try MeetingPlanner.plan(request) }
        let plan = try #require(outcome?.plan)
        print(
            "meeting: \(time) s, \(plan.outreach.count) to tell, gap \(plan.choice.gap), visits' gap \(plan.visits.gap)"
        )
        MeetingAudit(request: request, plan: plan).expectEveryConstraintHolds("scale")
        #expect(plan.seated.count + plan.outreach.count == 300)
        #expect(time < 3)
    }

    @Test func `floors beyond the places are named in under 10 s`() throws {
        let request = Self.request(capacity: 100)
        var outcome: PlanOutcome<MeetingPlan>?
        let time = try processorTime { outcome = try MeetingPlanner.plan(request) }
        let found = try #require(outcome?.infeasibilities)
        print("obstacles: \(time)", found.map(\.text.sv).joined(separator: "\n"), separator: "\n")
        #expect(!found.isEmpty)
        #expect(time < 10)
    }
}
