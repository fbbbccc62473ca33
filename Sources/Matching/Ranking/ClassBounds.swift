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
    private struct ClassBound {
        /// With the weights of the amounts that are known of the class.
        var bound: SIMD2<Float>
        /// 1 / ((class + prior) · base), by amounts.
        var scales = SIMD2<Float>.zero
        /// 0 where nothing is known of the class.
        var weights = SIMD2<Float>.zero
        /// The points of a supplier that has nothing in the rows sought.
        var pointsWithoutAmounts: Float = 0
        /// True where such a supplier may reach the threshold.
        var reachesWithoutAmounts = false
    }

    /// Calls `body` with each supplier, ascending, whose upper bound reaches a threshold, and the bound.
    ///
    /// Term-at-a-time over blocks of suppliers whose sums stay in the cache (Turtle & Flood 1995, “Query evaluation: strategies
    /// and optimizations”): the amounts in the rows sought are accumulated, the suppliers that can reach the threshold at all
    /// are selected, and only their bounds are computed. As in Block-Max (Ding & Suel 2011, “Faster top-k document retrieval
    /// using block-max indexes”) most are decided by what bounds many at once, here their class.
    ///
    /// - Parameters:
    ///   - threshold: the score.
    ///   - slack: the remaining upper bound: what signals that are no part of the bounds can add.
    ///   - apart: suppliers that are left out.
    func forEach(
        reaching threshold: Float, slack: Float, except apart: SupplierSet,
        _ body: (_ supplier: Int32, _ points: Float, _ weight: Float) -> Void
    ) {
        let count = snapshot.supplierCount
        let sought = amounts.map(\.0)
        let ceilings = AmountCeilings(sought)
        let classes = classBounds(reaching: threshold, slack: slack, ceilings)
        let reachesWithoutAmounts = classes.map { $0.reachesWithoutAmounts ? UInt8(1) : 0 }
        let sums = BlockSums(size: min(SupplierAmounts.block, count))
        snapshot.classes.ofSupplier.withUnsafeBufferPointer { classOf in
            classes.withUnsafeBufferPointer { classes in
                let reachesWithoutAmounts = reachesWithoutAmounts.span
                for first in stride(from: 0, to: count, by: SupplierAmounts.block) {
                    let size = min(SupplierAmounts.block, count - first)
                    sums.accumulate(sought, block: first / SupplierAmounts.block)
                    let selected = sums.select(size) { Int(reachesWithoutAmounts[Int(classOf[first + $0])]) }
                    for place in selected {
                        let supplier = first + Int(place)
                        let ofClass = classes[Int(classOf[supplier])]
                        let sum = sums[Int(place)]
                        var points = ofClass.pointsWithoutAmounts
                        if sum.x + sum.y != 0 {
                            points = ceilings.add(sum, ofClass.scales, ofClass.weights, to: ofClass.bound.x)
                            guard points - threshold * ofClass.bound.y + slack >= 0 else { continue }
                        }
                        guard !apart.contains(supplier) else { continue }
                        body(Int32(supplier), points, ofClass.bound.y)
                    }
                }
            }
        }
    }

    private func classBounds(reaching threshold: Float, slack: Float, _ ceilings: AmountCeilings) -> [ClassBound] {
        snapshot.classes.all.map { members in
            var own = ClassBound(bound: self[members])
            own.pointsWithoutAmounts = own.bound.x
            for (slot, (bound, weight)) in amounts.enumerated() {
                let total = bound.classes == .tries ? members.tries : members.signs
                if total == 0, bound.isUnknownWithoutAny { continue }
                own.scales[slot] = 1 / ((Float(total) + bound.prior) * bound.base)
                own.weights[slot] = weight
                own.bound.y += weight
                own.pointsWithoutAmounts += weight * bound.most.ceiling(ceilings.bases[slot] * own.scales[slot])
            }
            own.reachesWithoutAmounts = own.pointsWithoutAmounts - threshold * own.bound.y + slack >= 0
            return own
        }
    }
}

/// The most that the signals by amounts say of sums.
private struct AmountCeilings {
    /// prior · base, by amounts.
    let bases: SIMD2<Float>
    private let first: StepTable
    private let second: StepTable

    init(_ amounts: [SignalBound.Amounts]) {
        let nothing = StepTable(from: 1, to: 1) { _ in 0 }
        (first, second) = (amounts.first?.most ?? nothing, amounts.count > 1 ? amounts[1].most : nothing)
        bases = SIMD2(
            amounts.first.map { $0.prior * $0.base } ?? 0, amounts.count > 1 ? amounts[1].prior * amounts[1].base : 0)
    }

    /// Adds to the points of a class, by its scales and weights.
    @inline(__always)
    func add(_ sums: SIMD2<Float>, _ scales: SIMD2<Float>, _ weights: SIMD2<Float>, to points: Float) -> Float {
        let ratios = (sums + bases) * scales
        return points + weights.x * first.ceiling(ratios.x) + weights.y * second.ceiling(ratios.y)
    }
}

/// What the suppliers of a block have in the rows sought: an accumulator for each supplier and signal.
private struct BlockSums: ~Copyable {
    private let first: UnsafeMutableBufferPointer<Float>
    private let second: UnsafeMutableBufferPointer<Float>
    private let selected: UnsafeMutableBufferPointer<Int32>

    init(size: Int) {
        first = .allocate(capacity: size)
        second = .allocate(capacity: size)
        selected = .allocate(capacity: size)
    }

    deinit {
        first.deallocate()
        second.deallocate()
        selected.deallocate()
    }

    @inline(__always)
    subscript(place: Int) -> SIMD2<Float> { SIMD2(first[place], second[place]) }

    /// Adds up the amounts of a block.
    func accumulate(_ amounts: [SignalBound.Amounts], block: Int) {
        first.update(repeating: 0)
        second.update(repeating: 0)
        for (slot, amounts) in amounts.enumerated() {
            for (row, weight) in amounts.sought {
                amounts.lists.add(row, times: weight, block: block, to: slot == 0 ? first : second)
            }
        }
    }

    /// The places of the block that have any amount, or are selected all the same (1).
    ///
    /// Without a branch at each: of most, neither holds.
    @inline(__always)
    func select(_ size: Int, _ isSelected: (_ place: Int) -> Int) -> Slice<UnsafeMutableBufferPointer<Int32>> {
        var count = 0
        for place in 0..<size {
            selected[count] = Int32(place)
            let hasAmount = (first[place] + second[place]).bitPattern == 0 ? 0 : 1
            count &+= hasAmount | isSelected(place)
        }
        return selected[..<count]
    }
}
