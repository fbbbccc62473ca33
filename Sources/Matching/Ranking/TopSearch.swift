/// The best suppliers for one query without the score of every one.
///
/// What the signals say by class (industry, size, number of wins, ...) bounds a supplier's score with one look-up, and with
/// which signals it is near to (`SignalBound.Reach`). A first few, those of whom a signal says most beyond their class, are
/// scored at once: the last place among them is the least that a supplier needs. Of all others only those are looked at
/// more closely whose bound reaches it, signal by signal, the dearest last, and a signal that has a reach only of those
/// near to it. The list is exactly the head of that of all scores.
struct TopSearch {
    /// A supplier, and a bound on its score: points over weight, where signals that are still open may add to both.
    private struct Candidate {
        let supplier: Int32
        /// Σ weight · value.
        var points: Float
        /// Σ weight.
        var weight: Float
        /// One bit for each reach: 1 for a supplier that is near.
        let near: UInt8

        /// What it has beyond a score, or lacks.
        func lead(over least: Float) -> Float { points - least * weight }
    }

    /// Rounding: of points to millionths, and of sums.
    private static let slack: Float = 2e-5
    /// How many are scored at once, for each place on the list.
    private static let first = 2

    private typealias Open = (signal: any Signal, weight: Float, most: Float, isKnown: Bool)

    private let signals: [(signal: any Signal, weight: Float)]
    private let snapshot: IndexSnapshot
    private let filter: SupplierFilter
    private let limit: Int
    /// The signals whose values neither their classes nor reaches tell, in the order in which they are asked.
    private var open: [Open] = []
    private var everyone = SIMD2<Float>.zero
    private var byIndustry: [SIMD2<Float>]
    private var bySize = [SIMD2<Float>](repeating: .zero, count: SizeClass.allCases.count)
    private var byWins = [SIMD2<Float>](repeating: .zero, count: SupplierClass.mostWins + 1)
    private var byTries = [SIMD2<Float>](repeating: .zero, count: SupplierClass.mostWins + 1)
    private var bySigns = [SIMD2<Float>](repeating: .zero, count: SupplierClass.mostSigns + 1)
    /// The signals that tell near suppliers from far ones, in the order in which they are asked.
    private var reaches: [(signal: any Signal, weight: Float, reach: SignalBound.Reach)] = []
    /// By supplier: the points that it has beyond its class.
    private var above = SupplierSums()

