import Dialogue
import DialogueSupport
import Testing

/// A plan whose caller has left ends, and is no plan.
@Suite struct CancellationTests {
    /// In a task that is cancelled from the start: what looks whether it is ends at once, however large the plan.
    private func inACancelledTask<Plan: Sendable>(_ plan: @escaping @Sendable () throws -> Plan) async throws -> Plan {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try plan()
        }
        return try await task.value
    }

    @Test func timetables() async throws {
        let request = TimetableInstances.day(companies: 300, hosts: 40, slots: 12, away: 5)
        await #expect(throws: CancellationError.self) {
            try await inACancelledTask { try TimetablePlanner.plan(request) }
        }
    }

    @Test(arguments: 0..<20) func meetings(seed: Int) async throws {
        let request = MeetingInstances.random(seed: seed)
        // What can't be planned at all may be told before anything is reckoned.
        guard try MeetingPlanner.plan(request).plan != nil else { return }
        await #expect(throws: CancellationError.self) {
            try await inACancelledTask { try MeetingPlanner.plan(request) }
        }
    }

    @Test(arguments: 0..<20) func councils(seed: Int) async throws {
        let request = CouncilInstances.random(seed: seed, candidates: 30...40, seats: 5...8)
        guard try CouncilComposer.compose(request).plan != nil else { return }
        await #expect(throws: CancellationError.self) {
            try await inACancelledTask { try CouncilComposer.compose(request) }
        }
    }

    @Test func aFlowThatIsGivenUpEnds() async throws {
        let flow = try await inACancelledTask {
            var network = MinCostFlow()
            let nodes = network.addNodes(2)
            network.addArc(from: nodes[0], to: nodes[1], capacity: .max, cost: LayeredCost(score: -1))
            return network.solve(from: nodes[0], to: nodes[1], limit: 1).flow
        }
        #expect(flow == 0)
    }
}
