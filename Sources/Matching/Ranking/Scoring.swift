import Containers
import Procurement

/// The values and scores of suppliers for one query. It belongs to the thread that made it.
final class Scoring {
    let context: MatchContext
    private(set) var options: MatchOptions
    private let signals: [any Signal]
    /// By signal.
    private let names: [SignalName]
    /// By signal.
    private let weights: [Float]
    /// By signal: whether what is unknown adds nothing and keeps its weight (`AnswerSignal`). A cast is dear, and a list asks for
    /// hundreds.
    private let isUnknownCounted: [Bool]
    private let verdicts: VerdictsSignal?
    /// Millionths by supplier; -1 for those that the filter leaves out. A short list does without.
    private(set) lazy var scores: [Int32] = allScores()
    /// How many suppliers the filter lets through.
    private(set) lazy var considered: Int = countConsidered()

    init(_ query: MatchQuery, in snapshot: IndexSnapshot, options: MatchOptions) {
        let context = MatchContext(query, in: snapshot, phrases: Phrases(language: options.language))
        let kinds = Signals.told(for: query.question, in: snapshot).filter { options.weights[$0.name] > 0 }
        signals = kinds.map { $0.init(context) }
        names = kinds.map { $0.name }
        isUnknownCounted = signals.map { $0 is any AnswerSignal }
        verdicts = signals.lazy.compactMap { $0 as? VerdictsSignal }.first
        weights = kinds.map { Float(options.weights[$0.name]) }
        self.options = options
        self.options.filter = options.filter.lookedUp(in: snapshot)
        self.context = context
    }

    /// A question in words ends its list where a firm has less than this share of the first one's score.
    private static let leastShare = 0.4

    /// The suppliers whose own reasons carry them, best first.
    /// - Parameter isListed: which of those that the filter lets through may be listed.
    private func answering(
        _ answer: QuestionAnswer, limit: Int, where isListed: (Int) -> Bool = { _ in true }
    ) -> [Int] {
        let awards = context.snapshot.procurements.awards
        let own: [Int32] = scores.indices.map { supplier in
            guard scores[supplier] > 0, isListed(supplier) else { return -1 }
            return answer.evidence.speaks(for: supplier, hasWon: !awards.range(supplier).isEmpty)
                ? scores[supplier] : -1
        }
        let best = Selection.best(own, limit).map(Int.init).filter { own[$0] > 0 }
        guard let first = best.first else { return [] }
        let least = Self.leastShare * Double(own[first])
        return best.filter { Double(own[$0]) >= least }
    }

    /// The best suppliers, best first.
    func order(limit: Int) -> [Int] {
        if let answer = context.answer { return answering(answer, limit: limit) }
        // A long list is had sooner from the scores of all.
        guard limit * 10 < context.snapshot.supplierCount else {
            return Selection.best(scores, min(limit, considered)).map(Int.init)
        }
        return head(limit, options.filter)
    }

    /// The best suppliers with a known win, best first: of a question in words.
    func established(limit: Int) -> [Int] {
        guard let answer = context.answer else { return [] }
        return answering(answer, limit: limit) { !context.snapshot.procurements.awards.range($0).isEmpty }
    }

    /// The best suppliers without a known win, best first.
    func newcomers(limit: Int) -> [Int] {
        var filter = options.filter
        guard filter.newcomers != false else { return [] }
        filter.newcomers = true
        if let answer = context.answer {
            return answering(answer, limit: limit) { context.snapshot.procurements.awards.range($0).isEmpty }
        }
        guard limit * 10 < context.snapshot.supplierCount else {
            let awards = context.snapshot.procurements.awards
            let own: [Int32] = scores.indices.map { awards[$0].isEmpty ? scores[$0] : -1 }
            return Selection.best(own, min(limit, own.count { $0 >= 0 })).map(Int.init)
        }
        return head(limit, filter)
    }

    private func head(_ limit: Int, _ filter: SupplierFilter) -> [Int] {
        TopSearch(
            Array(zip(signals, weights)), in: context.snapshot, apart: context.silencedWinners, filter: filter,
            limit: limit
        ).best().map(Int.init)
    }

    private func allScores() -> [Int32] {
        let count = context.snapshot.supplierCount
        let everyone = Array(0..<Int32(count))
        var scores = ScoreSheet.totals(
            zip(signals, weights).compactMap { signal, weight in
                if case .unknown = signal.bound { return nil }
                return ScoreSheet.Column(weight: weight, values: signal.values(of: everyone), of: signal)
            }, suppliers: count)
        let snapshot = context.snapshot
        if options.filter.isEmpty {
            for supplier in snapshot.suppliers.barred { scores[Int(supplier)] = -1 }
        } else {
            for supplier in scores.indices where options.filter.obstacle(to: supplier, in: snapshot) != nil {
                scores[supplier] = -1
            }
        }
        return scores
    }