    /// - Parameter apart: suppliers of whom no class and no reach tells, as wins of theirs are silenced.
    init(
        _ signals: [(signal: any Signal, weight: Float)], in snapshot: IndexSnapshot, apart: [Int32],
        filter: SupplierFilter, limit: Int
    ) {
        self.signals = signals
        self.snapshot = snapshot
        self.filter = filter
        self.limit = limit
        byIndustry = [SIMD2<Float>](repeating: .zero, count: snapshot.industries.count)
        for supplier in apart { above.add(0, to: supplier) }
        for (signal, weight) in signals {
            switch signal.bound {
            case .unknown: continue
            case .known(let most): open.append((signal, weight, most, true))
            case .any(let most): open.append((signal, weight, most, false))
            case .byReach(let reach): reaches.append((signal, weight, reach))
            case .byClass(.all, let values, _) where values[0].isNaN: open.append((signal, weight, 1, false))
            case .byClass(let classes, let values, let exceptions): add(classes, values, exceptions, weight: weight)
            }
        }
        // What says most comes first, but words last: they are the dearest.
        reaches.sort { $0.weight * $0.reach.most > $1.weight * $1.reach.most }
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
        case .signs: for (number, value) in weighed.enumerated() { bySigns[number] += value }
        }
        for exception in exceptions {
            let usual = classes == .wins ? values[wins(exception.supplier)] : values[0]
            above.add(weight * (exception.value - usual), to: exception.supplier)
        }
    }

    /// Best first; equal scores by supplier.
    func best() -> [Int32] {
        guard limit > 0 else { return [] }
        var known = above.touched.enumerated().map { place, supplier in
            let bound = byClass(supplier)
            return Candidate(supplier: supplier, points: bound.x + above.sums[place], weight: bound.y, near: 0)
        }
        // All that is cheap to know of them tells who is promising.
        for (signal, weight, _) in reaches { ask(signal, weight, of: &known) }
        for entry in open { ask(entry.signal, entry.weight, of: &known) }
        var least = leastScore(known.count >= limit ? firstFew(known) : firstFewByClass())
        var candidates = others(least)
        for number in reaches.indices {
            askNear(number, of: &candidates)
            keep(&candidates, least, room: room(least, after: 0))
        }
        for (number, entry) in open.enumerated() {
            // With all but the last known, the most promising raise the bar for the rest.
            if number == open.count - 1 {
                least = max(least, leastScore(firstFew(candidates)))
                keep(&candidates, least, room: room(least, after: number))
            }
            ask(entry.signal, entry.weight, of: &candidates)
            keep(&candidates, least, room: room(least, after: number + 1))
        }
        keep(&known, least, room: 0)
        let suppliers = (known + candidates).map(\.supplier)
            .filter { filter.objection(to: Int($0), in: snapshot) == nil }.sorted()
        return Selection.best(scores(suppliers), limit).map { suppliers[Int($0)] }
    }

    /// Adds what a signal says at most.
    private func ask(_ signal: any Signal, _ weight: Float, of candidates: inout [Candidate]) {
        for (position, value) in signal.ceilings(of: candidates.map(\.supplier)).enumerated() where !value.isNaN {
            candidates[position].points += weight * value
            candidates[position].weight += weight
        }
    }

    /// Puts what a signal says of those near to it in the place of the most that it can say.
    private func askNear(_ number: Int, of candidates: inout [Candidate]) {
        let (signal, weight, reach) = reaches[number]
        let mask = UInt8(1) << UInt8(number)
        let near = candidates.compactMap { $0.near & mask != 0 ? $0.supplier : nil }
        var ceilings = signal.ceilings(of: near).makeIterator()
        for position in candidates.indices where candidates[position].near & mask != 0 {
            candidates[position].points += weight * ((ceilings.next() ?? reach.most) - reach.most)
        }
    }

    /// Keeps those that may reach a score.
    /// - Parameter room: what has not been asked yet may add so much.
    private func keep(_ candidates: inout [Candidate], _ least: Float, room: Float) {
        candidates.removeAll { $0.lead(over: least) + room < 0 }
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
    private func firstFew(_ candidates: [Candidate]) -> [Int32] {
        let shares = candidates.map { $0.points / max($0.weight, .leastNormalMagnitude) }
        return Selection.best(shares, limit * Self.first).map { candidates[Int($0)].supplier }
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
        open[number...].reduce(0) { $0 + $1.weight * ($1.isKnown ? $1.most - least : max(0, $1.most - least)) }
    }

    /// All of whom no signal says more than of their class and of those near to it, and who may reach the score.
    private func others(_ least: Float) -> [Candidate] {
        var isKnown = SupplierSet(suppliers: snapshot.supplierCount)
        for supplier in above.touched { isKnown.insert(supplier) }
        let combinations = 1 << reaches.count
        let bounds = bounds(combinations)
        let room = room(least, after: 0)
        let mayReach = bounds.map { $0.x - least * $0.y + room >= 0 }
        let none = isKnown.bits.map { _ in UInt64(0) }
        let near = reaches.map(\.reach.near.bits)
        let (first, second) = (near.first ?? none, near.count > 1 ? near[1] : none)
        var candidates: [Candidate] = []
        candidates.reserveCapacity(snapshot.supplierCount / 4)
        let ofSupplier = snapshot.classes.ofSupplier
        let (classes, known, ofFirst, ofSecond) = (ofSupplier.span, isKnown.bits.span, first.span, second.span)
        let (mayReachSpan, boundSpan) = (mayReach.span, bounds.span)
        for word in known.indices {
            let (others, first, second) = (~known[word], ofFirst[word], ofSecond[word])
            for bit in 0..<min(64, classes.count - word * 64) {
                let near = Int(first >> UInt64(bit) & 1 | (second >> UInt64(bit) & 1) << 1)
                let supplier = word * 64 + bit
                let place = Int(classes[supplier]) * combinations + near
                if mayReachSpan[place], others >> UInt64(bit) & 1 == 1 {
                    candidates.append(
                        .init(
                            supplier: Int32(supplier), points: boundSpan[place].x, weight: boundSpan[place].y,
                            near: UInt8(near)))
                }
            }
        }
        return candidates
    }

    /// By class, times all combinations of what a supplier of it may be near to: what it has at most, and of which weight.
    private func bounds(_ combinations: Int) -> [SIMD2<Float>] {
        var bounds: [SIMD2<Float>] = []
        bounds.reserveCapacity(snapshot.classes.all.count * combinations)
        for members in snapshot.classes.all {
            let bound = byClass(members)
            for combination in 0..<combinations {
                var bound = bound
                for (number, (_, weight, reach)) in reaches.enumerated() {
                    let value = combination >> number & 1 == 1 ? reach.most : reach.far[reach.place(of: members)]
                    if !value.isNaN { bound += SIMD2(weight * value, weight) }
                }
                bounds.append(bound)
            }
        }
        return bounds
    }

    private func byClass(_ members: SupplierClasses.Members) -> SIMD2<Float> {
        everyone + byIndustry[Int(members.industry)] + bySize[Int(members.size.rawValue)] + byWins[members.wins]
            + byTries[members.tries] + bySigns[members.signs]
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
        case .signs: members.signs
        }
    }
}
