/// Whether the supplier has won from this buyer before. Weak on purpose: it must not shut newcomers out.
///
/// ln(1 + wins from the buyer). Unknown where the buyer is unknown.
struct BuyerSignal: Signal {
    var name: SignalName { .buyer }

    func values(in match: MatchContext) -> SignalValues {
        guard match.query.buyer != nil else { return .unknown }
        let wins = wins(match)
        return .byClass(
            .all, [Curves.buyer(0)],
            exceptions: wins.touched.sorted().map { ($0, Curves.buyer(Logarithm.natural(1 + wins[$0]))) })
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let phrases = match.phrases
        guard value != nil, let buyer = match.query.buyer else {
            return phrases.pick("The buyer has not bought before.", "Köparen har inte köpt tidigare.")
        }
        let name = match.snapshot.procurements.buyerNames[Int(buyer)]
        let wins = Int(wins(match)[Int32(supplier)])
        return phrases.pick("Wins from \(name) before: \(wins).", "Tidigare vinster hos \(name): \(wins).")
    }

    private func wins(_ match: MatchContext) -> SupplierSums {
        var wins = SupplierSums(match.snapshot.suppliers.count)
        guard let buyer = match.query.buyer else { return wins }
        let table = match.snapshot.procurements
        for procurement in table.procurementsOfBuyer[Int(buyer)] where !match.query.silenced.contains(procurement) {
            for winner in table.winners[Int(procurement)] { wins.add(1, to: winner) }
        }
        return wins
    }
}
