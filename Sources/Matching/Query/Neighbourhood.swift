import Procurement

/// The past procurements that are like what is sought, and how like: what most signals stand on.
///
/// likeness = (0.25 · CPV + 0.40 · title + 0.15 · parts + 0.50 · subject) / 1.30, each in [0, 1].
/// Title and subject are cosines of four-character runs, parts of the stems of compound parts. CPV is the
/// information content of the deepest shared branch (Resnik 1995, "Using information content to evaluate semantic
/// similarity in a taxonomy") as a share of the largest possible. A query without codes leaves CPV and subject out.
struct Neighbourhood: Sendable {
    private static let cpvShare: Float = 0.25
    private static let titleShare: Float = 0.4
    private static let partShare: Float = 0.15
    private static let subjectShare: Float = 0.5
    /// What the same buyer's purchase is worth more.
    private static let sameBuyer: Float = 1.2
    /// A year takes exp(-0.2) of what a likeness is worth.
    private static let yearlyDecay: Float = 0.2
    /// Where many won, winning says less: each winner's vote is divided by winners⁰·².
    private static let crowdExponent: Float = -0.2
    /// How many of the nearest an explanation speaks of.
    static let circle = 40

    /// Ascending. The other arrays go with this one.
    private(set) var procurements: [Int32] = []
    /// As defined above.
    private(set) var likeness: [Float] = []
    /// The title's part of it alone.
    private(set) var titles: [Float] = []
    /// Likeness × 1.2 for the same buyer × exp(-0.2 · years).
    private(set) var aged: [Float] = []
    /// winners^-0.2.
    private(set) var crowd: [Float] = []
    /// The positions in `procurements` of the most alike, the most alike first.
    private(set) var nearest: [Int32] = []

    init(_ query: AnalysedQuery, in snapshot: IndexSnapshot) {
        let table = snapshot.procurements
        let words = snapshot.words
        var sums = words.titles.cosines(words.titles.vector(query.title.grams))
        let titles = sums
        let parts = words.parts.cosines(words.parts.vector(query.title.parts))
        if query.branches.isEmpty {
            let whole = Self.titleShare + Self.partShare
            for number in sums.indices {
                sums[number] = (Self.titleShare * titles[number] + Self.partShare * parts[number]) / whole
            }
        } else {
            let subjects = words.subjects.cosines(words.subjects.vector(query.subject.grams))
            let codes = CPVLikeness(query.branches, in: snapshot).values
            let whole = Self.titleShare + Self.partShare + Self.subjectShare + Self.cpvShare
            for number in sums.indices {
                let wording = Self.titleShare * titles[number] + Self.partShare * parts[number]
                sums[number] = (wording + Self.subjectShare * subjects[number] + Self.cpvShare * codes[number]) / whole
            }
        }
        for procurement in query.silenced { sums[Int(procurement)] = 0 }
        for number in sums.indices where sums[number] > 0 {
            let isSameBuyer = query.buyer.map { table.buyers[number].contains($0) } ?? false
            let close = isSameBuyer ? sums[number] * Self.sameBuyer : sums[number]
            procurements.append(Int32(number))
            likeness.append(sums[number])
            self.titles.append(titles[number])
            aged.append(close * Self.ageing(of: table.dates[number], latest: snapshot.background.latest))
            let winners = Float(max(1, table.winners.range(number).count))
            crowd.append(Logarithm.exponential(Self.crowdExponent * Logarithm.natural(winners)))
        }
        nearest = Selection.best(likeness, Self.circle)
    }

    private static func ageing(of date: Int32, latest: Int32?) -> Float {
        guard date != ProcurementTable.unknownDate, let latest else { return Logarithm.exponential(-yearlyDecay) }
        return Logarithm.exponential(-yearlyDecay * Float(latest - date) / 365)
    }

    /// How like a past procurement is; 0 for one that may not speak or is not alike.
    func likeness(of procurement: Int32) -> Float {
        var low = 0
        var high = procurements.count
        while low < high {
            let middle = (low + high) / 2
            if procurements[middle] < procurement { low = middle + 1 } else { high = middle }
        }
        return low < procurements.count && procurements[low] == procurement ? likeness[low] : 0
    }
}

/// The information content of the deepest CPV branch that the query shares with each procurement, in [0, 1].
struct CPVLikeness: Sendable {
    /// By procurement.
    let values: [Float]

    init(_ branches: [CPVBranch], in snapshot: IndexSnapshot) {
        let table = snapshot.procurements
        var values = [Float](repeating: 0, count: table.count)
        let largest = Logarithm.natural(Float(table.count + 1))
        for branch in branches {
            for digits in 2...max(2, branch.digits) {
                let shared = snapshot.cpv.branch(branch.prefix(digits), digits: digits)
                let content = max(0, (largest - Logarithm.natural(Float(shared.count + 1))) / largest)
                for procurement in shared where values[Int(procurement)] < content {
                    values[Int(procurement)] = content
                }
            }
        }
        self.values = values
    }
}