    private func countConsidered() -> Int {
        let count = context.snapshot.supplierCount
        guard !options.filter.isEmpty else { return count - context.snapshot.suppliers.barred.count }
        return (0..<count).count { options.filter.obstacle(to: $0, in: context.snapshot) == nil }
    }

    /// How many suppliers the condition on places leaves out because no place of theirs is known; nil without one.
    var withoutPlace: Int? {
        guard options.filter.nuts != nil, !options.filter.includesUnknownPlace else { return nil }
        var filter = options.filter
        filter.nuts = nil
        let snapshot = context.snapshot
        return (0..<snapshot.supplierCount).count {
            snapshot.suppliers.regions[$0].isEmpty && filter.obstacle(to: $0, in: snapshot) == nil
        }
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
        let reasons = zip(signals, values).map { options.explain ? $0.reasons(of: suppliers, values: $1) : [] }
        return order.enumerated().map { place, supplier in
            match(
                supplier, rank: place + 1,
                signalScores(values.map { $0[place] }, because: options.explain ? reasons.map { $0[place] } : nil))
        }
    }

    func match(_ supplier: Int, rank: Int) -> Match { match(supplier, rank: rank, signalScores(supplier)) }

    private func match(_ supplier: Int, rank: Int, _ signals: [SignalScore]) -> Match {
        let suppliers = context.snapshot.suppliers
        return Match(
            rank: rank, supplier: suppliers.id(supplier), name: suppliers.names[supplier],
            size: suppliers.sizes[supplier].size, isNewcomer: context.awardCount(of: supplier) == 0,
            status: suppliers.statuses[Int32(supplier)],
            score: signals.reduce(.zero) { $0 + $1.points }, signals: options.explain ? signals : [],
            evidence: options.explain ? evidence(supplier) : [],
            feedback: options.explain ? feedback(on: supplier, signals) : nil)
    }

    /// What people said of a supplier, and its score without that; nil where nobody said anything.
    private func feedback(on supplier: Int, _ signals: [SignalScore]) -> FeedbackTally? {
        guard let tally = verdicts?.tally(of: supplier) else { return nil }
        let others = signals.map { $0.name == .verdicts ? .nan : $0.value.map { Float($0) } ?? .nan }
        let score = signalScores(others, because: nil).reduce(Points.zero) { $0 + $1.points }
        return FeedbackTally(
            accepted: tally.accepted, rejected: tally.rejected, people: tally.people, scoreWithout: score)
    }

    func signalScores(_ supplier: Int) -> [SignalScore] {
        let values = signals.map { $0.value(of: supplier) }
        return signalScores(
            values,
            because: options.explain
                ? zip(signals, values).map { $0.because(supplier, value: $1.isNaN ? nil : $1) } : nil)
    }

    /// - Parameters:
    ///   - values: by signal, NaN for unknown.
    ///   - because: by signal; nil where no explanation was asked for.
    private func signalScores(_ values: [Float], because: [String]?) -> [SignalScore] {
        var known: Float = 0
        var weights = weights
        for (number, value) in values.enumerated() where names[number] != .verdicts {
            // What a firm says nothing of in a question's words adds nothing; it gains by saying it.
            if !value.isNaN || isUnknownCounted[number] { known += weights[number] }
        }
        if let number = names.firstIndex(of: .verdicts), !values[number].isNaN {
            weights[number] = ScoreSheet.feedbackWeight(weights[number], beside: known)
            known += weights[number]
        }
        return values.enumerated().map { number, value in
            let isLeftOut = value.isNaN && !isUnknownCounted[number]
            let share = isLeftOut || weights[number] == 0 ? 0 : weights[number] / known
            return SignalScore(
                name: names[number], value: value.isNaN ? nil : Double(value), weight: Double(share),
                points: Points(millionths: Int(ScoreSheet.millionths(value.isNaN ? 0 : value, share: share))),
                because: because?[number] ?? "")
        }
    }

    /// One value a supplier of one signal; NaN for unknown. Empty for a signal without weight.
    func values(of name: SignalName) -> [Float] {
        guard let number = names.firstIndex(of: name) else { return [] }
        return signals[number].values(of: Array(0..<Int32(context.snapshot.supplierCount)))
    }

    /// What each signal computed a supplier's value from.
    func measures(of supplier: Int) -> [String: Float] {
        signals.reduce(into: [:]) { all, signal in all.merge(signal.measures(of: supplier)) { first, _ in first } }
    }

    private func evidence(_ supplier: Int) -> [Evidence] {
        let wins = context.evidence(of: supplier)
        let found = wins.isEmpty && names.contains(.participation) ? context.lostEvidence(of: supplier) : wins
        return found.map { procurement, likeness in
            let reference = context.reference(procurement)
            return Evidence(
                notice: NoticeID(context.snapshot.procurements.ids[Int(procurement)]), title: reference.title,
                date: reference.date, buyer: reference.buyer, similarity: Double(likeness), isLost: wins.isEmpty)
        }
    }
}
