import Procurement

/// What to measure: which procurements are asked about, and what may be known of the past when they are.
package struct BacktestPlan: Sendable, Hashable {
    /// What a query tells.
    package enum Task: String, Sendable, Hashable, CaseIterable {
        /// Title, main CPV, buyer and kind.
        case notice
        /// The title alone, as when someone writes down a need.
        case textOnly = "text-only"
    }

    /// What is known when a procurement is asked about.
    package enum History: Sendable, Hashable {
        /// What came before the first one: the past is cut once.
        case fixed
        /// What came before its own stretch of so many days: the past grows as the queries go on.
        case expanding(days: Int)
    }

    /// The first day whose procurements are asked about.
    package var from: CalendarDate
    /// The last such day. Nil: all that follow.
    package var to: CalendarDate?
    /// The dates are the procurements', not the awards': with an embargo, the latest are taken as not yet known.
    package var embargoDays: Int
    package var task: Task
    package var history: History
    /// Ranks, and seeks, those alone who had an award in the history.
    package var wonBefore: Bool
    /// How many times over the register holds firms without an earlier award: 1 as it is (see `CrowdedRegister`).
    package var registerTimes: Int
    /// Of the history's wins, how many per cent are known only as tenders (see `HiddenWins`).
    package var hiddenWins: Int
    /// How many firms, drawn by chance, each procurement of the history has besides that tendered and lost.
    package var chanceTenders: Int
    /// How many times the queries are drawn anew for the confidence intervals.
    package var resamples: Int

    package init(
        from: CalendarDate, to: CalendarDate? = nil, embargoDays: Int = 0, task: Task = .notice,
        history: History = .fixed, wonBefore: Bool = false, registerTimes: Int = 1, hiddenWins: Int = 0,
        chanceTenders: Int = 0, resamples: Int = 1000
    ) {
        self.from = from
        self.to = to
        self.embargoDays = embargoDays
        self.task = task
        self.history = history
        self.wonBefore = wonBefore
        self.registerTimes = registerTimes
        self.hiddenWins = hiddenWins
        self.chanceTenders = chanceTenders
        self.resamples = resamples
    }

    /// The last day that may be known when the day `first` is asked about.
    func historyEnds(before first: CalendarDate) -> CalendarDate { first.adding(days: -1 - max(0, embargoDays)) }

    /// The facts as the history is told, with what is hidden of it and what is made up.
    func told(_ facts: MarketFacts) -> MarketFacts {
        HiddenWins(
            facts, percent: hiddenWins, chance: chanceTenders, until: historyEnds(before: from)
        ).facts
    }

    /// The procurements asked about, in order of date: those with at least one known winner.
    func asked(in facts: MarketFacts) -> [PastProcurement] {
        facts.procurements.lazy.filter { procurement in
            guard let date = procurement.date, !procurement.wins.isEmpty else { return false }
            return date >= from && to.map { date <= $0 } ?? true
        }.sorted {
            ($0.date?.daysSinceEpoch ?? 0, $0.notice.rawValue) < ($1.date?.daysSinceEpoch ?? 0, $1.notice.rawValue)
        }
    }

    /// The procurements asked about, cut where the history grows, each with the last day that may be known.
    func stretches(in facts: MarketFacts) -> [(historyEnds: CalendarDate, asked: [PastProcurement])] {
        let asked = asked(in: facts)
        guard case .expanding(let days) = history else { return [(historyEnds(before: from), asked)] }
        let width = max(1, days)
        return Dictionary(grouping: asked) { ($0.date?.days(since: from) ?? 0) / width }
            .sorted { $0.key < $1.key }
            .map { (historyEnds(before: from.adding(days: $0.key * width)), $0.value) }
    }

    /// What may be told of a procurement: nothing of its result.
    func query(for procurement: PastProcurement) -> MatchQuery {
        var query = MatchQuery(title: procurement.title)
        query.excludedNotices = [procurement.notice]
        if let procedure = procurement.procedureID { query.excludedProcedures = [procedure] }
        guard task == .notice else { return query }
        query.cpv = Array(procurement.cpv.prefix(1))
        query.buyerKey = procurement.buyers.first?.key
        query.buyerName = procurement.buyers.first?.name
        query.kind = procurement.kind
        return query
    }
}
