/// The best suppliers for one query without the score of every one.
///
/// What the signals say by class (industry, size, number of wins) bounds a supplier's score with three look-ups. A first
/// few, those of whom a signal says most beyond their class, are scored at once: the last place among them is the least
/// that a supplier needs. Of all others only those are looked at more closely whose bound reaches it, signal by signal, the
/// dearest last. The list is exactly the head of that of all scores.
struct TopSearch {
    /// A bound on a score: Σ weight · value over Σ weight, and how much of both is still open.
    fileprivate struct Candidates {
        var suppliers: [Int32] = []
        var points: [Float] = []
        var weights: [Float] = []
    }

    /// Rounding: of points to millionths, and of sums.
    private static let slack: Float = 2e-5
    /// How many are scored at once, for each place on the list.
    private static let first = 2

    private let signals: [(signal: any Signal, weight: Float)]
    private let snapshot: IndexSnapshot
    private let filter: SupplierFilter
    private let limit: Int
    /// The signals whose values their classes don't tell, in the order in which they are asked.
    private var open: [(signal: any Signal, weight: Float, most: Float, isKnown: Bool)] = []
    private var everyone = SIMD2<Float>.zero
    private var byIndustry: [SIMD2<Float>]
    private var bySize = [SIMD2<Float>](repeating: .zero, count: SizeClass.allCases.count)
    private var byWins = [SIMD2<Float>](repeating: .zero, count: SupplierClass.mostWins + 1)
    private var byTries = [SIMD2<Float>](repeating: .zero, count: SupplierClass.mostWins + 1)
    /// Of the open signals those that tell near suppliers from far ones.
    private var reaches: [(reach: SignalBound.Reach, weight: Float)] = []
    /// By supplier: the points that it has beyond its class.
    private var above = SupplierSums()

    init(
        _ signals: [(signal: any Signal, weight: Float)], in snapshot: IndexSnapshot, filter: SupplierFilter, limit: Int
    ) {
        self.signals = signals
        self.snapshot = snapshot
        self.filter = filter
        self.limit = limit
        byIndustry = [SIMD2<Float>](repeating: .zero, count: snapshot.industries.count)
        for (signal, weight) in signals {
            switch signal.bound {
            case .unknown: continue
            case .known(let most): open.append((signal, weight, most, true))
            case .any(let most): open.append((signal, weight, most, false))
            case .byReach(let reach):
                open.append((signal, weight, reach.most, reach.isKnown))
                reaches.append((reach, weight))
            case .byClass(.all, let values, _) where values[0].isNaN: open.append((signal, weight, 1, false))
            case .byClass(let classes, let values, let exceptions): add(classes, values, exceptions, weight: weight)
            }
        }
        // What says most comes first, but words last: they are the dearest.
        open.sort { left, right in
            let isLast = (type(of: left.signal).name == .words, type(of: right.signal).name == .words)
            return isLast.0 != isLast.1 ? isLast.1 : left.weight * left.most > right.weight * right.most
        }
    }

    private mutating func add(
        _ classes: SupplierClass, _ values: [Float], _ exceptions: [SignalBound.Exception], weight: Float
    ) {
        let weighed = values.map { $0.isNaN ? SIMD2<Float>.zero : SIMD2(weight * $0, weight) }
        switch classes {
        case .all: everyone += weighed[0]
        case .industry: for (number, value) in weighed.enumerated() { byIndustry[number] += value }
        case .size: for (number, value) in weighed.enumerated() { bySize[number] += value }
        case .wins: for (number, value) in weighed.enumerated() { byWins[number] += value }
        case .tries: for (number, value) in weighed.enumerated() { byTries[number] += value }
        }
        for exception in exceptions {
            let usual = classes == .wins ? values[wins(exception.supplier)] : values[0]
            above.add(weight * (exception.value - usual), to: exception.supplier)
        }
    }

    /// Best first; equal scores by supplier.
    func best() -> [Int32] {
        guard limit > 0 else { return [] }
        var known = Candidates()
        for (place, supplier) in above.touched.enumerated() {
            let bound = byClass(supplier)
            known.append(supplier, bound.x + above.sums[place], bound.y)
        }
        // All that is cheap to know of them tells who is promising.
        for entry in open { ask(entry, of: &known) }
        let least = leastScore(known.suppliers.count >= limit ? firstFew(known) : firstFewByClass())
        var candidates = Candidates()
        addOthers(to: &candidates, least: least, room: room(least, after: 0))
        for (number, entry) in open.enumerated() {
            ask(entry, of: &candidates)
            candidates.keep(least, room: room(least, after: number + 1))
        }
        known.keep(least, room: 0)
        candidates.append(contentsOf: known)
        // The most promising raise the bar for the rest.
        let promising = firstFew(candidates)
        let higher = max(least, leastScore(promising))
        candidates.keep(higher, room: 0)
        let suppliers = candidates.suppliers.filter { filter.objection(to: Int($0), in: snapshot) == nil }.sorted()
        return Selection.best(scores(suppliers), limit).map { suppliers[Int($0)] }
    }

    /// Adds what a signal says at most.
    private func ask(
        _ entry: (signal: any Signal, weight: Float, most: Float, isKnown: Bool), of candidates: inout Candidates
    ) {
        for (position, value) in entry.signal.ceilings(of: candidates.suppliers).enumerated() where !value.isNaN {
            candidates.points[position] += entry.weight * value
            candidates.weights[position] += entry.weight
        }
    }

    /// The scores of some, in their order.
    private func scores(_ suppliers: [Int32]) -> [Int32] {
        ScoreSheet.totals(
            signals.compactMap { signal, weight in
                if case .unknown = signal.bound { return nil }
                return (weight, signal.values(of: suppliers))
            }, suppliers: suppliers.count)
    }

