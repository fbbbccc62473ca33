import Containers

/// Whether the supplier has won from this buyer before, and from such buyers. Weak on purpose, and switched off with a
/// weight of 0: it must not shut newcomers out.
///
/// Wins from the buyer: ln(1 + wins from it). Kind: ln((wins from its kind of buyer + 2b) / ((wins + 2) · b)), where b
/// is the kind's share of all wins; a buyer whose kind is not known is a kind of its own. A supplier without a win
/// stands where the average does, at 0. A curve each, added. Unknown where no buyer is given, or one that has not bought
/// before and whose kind is not known.
struct BuyerSignal: Signal {
    private static let prior: Float = 2

    static let name = SignalName.buyer
    let bound: SignalBound
    private let match: MatchContext
    private let wins: SupplierSums
    /// The kind's share of all wins.
    private let share: Float

    init(_ match: MatchContext) {
        self.match = match
        let snapshot = match.snapshot
        let table = snapshot.procurements
        var wins = SupplierSums()
        if let buyer = match.query.buyer {
            for procurement in table.procurementsOfBuyer[Int(buyer)] where !match.query.silenced.contains(procurement) {
                for winner in table.winners[Int(procurement)] { wins.add(1, to: winner) }
            }
        }
        self.wins = wins
        let ofKind: Float
        if let kind = match.query.buyerKind {
            ofKind = Float(snapshot.background.winsByBuyerKind[kind.rawValue])
        } else {
            ofKind = wins.sums.reduce(0, +)
        }
        let share = (ofKind + 1) / Float(snapshot.awardCount + BuyerKind.allCases.count + 1)
        self.share = share
        bound =
            match.query.buyer != nil || match.query.buyerKind != nil
            ? .known(most: Curves.buyer.most + Curves.buyerKind.most) : .unknown
    }

    func values(of suppliers: [Int32]) -> [Float] {
        guard case .known = bound else { return suppliers.map { _ in .nan } }
        return suppliers.map { supplier in
            let inside = Self.inside(supplier, wins: wins, match)
            let all = Float(match.awardCount(of: Int(supplier)))
            return Curves.buyer(Logarithm.natural(1 + wins[supplier]))
                + Curves.buyerKind(Self.lift(inside: inside, wins: all, share: share))
        }
    }

    func measures(of supplier: Int) -> [String: Float] {
        let number = Int32(supplier)
        let inside = Self.inside(number, wins: wins, match)
        return [
            "buyer": Logarithm.natural(1 + wins[number]),
            "buyerKind": Self.lift(inside: inside, wins: Float(match.awardCount(of: supplier)), share: share),
        ]
    }

    func because(_ supplier: Int, value: Float?) -> String {
        let phrases = match.phrases
        let buyer = match.query.buyer.map { match.snapshot.procurements.buyerNames.text(Int($0)) }
        guard value != nil, let name = buyer ?? match.query.source.buyerName else {
            let source = match.query.source
            return source.buyerName == nil && source.buyerKey == nil
                ? phrases.pick(sv: "Ingen köpare är angiven.", en: "No buyer is given.")
                : phrases.pick(sv: "Köparen har inte köpt tidigare.", en: "The buyer has not bought before.")
        }
        let all = match.awardCount(of: supplier)
        guard all > 0 else {
            return phrases.pick(
                sv:
                    "Har ännu inte vunnit någon upphandling, vare sig hos \(name) eller någon annan; räknas som genomsnittet.",
                en: "No win is known, from \(name) or any other: it counts as the average."
            )
        }
        let wins = Int(wins[Int32(supplier)])
        let sentence = phrases.pick(
            sv: "Tidigare vunna upphandlingar hos \(name): \(wins)", en: "Procurements won from \(name) before: \(wins)"
        )
        guard let kind = match.query.buyerKind else { return sentence + "." }
        let inside = Int(Self.inside(Int32(supplier), wins: self.wins, match))
        let buyers = phrases.buyers(kind)
        return sentence
            + phrases.pick(
                sv: "; hos \(buyers): \(inside) av de \(all) som företaget vunnit.",
                en: "; from \(buyers): \(inside) of the \(all) that it won.")
    }

    /// Wins from the buyer's kind that may speak.
    private static func inside(_ supplier: Int32, wins: SupplierSums, _ match: MatchContext) -> Float {
        guard let kind = match.query.buyerKind else { return wins[supplier] }
        let table = match.snapshot.procurements
        var inside = 0
        for index in table.awards.range(Int(supplier)) {
            let procurement = table.awards.items[index]
            if table.buyerKind(of: Int(procurement)) == kind, !match.query.silenced.contains(procurement) {
                inside += 1
            }
        }
        return Float(inside)
    }

    private static func lift(inside: Float, wins: Float, share: Float) -> Float {
        Logarithm.natural((inside + prior * share) / ((wins + prior) * share))
    }
}
