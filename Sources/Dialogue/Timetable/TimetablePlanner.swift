import Procurement

/// Plans one-to-one meetings (`meetings.schedule`): the worthiest meetings for both sides, nobody in two places.
package enum TimetablePlanner {
    /// - Throws: `DialogueError.invalidRequest` with every fault, when the request makes no sense; `CancellationError`.
    /// - Returns: the timetable, or every constraint that can't be held with the smallest change that helps.
    package static func plan(_ request: TimetableRequest) throws -> PlanOutcome<Timetable> {
        try request.check()
        let problem = TimetableProblem(request)
        let obstacles = TimetableObstacles(problem)
        let clashes = obstacles.pins()
        guard clashes.isEmpty else { return .infeasible(clashes) }
        let selection = PairSelection(problem: problem).solve()
        try Task.checkCancellation()
        guard selection.shortfall == 0 else {
            var met = [Bool](repeating: false, count: problem.pairs.count)
            for pair in selection.chosen { met[pair] = true }
            let unmet = obstacles.unmet(met, isProven: true)
            try Task.checkCancellation()
            return .infeasible(unmet)
        }
        let assignment = SlotAssignment(problem: problem, chosen: selection.chosen, bound: selection.worth).solve()
        try Task.checkCancellation()
        guard assignment.shortfall == 0 else {
            let unmet = obstacles.unmet(assignment.slots.map { $0 != nil }, isProven: false)
            try Task.checkCancellation()
            return .infeasible(unmet)
        }
        let report = TimetableReport(problem, slots: assignment.slots)
        return .plan(
            Timetable(
                meetings: report.meetings(), unscheduled: report.unscheduled(), spare: report.spare(),
                edits: report.edits(), optimality: Optimality(value: assignment.worth, bound: selection.worth)))
    }
}
