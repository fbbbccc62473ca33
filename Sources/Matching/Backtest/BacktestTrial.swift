import Procurement

/// The queries that are put to one snapshot, with their winners' numbers.
struct BacktestTrial: Sendable {
    let snapshot: IndexSnapshot
    private let queries: [(query: MatchQuery, winners: [Int32])]
    private let multiples: [Int]
    private let wonBefore: Bool

    /// Tasks that measure at once.
    private static let lanes = 2

    /// - Parameter multiples: by supplier, how many copies it stands for (`CrowdedRegister`).
    init(snapshot: IndexSnapshot, queries: [PastProcurement], plan: BacktestPlan, multiples: [Int] = []) {
        self.init(
            snapshot: snapshot,
            queries: queries.map { procurement in
                (plan.query(for: procurement), Set(procurement.wins.map(\.supplier)))
            }, multiples: multiples, wonBefore: plan.wonBefore)
    }

    /// - Parameter wonBefore: true leaves out suppliers without an award, and queries that none with one won.
    init(
        snapshot: IndexSnapshot, queries: [(query: MatchQuery, winners: Set<SupplierID>)], multiples: [Int] = [],
        wonBefore: Bool = false
    ) {
        self.snapshot = snapshot
        self.multiples = multiples
        self.wonBefore = wonBefore
        let numbered = queries.map { query, winners in
            (
                query: query,
                winners: winners.compactMap { snapshot.suppliers.number(of: $0).map(Int32.init) }.sorted()
            )
        }
        self.queries =
            wonBefore
            ? numbered.map { query, winners in (query, winners.filter { snapshot.wins(of: Int($0)) > 0 }) }
                .filter { !$0.1.isEmpty } : numbered
    }

    /// In the order of the queries, however the work was shared out.
    func outcomes(_ scorer: any BacktestScorer) async throws -> [QueryOutcome] {
        try await withThrowingTaskGroup(of: (Int, [QueryOutcome]).self) { group in
            for lane in 0..<Self.lanes {
                group.addTask { (lane, try outcomes(scorer, lane: lane)) }
            }
            var byLane = [[QueryOutcome]](repeating: [], count: Self.lanes)
            for try await (lane, outcomes) in group { byLane[lane] = outcomes }
            return queries.indices.map { byLane[$0 % Self.lanes][$0 / Self.lanes] }
        }
    }

    private func outcomes(_ scorer: any BacktestScorer, lane: Int) throws -> [QueryOutcome] {
        try stride(from: lane, to: queries.count, by: Self.lanes).map { index in
            try Task.checkCancellation()
            let (query, winners) = queries[index]
            return QueryOutcome(
                scores: scorer.scores(query), winners: winners, in: snapshot, multiples: multiples,
                wonBefore: wonBefore)
        }
    }
}
