/// The best suppliers for one query without the score of every one: top-k with upper bounds, and as few probes of expensive
/// signals as possible (Chang & Hwang 2002, “Minimal probing: supporting expensive predicates for top-k queries”; the threshold
/// algorithm of Fagin, Lotem & Naor 2001).
///
/// What the signals say by class (industry, size, number of wins, …), and of what a supplier has in the places and CPV groups
/// sought, bounds its score for a few look-ups (`ClassBounds`). The list is exactly the head of that of all scores:
/// 1. `seed`: a first few, those of whom a signal says most beyond their class, are scored, and the last place among them is
///    the threshold.
/// 2. `reaching`: of all others only those remain whose upper bound reaches it.
/// 3. `probe`: these are asked signal by signal, the most expensive last, and the most promising before the rest, because
///    they raise the threshold.
/// 4. `finish`: what remains is scored by upper bound, the highest first, until none reaches the threshold.
struct TopSearch {
    /// A supplier, and a bound on its score: points over weight, where signals that are still open may add to both.
    private struct Candidate {
        let supplier: Int32
        /// Σ weight · value.
        var points: Float
        /// Σ weight.
        var weight: Float

        /// What it has beyond a threshold, or lacks.
        func lead(over threshold: Float) -> Float { points - threshold * weight }

        /// Its upper bound.
        var bound: Float { points / max(weight, .leastNormalMagnitude) }
    }

    /// How many are scored at once, for each place on the list.
    private static let first = 2
    /// How many promising ones are asked the most expensive signal before the rest, for each place on the list.
    private static let promising = 5
    /// How many of the last are scored between two looks at the threshold.
    private static let step = 32

    private typealias Open = (signal: any Signal, weight: Float, most: Float, isKnown: Bool)

    private let signals: [(signal: any Signal, weight: Float)]
    private let snapshot: IndexSnapshot
    private let filter: SupplierFilter
    private let admitsAll: Bool
    private let limit: Int
    /// The signals whose values neither classes nor amounts tell, in the order in which they are asked.
    private var open: [Open] = []
    /// The signals that go by amounts.
    private var ofAmounts: [(signal: any Signal, weight: Float)] = []
    private var bounds: ClassBounds
    /// By supplier: the points that it has beyond its class.
    private var above = SupplierSums()

    /// - Parameter apart: suppliers of whom no class and no amount tells, as wins of theirs are silenced.
    init(
        _ signals: [(signal: any Signal, weight: Float)], in snapshot: IndexSnapshot, apart: [Int32],
        filter: SupplierFilter, limit: Int
    ) {
        self.signals = signals
        self.snapshot = snapshot
        self.filter = filter
        admitsAll = filter.admitsAll(in: snapshot)
        self.limit = limit
        bounds = ClassBounds(in: snapshot)
        for supplier in apart { above.add(0, to: supplier) }
        for (signal, weight) in signals {
            switch signal.bound {
            case .unknown: continue
            case .known(let most): open.append((signal, weight, most, true))
            case .any(let most): open.append((signal, weight, most, false))
            case .byAmounts(let amounts) where bounds.amounts.count < ClassBounds.mostAmounts:
                bounds.add(amounts, weight: weight)
                ofAmounts.append((signal, weight))
            case .byAmounts: open.append((signal, weight, 1, false))
            case .byClass(.all, let values, _) where values[0].isNaN: open.append((signal, weight, 1, false))
            case .byClass(let classes, let values, let exceptions):
                bounds.add(classes, values, weight: weight)
                for exception in exceptions {
                    let usual = classes == .wins ? values[wins(exception.supplier)] : values[0]
                    above.add(weight * (exception.value - usual), to: exception.supplier)
                }
            }
        }
        // What says most comes first, but words last: they are the most expensive.
        open.sort { left, right in
            let isLast = (type(of: left.signal).name == .words, type(of: right.signal).name == .words)
            return isLast.0 != isLast.1 ? isLast.1 : left.weight * left.most > right.weight * right.most
        }
    }

    /// Best first; equal scores by supplier.
    func best() -> [Int32] {
        guard limit > 0 else { return [] }
        var leaders = Leaders(limit: limit)
        var known = knownApart()
        let scored = seed(&leaders, from: &known)
        var rest = reaching(leaders.threshold, except: above.touched + scored)
        probe(&rest, &leaders)
        rest += known
        finish(&rest, &leaders)
        return leaders.list
    }

    /// Those of whom a signal says more than of their class, with all that is cheap to know of them.
    private func knownApart() -> [Candidate] {
        var known = above.touched.enumerated().compactMap { place, supplier -> Candidate? in
            guard admits(supplier) else { return nil }
            let bound = bounds[supplier]
            return Candidate(supplier: supplier, points: bound.x + above.sums[place], weight: bound.y)
        }
        for (signal, weight) in ofAmounts { ask(signal, weight, of: &known) }
        for entry in open { ask(entry.signal, entry.weight, of: &known) }
        return known
    }