    /// Those whose points are the largest part of what they can be.
    private func firstFew(_ candidates: Candidates) -> [Int32] {
        let shares = candidates.suppliers.indices.map { position in
            candidates.points[position] / max(candidates.weights[position], .leastNormalMagnitude)
        }
        return Selection.best(shares, limit * Self.first).map { candidates.suppliers[Int($0)] }
    }

    /// Those whose class says most.
    private func firstFewByClass() -> [Int32] {
        let shares = (0..<Int32(snapshot.supplierCount)).map { supplier in
            let bound = byClass(supplier)
            return (bound.x + above[supplier]) / max(bound.y, .leastNormalMagnitude)
        }
        return Selection.best(shares, limit * Self.first)
    }

    /// The score that the list's last place has at least, from 0 to 1, less what rounding may take.
    private func leastScore(_ suppliers: [Int32]) -> Float {
        let admitted = suppliers.filter { filter.objection(to: Int($0), in: snapshot) == nil }
        guard admitted.count >= limit else { return -1 }
        let scores = scores(admitted)
        return Selection.best(scores, limit).last.map { Float(scores[Int($0)]) / 1_000_000 - Self.slack } ?? -1
    }

    /// By how much signals not yet asked can help to reach a score: Σ weight · (most - score).
    private func room(_ least: Float, after number: Int) -> Float {
        open[number...].reduce(0) { $0 + $1.weight * Self.gain($1.most, least, $1.isKnown) }
    }

    /// All of whom no signal says more than of their class, and who may reach the score.
    private func addOthers(to candidates: inout Candidates, least: Float, room: Float) {
        var isKnown = SupplierSet(suppliers: snapshot.supplierCount)
        for supplier in above.touched { isKnown.insert(supplier) }
        let needs = needs(least, room: room)
        let (ofSupplier, knownBits) = (snapshot.classes.ofSupplier, isKnown.bits)
        let (needSpan, classes, known) = (needs.span, ofSupplier.span, knownBits.span)
        let none = isKnown.bits.map { _ in UInt64(0) }
        let first = reaches.first?.reach.near.bits ?? none
        let second = reaches.count > 1 ? reaches[1].reach.near.bits : none
        let (firstSpan, secondSpan) = (first.span, second.span)
        for word in known.indices {
            let (others, first, second) = (~known[word], firstSpan[word], secondSpan[word])
            for bit in 0..<min(64, classes.count - word * 64) {
                let reach = Int(first >> UInt64(bit) & 1 | (second >> UInt64(bit) & 1) << 1)
                let supplier = word * 64 + bit
                if needSpan[Int(classes[supplier]) << 2 | reach] >= 0, others >> UInt64(bit) & 1 == 1 {
                    let bound = byClass(Int32(supplier))
                    candidates.append(Int32(supplier), bound.x, bound.y)
                }
            }
        }
    }

    /// By class, times four: what a supplier of it has beyond the score at most; next to it the same for one that is near
    /// by the first of the reaches, by the second, and by both.
    private func needs(_ least: Float, room: Float) -> [Float] {
        var needs: [Float] = []
        needs.reserveCapacity(snapshot.classes.all.count * 4)
        for members in snapshot.classes.all {
            let bound = byClass(members)
            for combination in 0..<4 {
                var need = bound.x - least * bound.y + room
                for (number, (reach, weight)) in reaches.prefix(2).enumerated() where combination >> number & 1 == 0 {
                    let far = reach.far[reach.place(of: members)]
                    need -=
                        weight * (Self.gain(reach.most, least, reach.isKnown) - Self.gain(far, least, reach.isKnown))
                }
                needs.append(need)
            }
        }
        return needs
    }

    /// By how much a value brings nearer to a score, for each point of weight.
    private static func gain(_ most: Float, _ least: Float, _ isKnown: Bool) -> Float {
        isKnown ? most - least : max(0, most - least)
    }

    private func byClass(_ members: SupplierClasses.Members) -> SIMD2<Float> {
        everyone + byIndustry[Int(members.industry)] + bySize[Int(members.size.rawValue)] + byWins[members.wins]
            + byTries[members.tries]
    }

    private func byClass(_ supplier: Int32) -> SIMD2<Float> {
        byClass(snapshot.classes.all[Int(snapshot.classes.ofSupplier[Int(supplier)])])
    }

    private func wins(_ supplier: Int32) -> Int { min(snapshot.wins(of: Int(supplier)), SupplierClass.mostWins) }
}

extension SignalBound.Reach {
    /// Where a class has its place in `far`.
    fileprivate func place(of members: SupplierClasses.Members) -> Int {
        switch classes {
        case .all: 0
        case .industry: Int(members.industry)
        case .size: Int(members.size.rawValue)
        case .wins: members.wins
        case .tries: members.tries
        }
    }
}

extension TopSearch.Candidates {
    mutating func append(_ supplier: Int32, _ points: Float, _ weight: Float) {
        suppliers.append(supplier)
        self.points.append(points)
        weights.append(weight)
    }

    mutating func append(contentsOf other: Self) {
        suppliers += other.suppliers
        points += other.points
        weights += other.weights
    }

    /// Keeps those that may reach a score.
    /// - Parameter room: what has not been asked yet may add so much.
    mutating func keep(_ least: Float, room: Float) {
        var kept = 0
        for position in suppliers.indices where points[position] - least * weights[position] + room >= 0 {
            suppliers[kept] = suppliers[position]
            points[kept] = points[position]
            weights[kept] = weights[position]
            kept += 1
        }
        suppliers.removeLast(suppliers.count - kept)
        points.removeLast(points.count - kept)
        weights.removeLast(weights.count - kept)
    }
}
