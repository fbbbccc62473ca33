import Containers
import Procurement

/// The market as if a part of the history's wins were known only as tenders, beside tenders made up by chance.
///
/// No real notices tell who tendered and lost, so what `ParticipationSignal` is worth can be bounded, not measured. Whoever won
/// did tender: a win that is kept back tells of a true tender by a firm that can win, which flatters. A tender by chance, of a
/// firm of a winner's industry, tells nothing that the industry doesn't, which wrongs. Real losers lie in between.
struct HiddenWins: Sendable {
    /// The facts with the history changed. What is asked about stays.
    let facts: MarketFacts

    /// - Parameters:
    ///   - percent: of the history's wins, how many are known only as tenders. A procurement keeps one winner at least.
    ///   - chance: how many firms, drawn from the industries of its winners, each procurement of the history has besides that
    ///     tendered and lost.
    ///   - ends: the last day of the history.
    init(_ facts: MarketFacts, percent: Int, chance: Int, until ends: CalendarDate) {
        guard percent > 0 || chance > 0 else {
            self.facts = facts
            return
        }
        let industries = Dictionary(
            facts.suppliers.map { ($0.id, $0.register?.sni ?? "") }, uniquingKeysWith: { first, _ in first })
        let firms = Dictionary(grouping: industries.keys.sorted()) { industries[$0] ?? "" }
        var changed = facts
        for place in facts.procurements.indices {
            var procurement = facts.procurements[place]
            guard !procurement.wins.isEmpty, procurement.date.map({ $0 <= ends }) ?? true else { continue }
            let winners = Set(procurement.wins.map(\.supplier)).sorted()
            func draw(_ purpose: String) -> SplitMix64 {
                SplitMix64(seed: Self.seed(procurement.notice.rawValue + purpose))
            }
            var outcomes = draw("hidden")
            let shuffled = winners.shuffled(using: &outcomes)
            let hidden = Set(shuffled.dropFirst().filter { _ in Int.random(in: 0..<100, using: &outcomes) < percent })
            procurement.wins.removeAll { hidden.contains($0.supplier) }
            var losers = Set(procurement.losers).union(hidden)
            var chances = draw("chance")
            for _ in 0..<chance {
                guard let model = winners.randomElement(using: &chances),
                    let firm = firms[industries[model] ?? ""]?.randomElement(using: &chances)
                else { continue }
                losers.insert(firm)
            }
            procurement.losers = losers.subtracting(procurement.wins.map(\.supplier)).sorted()
            changed.procurements[place] = procurement
        }
        self.facts = changed
    }

    /// FNV-1a, 64 bits (Fowler, Noll & Vo 1991).
    private static func seed(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