    /// Scores the most promising, and takes them from those known; where these are too few, those whose class says most.
    /// - Returns: those scored by their class.
    private func seed(_ leaders: inout Leaders, from known: inout [Candidate]) -> [Int32] {
        if known.count >= limit {
            score(takeMostPromising(limit * Self.first, of: &known).map(\.supplier), &leaders)
            return []
        }
        let few = firstFewByClass()
        score(few, &leaders)
        known.removeAll { few.contains($0.supplier) }
        return few
    }

    /// All others whose class and amounts let them reach a threshold.
    private func reaching(_ threshold: Float, except suppliers: [Int32]) -> [Candidate] {
        var apart = SupplierSet(suppliers: snapshot.supplierCount)
        for supplier in suppliers { apart.insert(supplier) }
        var candidates: [Candidate] = []
        candidates.reserveCapacity(snapshot.supplierCount / 8)
        bounds.forEach(reaching: threshold, slack: slack(threshold, after: 0), except: apart) {
            supplier, points, weight in
            guard admits(supplier) else { return }
            candidates.append(.init(supplier: supplier, points: points, weight: weight))
        }
        return candidates
    }

    /// Asks the signals in their order, the most expensive of the most promising first.
    private func probe(_ rest: inout [Candidate], _ leaders: inout Leaders) {
        for number in open.indices.dropLast() { ask(number, of: &rest, leaders.threshold) }
        guard let last = open.indices.last else { return }
        var promising = takeMostPromising(limit * Self.promising, of: &rest)
        ask(last, of: &promising, leaders.threshold)
        score(takeMostPromising(limit * Self.first, of: &promising).map(\.supplier), &leaders)
        prune(&rest, leaders.threshold, slack: slack(leaders.threshold, after: last))
        ask(last, of: &rest, leaders.threshold)
        rest += promising
    }

    /// Scores the rest by upper bound, the highest first, for as long as any reaches the threshold.
    private func finish(_ rest: inout [Candidate], _ leaders: inout Leaders) {
        prune(&rest, leaders.threshold, slack: 0)
        rest.sort { $0.bound > $1.bound }
        while !rest.isEmpty {
            // While the list isn't full, none can be left out.
            let step = leaders.threshold < 0 ? rest.count : min(Self.step, rest.count)
            score(rest.prefix(step).map(\.supplier), &leaders)
            rest.removeFirst(step)
            prune(&rest, leaders.threshold, slack: 0)
        }
    }

    /// Asks a signal, and keeps those that reach the threshold with the signals that are asked after it.
    private func ask(_ number: Int, of candidates: inout [Candidate], _ threshold: Float) {
        prune(&candidates, threshold, slack: slack(threshold, after: number))
        ask(open[number].signal, open[number].weight, of: &candidates)
        prune(&candidates, threshold, slack: slack(threshold, after: number + 1))
    }

    /// Adds what a signal says at most.
    private func ask(_ signal: any Signal, _ weight: Float, of candidates: inout [Candidate]) {
        for (position, value) in signal.ceilings(of: candidates.map(\.supplier)).enumerated() where !value.isNaN {
            candidates[position].points += weight * value
            candidates[position].weight += weight
        }
    }

    /// Removes those that can't reach a threshold.
    /// - Parameter slack: the remaining upper bound: what signals that haven't been asked yet may add.
    private func prune(_ candidates: inout [Candidate], _ threshold: Float, slack: Float) {
        candidates.removeAll { $0.lead(over: threshold) + slack < 0 }
    }

    /// Computes the scores of those whom the filter lets through.
    private func score(_ suppliers: [Int32], _ leaders: inout Leaders) {
        let suppliers = admitsAll ? suppliers : suppliers.filter(admits)
        let scores = ScoreSheet.totals(
            signals.compactMap { signal, weight in
                if case .unknown = signal.bound { return nil }
                return ScoreSheet.Column(weight: weight, values: signal.values(of: suppliers), of: signal)
            }, suppliers: suppliers.count)
        leaders.add(suppliers, scores)
    }

    private func admits(_ supplier: Int32) -> Bool {
        admitsAll || filter.obstacle(to: Int(supplier), in: snapshot) == nil
    }

    /// Takes out those with the highest upper bounds.
    private func takeMostPromising(_ count: Int, of candidates: inout [Candidate]) -> [Candidate] {
        let place = max(0, candidates.count - count)
        Selection.split(&candidates, at: place) { $0.bound }
        defer { candidates.removeSubrange(place...) }
        return Array(candidates[place...])
    }

    /// Those whose class says most.
    private func firstFewByClass() -> [Int32] {
        let shares = (0..<Int32(snapshot.supplierCount)).map { supplier -> Float in
            guard admits(supplier) else { return -1 }
            let bound = bounds[supplier]
            return (bound.x + above[supplier]) / max(bound.y, .leastNormalMagnitude)
        }
        return Selection.best(shares, limit * Self.first)
    }

    /// How far the signals not yet asked can help to reach a threshold: Σ weight · (most − threshold).
    private func slack(_ threshold: Float, after number: Int) -> Float {
        open[number...].reduce(0) { $0 + $1.weight * ($1.isKnown ? $1.most - threshold : max(0, $1.most - threshold)) }
    }

    private func wins(_ supplier: Int32) -> Int { min(snapshot.wins(of: Int(supplier)), SupplierClass.mostWins) }
}
