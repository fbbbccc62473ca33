import Procurement

/// Composes a sector council (branschråd; `council.compose`).
package enum CouncilComposer {
    /// - Throws: `DialogueError.invalidRequest` with every fault, when the request makes no sense; `CancellationError`.
    /// - Returns: the proposal, or every constraint that can't be held with the smallest change that helps.
    package static func compose(_ request: CouncilRequest) throws -> PlanOutcome<CouncilProposal> {
        try request.check()
        let pool = CouncilPool(request)
        let clashes = pool.clashes()
        guard clashes.isEmpty else { return .infeasible(clashes) }
        let table = CouncilTable(pool)
        let (solution, bound) = table.search.solve()
        try Task.checkCancellation()
        guard solution.shortfall == 0, solution.newcomers >= request.newcomers else {
            let obstacles = CouncilObstacles(table, solution).all()
            try Task.checkCancellation()
            return .infeasible(obstacles)
        }
        return .plan(CouncilReport(table, seated: table.entries(of: solution), bound: bound / table.scale).proposal())
    }
}
