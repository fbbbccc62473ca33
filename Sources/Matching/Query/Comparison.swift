import Procurement

/// A query laid out to be compared with many past procurements, by the formulas of `Neighbourhood`, and with what the register
/// says that suppliers do.
struct Comparison: Sendable {
    let about: Neighbourhood.Shares
    /// Nil where no code is sought.
    let codes: CPVLikeness?
    /// The runs of title and subject, each with what it adds to the likeness of a text of length 1.
    let runs: [TermWeight]
    private let worded: Neighbourhood.Shares
    private let snapshot: IndexSnapshot
    /// Its runs and its parts, compared with titles.
    private let title: TermVectors.ExpandedVector
    /// What it is about, compared with what procurements and suppliers' descriptions are about.
    private let subject: TermVectors.ExpandedVector

    init(_ query: AnalysedQuery, in snapshot: IndexSnapshot) {
        let words = snapshot.words
        let hasCodes = !query.branches.isEmpty
        let about = Neighbourhood.about(hasCodes: hasCodes)
        let title = words.titles.vector(query.title.grams)
        let subject = hasCodes ? words.subjects.vector(query.subject.grams).telling : []
        self.about = about
        self.snapshot = snapshot
        worded = Neighbourhood.Shares(cpv: 0, title: 0.6, parts: 0.2, subject: 0.2, hasCodes: hasCodes)
        codes = hasCodes ? CPVLikeness(query.branches, in: snapshot) : nil
        self.title = .init((title, words.titles), (words.parts.vector(query.title.parts), words.parts))
        self.subject = .init(
            (subject, words.subjects),
            (words.descriptions.vector(query.subject.grams).telling, words.descriptions), haveSameTerms: true)
        let titleRuns = title.map {
            TermWeight(term: $0.term, weight: about.title * $0.weight * words.titles.idf[Int($0.term)])
        }
        let subjectRuns = subject.map {
            TermWeight(term: $0.term, weight: about.subject * $0.weight * words.subjects.idf[Int($0.term)])
        }
        runs = TermWeight.sum(titleRuns, subjectRuns)
    }

    /// The likeness and the wording of these procurements, in their order.
    func values(of procurements: [Int32]) -> (likeness: [Float], wording: [Float]) {
        let words = snapshot.words
        let titles = words.titles.cosines(procurements, title)
        let parts = words.parts.cosines(procurements, title)
        let subjects = words.subjects.cosines(procurements, subject)
        let setOf = snapshot.procurements.cpv.setOf
        var likeness = [Float](repeating: 0, count: procurements.count)
        var wording = likeness
        for position in procurements.indices {
            let (title, part, subject) = (titles[position].x, parts[position].y, subjects[position].x)
            let set = Int(setOf[Int(procurements[position])])
            var like = about.cpv * (codes?.bySet[set] ?? 0)
            like = like + about.title * title + about.parts * part + about.subject * subject
            let worded = worded.title * title + worded.parts * part + worded.subject * subject
            likeness[position] = like
            wording[position] = worded
        }
        return (likeness, wording)
    }

    /// The cosines of the subject and what the register says that suppliers do, in their order.
    func descriptions(of suppliers: [Int32]) -> [Float] {
        snapshot.words.descriptions.cosines(suppliers, subject).map(\.y)
    }
}

extension [TermWeight] {
    /// The terms that make up 95 % of a unit vector's squared length: half of them. The others, which very many texts hold,
    /// add little, and that to nearly every text.
    fileprivate var telling: [TermWeight] {
        var sum: Float = 0
        var least: Float = 0
        for coordinate in sorted(by: { $0.weight > $1.weight }) where sum < 0.95 {
            least = coordinate.weight
            sum += least * least
        }
        return filter { $0.weight >= least }
    }
}

extension TermWeight {
    /// Two vectors in ascending order of the term as one.
    static func sum(_ left: [TermWeight], _ right: [TermWeight]) -> [TermWeight] {
        var result: [TermWeight] = []
        result.reserveCapacity(left.count + right.count)
        var (one, other) = (0, 0)
        while one < left.count || other < right.count {
            if other == right.count || (one < left.count && left[one].term < right[other].term) {
                result.append(left[one])
                one += 1
            } else if one == left.count || right[other].term < left[one].term {
                result.append(right[other])
                other += 1
            } else {
                result.append(TermWeight(term: left[one].term, weight: left[one].weight + right[other].weight))
                one += 1
                other += 1
            }
        }
        return result
    }
}
