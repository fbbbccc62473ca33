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
    private static let first = 4

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
            case .byClass(.all, let values, _) where values[0].isNaN: open.append((signal, weight, 1, false))
            case .byClass(let classes, let values, let exceptions): add(classes, values, exceptions, weight: weight)
            }
        }
        // Words are the dearest.
        open.sort { type(of: $0.signal).name != .words && type(of: $1.signal).name == .words }
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
        let least = leastScore(known.suppliers.count >= limit ? firstFew(known) : firstFewByClass())
        var candidates = Candidates()
        let room = room(least, after: 0)
        for position in known.suppliers.indices
        where known.points[position] - least * known.weights[position] + room >= 0 {
            candidates.append(known, position)
        }
        addOthers(to: &candidates, least: least, room: room)
        for (number, entry) in open.enumerated() {
            let values = entry.signal.ceilings(of: candidates.suppliers)
            let room = self.room(least, after: number + 1)
            var left = Candidates()
            for (position, value) in values.enumerated() {
                var (points, weight) = (candidates.points[position], candidates.weights[position])
                if !value.isNaN {
                    points += entry.weight * value
                    weight += entry.weight
                }
                if points - least * weight + room >= 0 { left.append(candidates.suppliers[position], points, weight) }
            }
            candidates = left
        }
        // The most promising raise the bar for the rest.
        let promising = firstFew(candidates)
        let higher = max(least, leastScore(promising))
        let suppliers = candidates.suppliers.indices.filter { position in
            candidates.points[position] - higher * candidates.weights[position] >= 0
                && filter.objection(to: Int(candidates.suppliers[position]), in: snapshot) == nil
        }.map { candidates.suppliers[$0] }.sorted()
        return Selection.best(scores(suppliers), limit).map { suppliers[Int($0)] }
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
        open[number...].reduce(0) { $0 + $1.weight * ($1.isKnown ? $1.most - least : max(0, $1.most - least)) }
    }

    /// All of whom no signal says more than of their class, and who may reach the score.
    private func addOthers(to candidates: inout Candidates, least: Float, room: Float) {
        var isKnown = [UInt64](repeating: 0, count: snapshot.supplierCount / 64 + 1)
        for supplier in above.touched { isKnown[Int(supplier) >> 6] |= 1 << UInt64(supplier & 63) }
        func need(_ bound: SIMD2<Float>) -> Float { bound.x - least * bound.y }
        let industryNeeds = byIndustry.map(need)
        let sizeNeeds = bySize.map(need)
        let winNeeds = byWins.map(need)
        let all = need(everyone) + room
        let (industries, sizes) = (snapshot.suppliers.industries, snapshot.suppliers.sizes)
        let offsets = snapshot.procurements.awards.offsets
        let (industrySpan, sizeSpan, offsetSpan) = (industries.span, sizes.span, offsets.span)
        let (byIndustry, bySize, byWins) = (industryNeeds.span, sizeNeeds.span, winNeeds.span)
        var begin = offsetSpan[0]
        for supplier in 0..<industries.count {
            let end = offsetSpan[supplier + 1]
            let wins = min(Int(end - begin), SupplierClass.mostWins)
            begin = end
            let bound =
                all + byIndustry[Int(industrySpan[supplier])] + bySize[Int(sizeSpan[supplier].rawValue)] + byWins[wins]
            if bound >= 0, isKnown[supplier >> 6] >> UInt64(supplier & 63) & 1 == 0 {
                let bound = byClass(Int32(supplier))
                candidates.append(Int32(supplier), bound.x, bound.y)
            }
        }
    }

    private func byClass(_ supplier: Int32) -> SIMD2<Float> {
        everyone + byIndustry[Int(snapshot.suppliers.industries[Int(supplier)])]
            + bySize[Int(snapshot.suppliers.sizes[Int(supplier)].rawValue)] + byWins[wins(supplier)]
    }

    private func wins(_ supplier: Int32) -> Int { min(snapshot.wins(of: Int(supplier)), SupplierClass.mostWins) }
}

extension TopSearch.Candidates {
    mutating func append(_ supplier: Int32, _ points: Float, _ weight: Float) {
        suppliers.append(supplier)
        self.points.append(points)
        weights.append(weight)
    }

    mutating func append(_ other: Self, _ position: Int) {
        append(other.suppliers[position], other.points[position], other.weights[position])
    }
}
