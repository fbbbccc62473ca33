/// What the signals say of suppliers by their classes, and the most that they say of what suppliers have in the rows
/// sought (`SignalBound.Amounts`): a bound on every supplier's score for a look-up or three.
///
/// A bound is a pair: Σ weight · value, and Σ weight.
struct ClassBounds {
    /// How many signals may go by amounts.
    static let mostAmounts = 2

    private let snapshot: IndexSnapshot
    private var everyone = SIMD2<Float>.zero
    private var byIndustry: [SIMD2<Float>]
    private var bySize = [SIMD2<Float>](repeating: .zero, count: SizeClass.allCases.count)
    private var byWins = [SIMD2<Float>](repeating: .zero, count: SupplierClass.mostWins + 1)
    private var byTries = [SIMD2<Float>](repeating: .zero, count: SupplierClass.mostWins + 1)
    private var bySigns = [SIMD2<Float>](repeating: .zero, count: SupplierClass.mostSigns + 1)
    /// Each with its signal's weight.
    private(set) var amounts: [(SignalBound.Amounts, weight: Float)] = []

    init(in snapshot: IndexSnapshot) {
        self.snapshot = snapshot
        byIndustry = [SIMD2<Float>](repeating: .zero, count: snapshot.industries.count)
    }

    /// - Parameter values: by class, NaN where nothing is known.
    mutating func add(_ classes: SupplierClass, _ values: [Float], weight: Float) {
        let weighed = values.map { $0.isNaN ? SIMD2<Float>.zero : SIMD2(weight * $0, weight) }
        switch classes {
        case .all: everyone += weighed[0]
        case .industry: for (number, value) in weighed.enumerated() { byIndustry[number] += value }
        case .size: for (number, value) in weighed.enumerated() { bySize[number] += value }
        case .wins: for (number, value) in weighed.enumerated() { byWins[number] += value }
        case .tries: for (number, value) in weighed.enumerated() { byTries[number] += value }
        case .signs: for (number, value) in weighed.enumerated() { bySigns[number] += value }
        }
    }

    mutating func add(_ bound: SignalBound.Amounts, weight: Float) { amounts.append((bound, weight)) }

    /// Of a class, without the amounts.
    subscript(members: SupplierClasses.Members) -> SIMD2<Float> {
        everyone + byIndustry[Int(members.industry)] + bySize[Int(members.size.rawValue)] + byWins[members.wins]
            + byTries[members.tries] + bySigns[members.signs]
    }

    /// Of a supplier's class, without the amounts.
    subscript(supplier: Int32) -> SIMD2<Float> {
        self[snapshot.classes.all[Int(snapshot.classes.ofSupplier[Int(supplier)])]]
    }

    /// A class with all that is the same for its suppliers.
    private struct Line {
        /// With the weights of the amounts that are known of the class.
        var bound: SIMD2<Float>
        /// 1 / ((class + prior) · base), by amounts.
        var scales = SIMD2<Float>.zero
        /// 0 where nothing is known of the class.
        var weights = SIMD2<Float>.zero
        /// The points of one that has nothing in the rows sought.
        var farPoints: Float = 0
        /// True where one that has nothing there may reach the score.
        var mayReachFar = false
    }

    /// Calls `body` with each supplier, ascending, whose bound may reach a score, and the bound.
    ///
    /// - Parameters:
    ///   - least: the score.
    ///   - room: what signals that are no part of the bounds can help.
    ///   - apart: those who are left out.
    func forEach(
        reaching least: Float, room: Float, apart: SupplierSet,
        _ body: (_ supplier: Int32, _ points: Float, _ weight: Float) -> Void
    ) {
        let stretch = SupplierAmounts.stretch
        let count = snapshot.supplierCount
        let nothing = StepTable(from: 1, to: 1) { _ in 0 }
        let (first, second) = (amounts.first?.0.most ?? nothing, amounts.count > 1 ? amounts[1].0.most : nothing)
        let bases = SIMD2<Float>(
            amounts.first.map { $0.0.prior * $0.0.base } ?? 0,
            amounts.count > 1 ? amounts[1].0.prior * amounts[1].0.base : 0)
        let lines = lines(least, room: room, bases)
        let reachesFar = lines.map { $0.mayReachFar ? UInt8(1) : 0 }
        let sums = UnsafeMutableBufferPointer<Float>.allocate(capacity: 2 * min(stretch, count))
        let looked = UnsafeMutableBufferPointer<Int32>.allocate(capacity: min(stretch, count))
        defer {
            sums.deallocate()
            looked.deallocate()
        }
        snapshot.classes.ofSupplier.withUnsafeBufferPointer { classes in
            lines.withUnsafeBufferPointer { lines in
                let reachesFar = reachesFar.span
                for number in 0..<(count + stretch - 1) / stretch {
                    let start = number * stretch
                    let size = min(stretch, count - start)
                    sums.update(repeating: 0)
                    let (ofFirst, ofSecond) = (
                        UnsafeMutableBufferPointer(rebasing: sums[..<size]),
                        UnsafeMutableBufferPointer(rebasing: sums[(sums.count / 2)...][..<(sums.count / 2 + size)])
                    )
                    for (slot, bound) in amounts.enumerated() {
                        for (row, weight) in bound.0.sought {
                            bound.0.lists.add(
                                row, times: weight, stretch: number, to: slot == 0 ? ofFirst : ofSecond)
                        }
                    }
                    // First who is looked at, without a decision at each: of most neither near nor far can reach it.
                    var found = 0
                    for place in 0..<size {
                        let isNear = (ofFirst[place] + ofSecond[place]).bitPattern == 0 ? 0 : 1
                        looked[found] = Int32(place)
                        found &+= isNear | Int(reachesFar[Int(classes[start + place])])
                    }
                    for place in looked[..<found] {
                        let place = Int(place)
                        let line = lines[Int(classes[start + place])]
                        let sum = SIMD2(ofFirst[place], ofSecond[place])
                        var points = line.farPoints
                        if sum.x + sum.y != 0 {
                            let ratios = (sum + bases) * line.scales
                            points =
                                line.bound.x + line.weights.x * first.ceiling(ratios.x)
                                + line.weights.y * second.ceiling(ratios.y)
                            guard points - least * line.bound.y + room >= 0 else { continue }
                        }
                        guard !apart.contains(start + place) else { continue }
                        body(Int32(start + place), points, line.bound.y)
                    }
                }
            }
        }
    }

    private func lines(_ least: Float, room: Float, _ bases: SIMD2<Float>) -> [Line] {
        snapshot.classes.all.map { members in
            var line = Line(bound: self[members])
            line.farPoints = line.bound.x
            for (slot, (bound, weight)) in amounts.enumerated() {
                let total = bound.classes == .tries ? members.tries : members.signs
                if total == 0, bound.isUnknownWithoutAny { continue }
                line.scales[slot] = 1 / ((Float(total) + bound.prior) * bound.base)
                line.weights[slot] = weight
                line.bound.y += weight
                line.farPoints += weight * bound.most.ceiling(bases[slot] * line.scales[slot])
            }
            line.mayReachFar = line.farPoints - least * line.bound.y + room >= 0
            return line
        }
    }
}
