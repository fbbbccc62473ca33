/// Whether the supplier has won procurements with the strategic goals sought (BT-06 and its details).
///
/// The share of the wanted goals that stand in at least one of its wins. Unknown where none is wanted, or none of its
/// wins states any goal.
struct GoalsSignal: Signal {
    static let name = SignalName.goals
    let bound: SignalBound
    private let wanted: Set<String>
    private let match: MatchContext

    init(_ match: MatchContext) {
        self.match = match
        wanted = Set(match.query.source.goals).subtracting(["none"])
        bound = wanted.isEmpty ? .unknown : .any(most: 1)
    }

    func values(of suppliers: [Int32]) -> [Float] {
        guard !wanted.isEmpty else { return suppliers.map { _ in .nan } }
        return suppliers.map { supplier in
            let met = Self.goals(of: Int(supplier), in: match)
            return met.isEmpty ? .nan : Float(wanted.intersection(met).count) / Float(wanted.count)
        }
    }

    func measures(of supplier: Int) -> [String: Float] {
        ["goals": value(of: supplier)]
    }

    func because(_ supplier: Int, value: Float?) -> String {
        let phrases = match.phrases
        guard value != nil else {
            return phrases.pick(sv: "Inga strategiska mål att jämföra.", en: "No strategic goals to compare.")
        }
        let met = Self.goals(of: supplier, in: match).intersection(match.query.source.goals)
        let names = met.sorted().map(phrases.goal).joined(separator: ", ")
        return met.isEmpty
            ? phrases.pick(
                sv: "Det som företaget vunnit hade andra strategiska mål.", en: "Its wins had other strategic goals.")
            : phrases.pick(
                sv: "Har vunnit upphandlingar med dessa mål: \(names).",
                en: "Has won procurements with these goals: \(names).")
    }

    private static func goals(of supplier: Int, in match: MatchContext) -> Set<String> {
        let table = match.snapshot.procurements
        return Set(match.awards(of: supplier).flatMap { table.goals(of: Int($0)) }.map { table.goalCodes[Int($0)] })
    }
}
