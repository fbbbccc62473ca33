import Procurement

/// The past procurements that are like what is sought, and how like: what most signals stand on.
///
/// Of what it is about: likeness = (0.25 · CPV + 0.40 · title + 0.15 · parts + 0.50 · subject) / 1.30.
/// Of how it is worded: wording = 0.6 · title + 0.2 · parts + 0.2 · subject.
/// Each lies in [0, 1]. Title and subject are cosines of four-character runs, parts of the stems of compound parts. CPV
/// is the information content of the deepest shared branch (Resnik 1995, "Using information content to evaluate
/// semantic similarity in a taxonomy") as a share of the largest possible. A query without codes leaves CPV and subject
/// out. A question in words has one likeness for both (`QuestionLikeness`).
///
/// It belongs to the thread that made it.
final class Neighbourhood {
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
    /// likeness⁶ · crowd: what a procurement weighs where its winners stand for a kind of supplier. Of a question in words the
    /// same as `wideWeights`.
    private(set) var weights: [Float] = []
    /// likeness³ · crowd: the same where a wider circle is asked, as few procurements can answer.
    private(set) var wideWeights: [Float] = []
    /// The positions in `procurements` of the most alike, the most alike first.
    private(set) var nearest: [Int32] = []

    /// Nil for a question in words.
    let comparison: Comparison?
    /// Of a question in words: by past procurement.
    private let likenessToQuestion: [Float]
    private let floor: Float
    private let silenced: [Int32]
    /// By past procurement: how like it is by what is cheap to compute (`NeighbourCandidates`). Empty where all were compared.
    private let steps: [UInt16]

    init(_ query: AnalysedQuery, in snapshot: IndexSnapshot) {
        let comparison = Comparison(query, in: snapshot)
        let candidates = NeighbourCandidates(
            comparison.runs, codes: comparison.codes, share: comparison.about.cpv, in: snapshot)
        let found = candidates.procurements
        var values = comparison.values(of: found)
        for procurement in query.silenced {
            if let position = found.firstIndex(of: procurement) { values.likeness[position] = 0 }
        }
        let floor = max(.leastNormalMagnitude, Self.horizon * min(0.5, values.likeness.max() ?? 0))
        self.comparison = comparison
        likenessToQuestion = []
        self.floor = floor
        silenced = query.silenced
        steps = candidates.steps
        let count = values.likeness.count { $0 >= floor }
        procurements.reserveCapacity(count)
        likeness.reserveCapacity(count)
        wording.reserveCapacity(count)
        weights.reserveCapacity(count)
        wideWeights.reserveCapacity(count)
        for (position, number) in found.enumerated() where values.likeness[position] >= floor {
            let like = values.likeness[position]
            procurements.append(number)
            likeness.append(like)
            wording.append(values.wording[position])
            let cube = like * like * like
            let crowd = snapshot.crowd(Int(number))
            weights.append(cube * cube * crowd)
            wideWeights.append(cube * crowd)
        }
        nearest = Selection.best(self.likeness, Self.circle)
    }

    /// Of a question in words, by `QuestionLikeness`: what it is about and how it is worded are one.
    init(_ question: QuestionLikeness, in snapshot: IndexSnapshot) {
        comparison = nil
        likenessToQuestion = question.values
        floor = Self.horizon
        silenced = []
        steps = []
        for (number, like) in question.values.enumerated() where like >= Self.horizon {
            let cube = like * like * like
            let crowd = snapshot.crowd(number)
            procurements.append(Int32(number))
            likeness.append(like)
            wording.append(like)
            weights.append(cube * crowd)
            wideWeights.append(cube * crowd)
        }
        nearest = Selection.best(likeness, Self.circle)
    }

    /// Of what it is about.
    static func about(hasCodes: Bool) -> Shares {
        Shares(cpv: 0.25, title: 0.4, parts: 0.15, subject: 0.5, hasCodes: hasCodes)
    }

    /// Those of some past procurements, ascending, that belong to the neighbourhood, with how like they are.
    func known(_ awards: [Int32]) -> [(procurement: Int32, likeness: Float)] {
        var known: [(procurement: Int32, likeness: Float)] = []
        for award in awards {
            var low = 0
            var high = procurements.count
            while low < high {
                let middle = (low + high) / 2
                if procurements[middle] < award { low = middle + 1 } else { high = middle }
            }
            if low < procurements.count, procurements[low] == award { known.append((award, likeness[low])) }
        }
        return known
    }

    /// Of past procurements, those that are worth comparing for the few that are most like: by the cheap order, of equals the
    /// latest.
    func promising(_ awards: [Int32], _ count: Int) -> [Int32] {
        guard awards.count > count, !steps.isEmpty else { return awards }
        return awards.sorted { (steps[Int($1)], $1) < (steps[Int($0)], $0) }.prefix(count).sorted()
    }

    /// How like past procurements are, in their order; 0 for one that may not speak or is not alike.
    func likeness(of procurements: [Int32]) -> [Float] {
        var values = comparison?.values(of: procurements).likeness ?? procurements.map { likenessToQuestion[Int($0)] }
        for position in values.indices where values[position] < floor || silenced.contains(procurements[position]) {
            values[position] = 0
        }
        return values
    }
}
