import Containers
import Procurement

/// What the signals of one match share. It belongs to the thread that made it.
final class MatchContext {
    let snapshot: IndexSnapshot
    let query: AnalysedQuery
    /// What is asked in words, and what speaks for each firm; nil for a notice.
    let answer: QuestionAnswer?
    let neighbourhood: Neighbourhood
    let phrases: Phrases
    /// Suppliers with a win that may not speak: what the snapshot has computed beforehand is wrong for them. Ascending.
    let silencedWinners: [Int32]

    static let evidenceShown = 3
    /// How many are compared for what is left of those, where none of a supplier's wins was compared before.
    static let evidenceCompared = 6
    private var references: [Int32: Phrases.Reference] = [:]
    private var gathered: [Int: [(procurement: Int32, likeness: Float)]] = [:]

    init(_ query: MatchQuery, in snapshot: IndexSnapshot, phrases: Phrases) {
        self.snapshot = snapshot
        self.query = AnalysedQuery(query, in: snapshot)
        self.phrases = phrases
        answer = QuestionAnswer(self.query, in: snapshot)
        neighbourhood =
            answer.map { Neighbourhood($0.likeness, in: snapshot) } ?? Neighbourhood(self.query, in: snapshot)
        silencedWinners = Set(self.query.silenced.flatMap { snapshot.procurements.winners[Int($0)] }).sorted()
    }

    /// How far what the register says of suppliers is about what a notice is about, in their order.
    func descriptions(of suppliers: [Int32]) -> [Float] {
        neighbourhood.comparison?.descriptions(of: suppliers) ?? suppliers.map { _ in 0 }
    }

    /// The past procurements that the supplier won and that may speak, in ascending order of date.
    func awards(of supplier: Int) -> [Int32] {
        let awards = snapshot.procurements.awards[supplier]
        return query.silenced.isEmpty ? Array(awards) : awards.filter { !query.silenced.contains($0) }
    }

    /// How often the supplier won where it may speak, as everybody counts it: each set of lots once.
    func winCount(of supplier: Int) -> Int {
        let table = snapshot.procurements
        if table.winsOfAwards.isEmpty { return awardCount(of: supplier) }
        return table.awards.range(supplier).reduce(0) { sum, index in
            query.silenced.contains(table.awards.items[index]) ? sum : sum + Int(table.winsOfAwards[index])
        }
    }

    /// How many of the procurements that the supplier won may speak.
    func awardCount(of supplier: Int) -> Int {
        query.silenced.isEmpty ? snapshot.wins(of: supplier) : awards(of: supplier).count
    }

    /// The supplier's wins that are most like what is sought, the most alike first, of equals the latest: three at most.
    func evidence(of supplier: Int) -> [(procurement: Int32, likeness: Float)] {
        if gathered[supplier] == nil { gatherEvidence(of: [supplier]) }
        return gathered[supplier] ?? []
    }

    /// Looks for the evidence of several suppliers at once, which is sooner done than one by one.
    func gatherEvidence(of suppliers: [Int]) {
        var found: [[(procurement: Int32, likeness: Float)]] = []
        // What was not found worth comparing is less like it than what was, and asked for only where places are left.
        var others: [Int32] = []
        var othersOf: [Range<Int>] = []
        for supplier in suppliers {
            let awards = awards(of: supplier)
            let known = neighbourhood.known(awards)
            let start = others.count
            if known.count < Self.evidenceShown, known.count < awards.count {
                others += neighbourhood.promising(
                    awards.filter { award in !known.contains { $0.procurement == award } },
                    Self.evidenceCompared - known.count)
            }
            found.append(known)
            othersOf.append(start..<others.count)
        }
        let likeness = neighbourhood.likeness(of: others)
        for (place, supplier) in suppliers.enumerated() {
            var evidence = found[place]
            for index in othersOf[place] where likeness[index] > 0 { evidence.append((others[index], likeness[index])) }
            evidence.sort { ($1.likeness, $1.procurement) < ($0.likeness, $0.procurement) }
            evidence.removeLast(max(0, evidence.count - Self.evidenceShown))
            gathered[supplier] = evidence
        }
    }

    /// A code as a sentence names it: `60130000, Skolskjuts` by the list of codes that was imported, else
    /// `60130000 in 60, Transport services (excl. Waste transport)`.
    func named(_ code: CPVCode) -> String {
        if let label = snapshot.words.labels.label(code) { return "\(code), \(label)" }
        guard let division = CPVDivision.label(of: code) else { return "\(code)" }
        let digits = division.code.description.prefix(2)
        return phrases.pick(
            sv: "\(code) i \(digits), \(division.swedish ?? "")", en: "\(code) in \(digits), \(division.english ?? "")")
    }

    /// What a procurement is called by. Many suppliers have won the same, and sentences and evidence name it.
    func reference(_ procurement: Int32) -> Phrases.Reference {
        if let known = references[procurement] { return known }
        let reference = Phrases.Reference(
            title: snapshot.procurements.titles[Int(procurement)],
            buyer: snapshot.procurements.buyerName(Int(procurement)),
            date: snapshot.procurements.date(Int(procurement)))
        references[procurement] = reference
        return reference
    }
}
