import Dialogue
import DialogueSupport
import Foundation
import TestSupport

/// The planners at full size, within their limits: seconds of processor time of a release build, so it is a program of
/// its own and no test. Ends with 1 where a plan isn't as asked, isn't proven best where it must be, or takes too long.
@main struct PlannerScale {
    static func main() throws {
        var scale = PlannerScale()
        try scale.council()
        try scale.meetings()
        try scale.timetables()
        for failure in scale.failures { print("planner-scale: \(failure)") }
        exit(scale.failures.isEmpty ? 0 : 1)
    }

    private var failures: [String] = []

    private mutating func expect(_ holds: Bool, _ words: String) { if !holds { failures.append(words) } }

    /// Times a plan, says so, and looks at what came of it.
    private mutating func plan<Plan>(
        _ name: String, within limit: Double, _ make: () throws -> PlanOutcome<Plan>
    ) throws -> PlanOutcome<Plan> {
        let (outcome, seconds) = try timed(make)
        print("\(name): \(seconds.formatted(.number.precision(.fractionLength(2)))) s of at most \(limit)")
        expect(seconds < limit, "\(name): \(seconds) s, more than \(limit)")
        return outcome
    }

    private mutating func council() throws {
        let name = "25 seats out of 9,036 suppliers"
        let request = CouncilInstances.large()
        guard let proposal = try plan(name, within: 2, { try CouncilComposer.compose(request) }).plan else {
            return expect(false, "\(name): no council")
        }
        expect(proposal.optimality.isExact, "\(name): not proven best")
        failures += CouncilAudit(request: request, proposal: proposal).faults.map { "\(name): \($0)" }
    }

    private mutating func meetings() throws {
        let name = "a meeting of 300 places out of 9,036 suppliers"
        let request = MeetingInstances.large(capacity: 300)
        guard let made = try plan(name, within: 3, { try MeetingPlanner.plan(request) }).plan else {
            return expect(false, "\(name): no plan")
        }
        expect(made.seated.count + made.outreach.count == 300, "\(name): places are left")
        failures += MeetingAudit(request: request, plan: made).faults.map { "\(name): \($0)" }

        let small = "floors beyond 100 places"
        let obstacles = try plan(small, within: 10) { try MeetingPlanner.plan(MeetingInstances.large(capacity: 100)) }
        expect(!obstacles.infeasibilities.isEmpty, "\(small): not named")
    }

    private mutating func timetables() throws {
        for away in [0, 10] {
            let name = "300 companies, 20 tables and 12 slots, away \(away) %"
            let request = TimetableInstances.day(companies: 300, hosts: 20, slots: 12, away: away)
            guard let timetable = try plan(name, within: 2, { try TimetablePlanner.plan(request) }).plan else {
                expect(false, "\(name): no timetable")
                continue
            }
            failures += TimetableAudit(request: request, timetable: timetable).faults.map { "\(name): \($0)" }
        }
    }
}
