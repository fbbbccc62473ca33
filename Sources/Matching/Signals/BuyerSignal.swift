/// Whether the supplier has won from this buyer before. Weak on purpose: it must not shut newcomers out.
///
/// value = wins from the buyer / (wins from the buyer + 2). Unknown where the buyer is unknown.
struct BuyerSignal: Signal {
    var name: SignalName { .buyer }

    func values(in match: MatchContext) -> SignalValues {
        guard match.query.buyer != nil else { return .unknown }
        return .bySupplier(
            (0..<match.snapshot.suppliers.count).map { supplier in
                let wins = Float(wins(of: supplier, in: match))
                return wins / (wins + 2)
            })
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        let phrases = match.phrases
        guard value != nil, let buyer = match.query.buyer else {
            return phrases.pick("The buyer has not bought before.", "Köparen har inte köpt tidigare.")
        }
        let name = match.snapshot.procurements.buyerNames[Int(buyer)]
        let wins = wins(of: supplier, in: match)
        return phrases.pick("Has won \(wins) times from \(name).", "Har vunnit \(wins) gånger hos \(name).")
    }

    private func wins(of supplier: Int, in match: MatchContext) -> Int {
        guard let buyer = match.query.buyer else { return 0 }
        let table = match.snapshot.procurements
        return match.awards(of: supplier).count { table.buyers[Int($0)].contains(buyer) }
    }
}
