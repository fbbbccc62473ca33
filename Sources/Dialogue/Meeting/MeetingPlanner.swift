import Procurement

/// Plans a supplier meeting (leverantörsträff; `meeting.plan`).
///
/// Registrations get their places in order of arrival; scores never refuse one. They choose whom else to tell, so
/// that each category has companies at its table and small firms and newcomers have their share.
package enum MeetingPlanner {
    /// - Throws: `DialogueError.invalidRequest` with every fault, when the request makes no sense; `CancellationError`.
    /// - Returns: the plan, or every constraint that can't be held with the smallest change that helps.
    package static func plan(_ request: MeetingRequest) throws -> PlanOutcome<MeetingPlan> {
        try request.check()
        let roll = MeetingRoll(request)
        let clashes = MeetingObstacles(roll).beforeSelection()
        guard clashes.isEmpty else { return .infeasible(clashes) }
        let selection = roll.selection()
        let choice = selection.solve()
        try Task.checkCancellation()
        guard choice.shortfall == 0 else {
            let obstacles = MeetingObstacles(roll).unmet(in: choice)
            try Task.checkCancellation()
            return .infeasible(obstacles)
        }
        let attending = roll.members.indices.filter { choice.seats[$0] != nil }
        try Task.checkCancellation()
        let stations = MeetingStations(roll, choice: choice, attending: attending)
        let sizing = stations.sizing()
        try Task.checkCancellation()
        guard case .fits(let seats, let rooms) = sizing else {
            return .infeasible(MeetingObstacles(roll).unmet(in: sizing))
        }
        let (rotas, visits) = stations.rotas(seats: seats)
        try Task.checkCancellation()
        let lists = OutreachList(roll, choice: choice)
        let outreach = lists.outreach()
        let plan =
            MeetingPlan(
                seated: roll.seated.map { registration in
                    SeatedCompany(
                        company: registration.company, arrival: registration.arrival,
                        category: lists.table(of: registration.company.id))
                },
                waiting: roll.waiting.enumerated().map { index, registration in
                    WaitingCompany(place: index + 1, company: registration.company, arrival: registration.arrival)
                },
                outreach: outreach,
                reserves: lists.reserves(),
                coverage: lists.coverage(),
                shares: lists.shares(),
                stations: stations.plans(seats: seats, rooms: rooms, rotas: rotas),
                rotas: rotas,
                edits: MeetingEdits(roll, outreach: outreach, rotas: rotas).applied(),
                invitation: MeetingInvitation(request).text(),
                choice: Optimality(value: -choice.cost.score, bound: -choice.cost.score),
                visits: visits)
        try Task.checkCancellation()
        return .plan(plan)
    }
}
