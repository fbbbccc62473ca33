/// The best suppliers for one query without the score of every one.
///
/// What the signals say by class (industry, size, number of wins, ...), and of what a supplier has in the places and CPV
/// groups sought, bounds a supplier's score for a few look-ups (`ClassBounds`). A first few, those of whom a signal says most
/// beyond their class, are scored at once: the last place among them is the least that a supplier needs. Of all others
/// only those are looked at more closely whose bound reaches it, signal by signal, the dearest last, and the most promising
/// before the rest, because they raise what is needed. The list is exactly the head of that of all scores.
struct TopSearch {
    /// A supplier, and a bound on its score: points over weight, where signals that are still open may add to both.
    private struct Candidate {
        let supplier: Int32
        /// Σ weight · value.
        var points: Float
        /// Σ weight.
        var weight: Float

        /// What it has beyond a score, or lacks.
        func lead(over least: Float) -> Float { points - least * weight }

        /// The largest part of what it can be.
        var share: Float { points / max(weight, .leastNormalMagnitude) }
    }

    /// How many are scored at once, for each place on the list.
    private static let first = 2
    /// How many promising ones are asked the dearest signal before the rest, for each place on the list.
    private static let promising = 5
    /// How many of those left are scored between two looks at what is needed.
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
        // What says most comes first, but words last: they are the dearest.
        open.sort { left, right in
            let isLast = (type(of: left.signal).name == .words, type(of: right.signal).name == .words)
            return isLast.0 != isLast.1 ? isLast.1 : left.weight * left.most > right.weight * right.most
        }
    }

    /// Best first; equal scores by supplier.
    func best() -> [Int32] {
        guard limit > 0 else { return [] }
        var leaders = Leaders(limit: limit)
        var apart = SupplierSet(suppliers: snapshot.supplierCount)
        for supplier in above.touched { apart.insert(supplier) }
        // All that is cheap to know of them tells who is promising.
        var known = above.touched.enumerated().compactMap { place, supplier -> Candidate? in
            guard admits(supplier) else { return nil }
            let bound = bounds[supplier]
            return Candidate(supplier: supplier, points: bound.x + above.sums[place], weight: bound.y)
        }
        for (signal, weight) in ofAmounts { ask(signal, weight, of: &known) }
        for entry in open { ask(entry.signal, entry.weight, of: &known) }
        if known.count >= limit {
            score(takeMostPromising(limit * Self.first, of: &known).map(\.supplier), &leaders)
        } else {
            let few = firstFewByClass()
            score(few, &leaders)
            for supplier in few { apart.insert(supplier) }
            known.removeAll { few.contains($0.supplier) }
        }
        var rest = others(leaders.least, apart)
        for number in open.indices.dropLast() { ask(number, of: &rest, leaders.least) }
        if let dearest = open.indices.last {
            var promising = takeMostPromising(limit * Self.promising, of: &rest)
            ask(dearest, of: &promising, leaders.least)
            score(takeMostPromising(limit * Self.first, of: &promising).map(\.supplier), &leaders)
            keep(&rest, leaders.least, room: room(leaders.least, after: dearest))
            ask(dearest, of: &rest, leaders.least)
            rest += promising
        }
        rest += known
        keep(&rest, leaders.least, room: 0)
        rest.sort { $0.share > $1.share }
        while !rest.isEmpty {
            // While the list isn't full, nobody can be left out.
            let step = leaders.least < 0 ? rest.count : min(Self.step, rest.count)
            score(rest.prefix(step).map(\.supplier), &leaders)
            rest.removeFirst(step)
            keep(&rest, leaders.least, room: 0)
        }
        return leaders.list
    }

    /// Asks a signal, and keeps those that may reach a score with those that are asked after it.
    private func ask(_ number: Int, of candidates: inout [Candidate], _ least: Float) {
        keep(&candidates, least, room: room(least, after: number))
        ask(open[number].signal, open[number].weight, of: &candidates)
        keep(&candidates, least, room: room(least, after: number + 1))
    }

    /// Adds what a signal says at most.
    private func ask(_ signal: any Signal, _ weight: Float, of candidates: inout [Candidate]) {
        for (position, value) in signal.ceilings(of: candidates.map(\.supplier)).enumerated() where !value.isNaN {
            candidates[position].points += weight * value
            candidates[position].weight += weight
        }
    }

    /// Keeps those that may reach a score.
    /// - Parameter room: what has not been asked yet may add so much.
    private func keep(_ candidates: inout [Candidate], _ least: Float, room: Float) {
        candidates.removeAll { $0.lead(over: least) + room < 0 }
    }

    /// Reckons the scores of those whom the filter lets through.
    private func score(_ suppliers: [Int32], _ leaders: inout Leaders) {
        let suppliers = admitsAll ? suppliers : suppliers.filter(admits)
        let scores = ScoreSheet.totals(
            signals.compactMap { signal, weight in
                if case .unknown = signal.bound { return nil }
                return ScoreSheet.Column(weight: weight, values: signal.values(of: suppliers))
            }, suppliers: suppliers.count)
        leaders.add(suppliers, scores)
    }

    private func admits(_ supplier: Int32) -> Bool {
        admitsAll || filter.obstacle(to: Int(supplier), in: snapshot) == nil
    }

    /// Takes those out whose points are the largest part of what they can be.
    private func takeMostPromising(_ count: Int, of candidates: inout [Candidate]) -> [Candidate] {
        let place = max(0, candidates.count - count)
        Selection.split(&candidates, at: place) { $0.share }
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

    /// By how much signals not yet asked can help to reach a score: Σ weight · (most - score).
    private func room(_ least: Float, after number: Int) -> Float {
        open[number...].reduce(0) { $0 + $1.weight * ($1.isKnown ? $1.most - least : max(0, $1.most - least)) }
    }

    /// All of whom no signal says more than of their class and amounts, and who may reach the score.
    private func others(_ least: Float, _ apart: SupplierSet) -> [Candidate] {
        var candidates: [Candidate] = []
        candidates.reserveCapacity(snapshot.supplierCount / 8)
        bounds.forEach(reaching: least, room: room(least, after: 0), apart: apart) { supplier, points, weight in
            guard admits(supplier) else { return }
            candidates.append(.init(supplier: supplier, points: points, weight: weight))
        }
        return candidates
    }

    private func wins(_ supplier: Int32) -> Int { min(snapshot.wins(of: Int(supplier)), SupplierClass.mostWins) }
}
