/// Whether the supplier has won procurements with the strategic goals sought (BT-06 and its details).
///
/// value = share of the wanted goals that stand in at least one of its wins. Unknown where none is wanted, or none
/// of its wins states any goal.
struct GoalsSignal: Signal {
    var name: SignalName { .goals }

    func values(in match: MatchContext) -> SignalValues {
        let wanted = Set(match.query.source.goals).subtracting(["none"])
        guard !wanted.isEmpty else { return .unknown }
        return .bySupplier(
            (0..<match.snapshot.suppliers.count).map { supplier in
                let met = goals(of: supplier, in: match)
                return met.isEmpty ? .nan : Float(wanted.intersection(met).count) / Float(wanted.count)
            })
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let phrases = match.phrases
        guard value != nil else {
            return phrases.pick("No strategic goals to compare.", "Inga strategiska mål att jämföra.")
        }
        let met = goals(of: supplier, in: match).intersection(match.query.source.goals).sorted().joined(separator: ", ")
        return met.isEmpty
            ? phrases.pick("Its wins had other strategic goals.", "Dess vinster hade andra strategiska mål.")
            : phrases.pick(
                "Has won procurements with these goals: \(met).", "Har vunnit upphandlingar med målen \(met).")
    }

    private func goals(of supplier: Int, in match: MatchContext) -> Set<String> {
        let table = match.snapshot.procurements
        return Set(
            match.awards(of: supplier).flatMap { table.goals[Int($0)] })
    }
}
