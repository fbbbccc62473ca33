/// Whether the supplier has won from this buyer before. Weak on purpose, and switched off with a weight of 0: it must not
/// shut newcomers out.
///
/// ln(1 + wins from the buyer). Unknown where the buyer is unknown or has not bought before.
struct BuyerSignal: Signal {
    static let name = SignalName.buyer
    let values: SignalValues
    private let match: MatchContext
    private let wins: SupplierSums

    init(_ match: MatchContext) {
        self.match = match
        var wins = SupplierSums(match.snapshot.suppliers.count)
        if let buyer = match.query.buyer {
            let table = match.snapshot.procurements
            for procurement in table.procurementsOfBuyer[Int(buyer)] where !match.query.silenced.contains(procurement) {
                for winner in table.winners[Int(procurement)] { wins.add(1, to: winner) }
            }
            values = .byClass(
                .all, [Curves.buyer(0)],
                exceptions: wins.touched.sorted().map {
                    .init(supplier: $0, value: Curves.buyer(Logarithm.natural(1 + wins[$0])))
                })
        } else {
            values = .unknown
        }
        self.wins = wins
    }

    func measures(of supplier: Int) -> [String: Float] { ["buyer": Logarithm.natural(1 + wins[Int32(supplier)])] }

    func because(_ supplier: Int, value: Float?) -> String {
        let phrases = match.phrases
        guard value != nil, let buyer = match.query.buyer else {
            return phrases.pick("The buyer has not bought before.", "Köparen har inte köpt tidigare.")
        }
        let name = match.snapshot.procurements.buyerNames[Int(buyer)]
        let wins = Int(wins[Int32(supplier)])
        return phrases.pick("Wins from \(name) before: \(wins).", "Tidigare vinster hos \(name): \(wins).")
    }
}
