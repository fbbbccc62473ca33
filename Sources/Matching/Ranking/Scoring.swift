import Procurement

/// The values and scores of suppliers for one query. It belongs to the thread that made it.
final class Scoring {
    let context: MatchContext
    let options: MatchOptions
    private let signals: [any Signal]
    /// Millionths by supplier; -1 for those that the filter leaves out. A short list does without.
    private(set) lazy var scores: [Int32] = allScores()
    /// How many suppliers the filter lets through.
    private(set) lazy var considered: Int = countConsidered()

    init(_ query: MatchQuery, in snapshot: IndexSnapshot, options: MatchOptions) {
        let context = MatchContext(query, in: snapshot, phrases: Phrases(language: options.language))
        signals = Signals.all.filter { options.weights[$0.name] > 0 }.map { $0.init(context) }
        self.options = options
        self.context = context
    }

    /// The best suppliers, best first.
    func order(limit: Int) -> [Int] {
        // A long list is had sooner from the scores of all.
        guard limit * 10 < context.snapshot.supplierCount else {
            return Selection.best(scores, min(limit, considered)).map(Int.init)
        }
        return TopSearch(
            signals.map { ($0, weight(of: $0)) }, in: context.snapshot, apart: context.silencedWinners,
            filter: options.filter, limit: limit
        ).best().map(Int.init)
    }

    private func allScores() -> [Int32] {
        let count = context.snapshot.supplierCount
        let everyone = Array(0..<Int32(count))
        var scores = ScoreSheet.totals(
            signals.compactMap { signal in
                if case .unknown = signal.bound { return nil }
                return (weight(of: signal), signal.values(of: everyone))
            }, suppliers: count)
        if !options.filter.isEmpty {
            for supplier in scores.indices
            where options.filter.objection(to: supplier, in: context.snapshot) != nil {
                scores[supplier] = -1
            }
        }
        return scores
    }

    private func countConsidered() -> Int {
        let count = context.snapshot.supplierCount
        guard !options.filter.isEmpty else { return count }
        return (0..<count).count { options.filter.objection(to: $0, in: context.snapshot) == nil }
    }

    /// From 1, among the suppliers that the filter lets through.
    func rank(of supplier: Int) -> Int {
        let own = scores[supplier]
        return 1 + scores.indices.count { scores[$0] > own || (scores[$0] == own && $0 < supplier) }
    }

    /// A list, the best first.
    func matches(_ order: [Int]) -> [Match] {
        if options.explain { context.gatherEvidence(of: order) }
        // Signals are asked for the whole list at once.
        let suppliers = order.map { Int32($0) }
        let values = signals.map { $0.values(of: suppliers) }
        return order.enumerated().map { place, supplier in
            match(supplier, rank: place + 1, signalScores(supplier, values.map { $0[place] }))
        }
    }

    func match(_ supplier: Int, rank: Int) -> Match { match(supplier, rank: rank, signalScores(supplier)) }

    private func match(_ supplier: Int, rank: Int, _ signals: [SignalScore]) -> Match {
        let suppliers = context.snapshot.suppliers
        return Match(
            rank: rank, supplier: suppliers.id(supplier), name: suppliers.names[supplier],
            size: suppliers.sizes[supplier].size, isNewcomer: context.awardCount(of: supplier) == 0,
            score: signals.reduce(.zero) { $0 + $1.points }, signals: signals,
            evidence: options.explain ? evidence(supplier) : [])
    }

    func signalScores(_ supplier: Int) -> [SignalScore] {
        signalScores(supplier, signals.map { $0.value(of: supplier) })
    }

    /// - Parameter values: by signal, NaN for unknown.
    private func signalScores(_ supplier: Int, _ values: [Float]) -> [SignalScore] {
        var known: Float = 0
        for (signal, value) in zip(signals, values) where !value.isNaN { known += weight(of: signal) }
        return zip(signals, values).map { signal, value in
            let value = value.isNaN ? nil : value
            let share = value == nil ? 0 : weight(of: signal) / known
            return SignalScore(
                name: type(of: signal).name, value: value.map(Double.init), weight: Double(share),
                points: Points(millionths: Int(ScoreSheet.millionths(value ?? 0, share: share))),
                because: options.explain ? signal.because(supplier, value: value) : "")
        }
    }

    /// One value a supplier of one signal; NaN for unknown. Empty for a signal without weight.
    func values(of name: SignalName) -> [Float] {
        guard let signal = signals.first(where: { type(of: $0).name == name }) else { return [] }
        return signal.values(of: Array(0..<Int32(context.snapshot.supplierCount)))
    }

    /// What each signal reckoned a supplier's value from.
    func measures(of supplier: Int) -> [String: Float] {
        signals.reduce(into: [:]) { all, signal in all.merge(signal.measures(of: supplier)) { first, _ in first } }
    }

    private func weight(of signal: any Signal) -> Float { Float(options.weights[type(of: signal).name]) }

    private func evidence(_ supplier: Int) -> [Evidence] {
        let table = context.snapshot.procurements
        return context.evidence(of: supplier).map { procurement, likeness in
            let number = Int(procurement)
            return Evidence(
                notice: NoticeID(table.ids[number]), title: table.titles[number], date: table.date(number),
                buyer: table.buyerName(number), similarity: Double(likeness))
        }
    }
}
