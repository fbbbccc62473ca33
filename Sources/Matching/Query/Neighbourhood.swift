import Procurement

/// The past procurements that are like what is sought, and how like: what most signals stand on.
///
/// Of what it is about: likeness = (0.25 · CPV + 0.40 · title + 0.15 · parts + 0.50 · subject) / 1.30.
/// Of how it is worded: wording = 0.6 · title + 0.2 · parts + 0.2 · subject.
/// Each lies in [0, 1]. Title and subject are cosines of four-character runs, parts of the stems of compound parts. CPV
/// is the information content of the deepest shared branch (Resnik 1995, "Using information content to evaluate
/// semantic similarity in a taxonomy") as a share of the largest possible. A query without codes leaves CPV and subject
/// out. For a category, all that lies in its branches has 1 in both.
struct Neighbourhood: Sendable {
    struct Shares {
        let cpv, title, parts, subject: Float

        init(cpv: Float, title: Float, parts: Float, subject: Float, hasCodes: Bool) {
            let whole = title + parts + (hasCodes ? cpv + subject : 0)
            self.cpv = cpv / whole
            self.title = title / whole
            self.parts = parts / whole
            self.subject = subject / whole
        }
    }

    /// What is less than a tenth as like as the nearest (0.5 at most) is left out: it would weigh next to nothing.
    private static let horizon: Float = 0.1
    /// How many of the nearest an explanation speaks of.
    static let circle = 40

    /// Ascending. The other arrays go with this one.
    private(set) var procurements: [Int32] = []
    /// Of what it is about.
    private(set) var likeness: [Float] = []
    /// Of how it is worded.
    private(set) var wording: [Float] = []
    /// likeness⁶ · crowd: what a procurement weighs where its winners stand for a kind of supplier.
    private(set) var weights: [Float] = []
    /// likeness³ · crowd: the same where a wider circle is asked, as few procurements can answer.
    private(set) var wideWeights: [Float] = []
    /// The positions in `procurements` of the most alike, the most alike first.
    private(set) var nearest: [Int32] = []

    init(_ query: AnalysedQuery, in snapshot: IndexSnapshot) {
        let words = snapshot.words
        var titles = words.titles.cosines(words.titles.vector(query.title.grams))
        let parts = words.parts.cosines(words.parts.vector(query.title.parts))
        let hasCodes = !query.branches.isEmpty
        let about = Self.about(hasCodes: hasCodes)
        let worded = Shares(cpv: 0, title: 0.6, parts: 0.2, subject: 0.2, hasCodes: hasCodes)
        let none = [Float](repeating: 0, count: titles.count)
        let subjects = hasCodes ? words.subjects.cosines(words.subjects.vector(query.subject.grams)) : none
        var likeness = hasCodes ? CPVLikeness(query.branches, in: snapshot).values : none
        for number in likeness.indices {
            let (title, part, subject) = (titles[number], parts[number], subjects[number])
            likeness[number] =
                about.cpv * likeness[number] + about.title * title + about.parts * part + about.subject * subject
            titles[number] = worded.title * title + worded.parts * part + worded.subject * subject
        }
        if query.isByBranch { Self.embrace(query.branches, in: snapshot, likeness: &likeness, wording: &titles) }
        for procurement in query.silenced { likeness[Int(procurement)] = 0 }
        let floor = max(.leastNormalMagnitude, Self.horizon * min(0.5, likeness.max() ?? 0))
        let count = likeness.count { $0 >= floor }
        procurements.reserveCapacity(count)
        self.likeness.reserveCapacity(count)
        wording.reserveCapacity(count)
        weights.reserveCapacity(count)
        wideWeights.reserveCapacity(count)
        for number in likeness.indices where likeness[number] >= floor {
            let like = likeness[number]
            procurements.append(Int32(number))
            self.likeness.append(like)
            wording.append(titles[number])
            let cube = like * like * like
            weights.append(cube * cube * snapshot.background.crowd[number])
            wideWeights.append(cube * snapshot.background.crowd[number])
        }
        nearest = Selection.best(self.likeness, Self.circle)
    }

    /// Of what it is about.
    static func about(hasCodes: Bool) -> Shares {
        Shares(cpv: 0.25, title: 0.4, parts: 0.15, subject: 0.5, hasCodes: hasCodes)
    }

    /// For a category: what lies in its branches is as like as can be, and what lies in the same division a little
    /// (0.6⁶ is 0.05).
    private static func embrace(
        _ branches: [CPVBranch], in snapshot: IndexSnapshot, likeness: inout [Float], wording: inout [Float]
    ) {
        for branch in branches {
            for number in snapshot.cpv.branch(branch.prefix(2), digits: 2) {
                likeness[Int(number)] = max(likeness[Int(number)], 0.6)
            }
        }
        for branch in branches {
            for number in snapshot.cpv.branch(branch.prefix(branch.digits), digits: branch.digits) {
                likeness[Int(number)] = 1
                wording[Int(number)] = 1
            }
        }
    }

    /// How like a past procurement is; 0 for one that may not speak or is not alike.
    func likeness(of procurement: Int32) -> Float { position(of: procurement).map { likeness[$0] } ?? 0 }

    func position(of procurement: Int32) -> Int? {
        var low = 0
        var high = procurements.count
        while low < high {
            let middle = (low + high) / 2
            if procurements[middle] < procurement { low = middle + 1 } else { high = middle }
        }
        return low < procurements.count && procurements[low] == procurement ? low : nil
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
                let content = Self.content(holders: shared.count, largest: largest)
                for procurement in shared where values[Int(procurement)] < content {
                    values[Int(procurement)] = content
                }
            }
        }
        self.values = values
    }

    /// The same of codes that no procurement of the snapshot has to have.
    static func content(of codes: [CPVCode], _ branches: [CPVBranch], in snapshot: IndexSnapshot) -> Float {
        let largest = Logarithm.natural(Float(snapshot.procurements.count + 1))
        var best: Float = 0
        for branch in branches {
            for digits in 2...max(2, branch.digits)
            where codes.contains(where: { $0.depth >= digits && $0.prefix(digits) == branch.prefix(digits) }) {
                let shared = snapshot.cpv.branch(branch.prefix(digits), digits: digits)
                best = max(best, content(holders: shared.count, largest: largest))
            }
        }
        return best
    }

    private static func content(holders: Int, largest: Float) -> Float {
        largest > 0 ? max(0, (largest - Logarithm.natural(Float(holders + 1))) / largest) : 0
    }
}
