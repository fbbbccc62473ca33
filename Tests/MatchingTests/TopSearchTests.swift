import Containers
import Language
import Procurement
import Testing

@testable import Matching

/// What is found without a look at everything, against what a look at everything finds.
@Suite struct TopSearchTests {
    /// A market in which suppliers have everything that a signal can go by, and some of them nothing.
    private func market(_ seed: UInt64) -> Market {
        var market = Market.random(seed: seed, suppliers: 400, procurements: 900)
        var generator = SplitMix64(seed: seed &+ 5)
        let words = ["buss", "taxi", "städning", "golvvård", "bröd", "mejeri", "tak", "rivning", "arkitekt", "ritning"]
        let codes = ["60130000", "90910000", "15810000", "45261000", "71200000", "30000000"]
        for number in market.facts.suppliers.indices where Bool.random(using: &generator) {
            var entry = market.facts.suppliers[number].register ?? RegisterEntry(name: "")
            entry.description = (0..<8).map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
            entry.cpv = (0..<3).compactMap { _ in codes.randomElement(using: &generator).flatMap { CPVCode($0) } }
            entry.nuts =
                ["SE110", "SE224", "SE331"].randomElement(using: &generator).flatMap { NUTSCode($0) }
                .map { [$0] } ?? []
            market.facts.suppliers[number].register = entry
        }
        for place in market.facts.procurements.indices where Bool.random(using: &generator) {
            var procurement = market.facts.procurements[place]
            let losers = (0..<3).compactMap { _ in market.facts.suppliers.randomElement(using: &generator)?.id }
            procurement.losers = Set(losers).subtracting(procurement.wins.map(\.supplier)).sorted()
            market.facts.procurements[place] = procurement
        }
        return market
    }

    private func queries(_ market: Market) -> [MatchQuery] {
        var patterns = MatchQuery("Städning och golvvård i Lund", nuts: ["SE224"], goals: ["env-imp"])
        patterns.cpvPatterns = ["9*", "151*"].compactMap { CPVPattern($0) }
        return market.facts.procurements.prefix(3).map { MatchQuery($0) } + [
            MatchQuery("Taxi och skolskjuts", buyer: "Umeå kommun"), MatchQuery("qwxz"), patterns,
        ]
    }

    /// All scores, sorted: equal ones by the supplier's number, which is its place by id.
    private func plain(_ scoring: Scoring, _ limit: Int) -> [Int] {
        let admitted = scoring.scores.indices.filter { scoring.scores[$0] >= 0 }
        return Array(
            admitted.sorted { (scoring.scores[$1], $0) < (scoring.scores[$0], $1) }.prefix(limit))
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func aShortListIsTheHeadOfAllScores(seed: UInt64) {
        let market = market(seed)
        let rejected = (0..<30).map { number in
            Verdict(
                need: MatchQuery("Taxi och skolskjuts", buyer: "Umeå kommun"),
                supplier: market.facts.suppliers[number * 3].id, isAccepted: number.isMultiple(of: 2))
        }
        let snapshot = market.snapshot().with(rejected, generation: 1)
        var favouring = Weights.standard
        for signal in SignalName.allCases { favouring[signal] = 0.1 }
        let filters = [SupplierFilter(), SupplierFilter(sizes: [.small]), SupplierFilter(newcomers: true)]
        for query in queries(market) {
            for weights in [Weights.standard, favouring] {
                for filter in filters {
                    for limit in [1, 10, 39] {
                        let options = MatchOptions(limit: limit, weights: weights, filter: filter)
                        let scoring = Scoring(query, in: snapshot, options: options)
                        #expect(scoring.order(limit: limit) == plain(scoring, limit))
                    }
                }
            }
        }
    }

    @Test(arguments: [1, 2] as [UInt64])
    func theMostAlikeAreFound(seed: UInt64) {
        let market = market(seed)
        let snapshot = market.snapshot()
        for query in queries(market) {
            let comparison = Comparison(AnalysedQuery(query, in: snapshot), in: snapshot)
            let found = Set(
                NeighbourCandidates(
                    comparison.runs, codes: comparison.codes, share: comparison.about.cpv, in: snapshot, most: 60
                ).procurements)
            // What it goes by: all but the parts, as if the title had the subject's length.
            let everyone = Array(0..<Int32(snapshot.procurementCount))
            let subjects = snapshot.words.subjects
            let runs = comparison.runs.map {
                TermWeight(term: $0.term, weight: $0.weight / subjects.idf[Int($0.term)])
            }
            var scores = subjects.cosines(everyone, subjects.expanded(runs)).map(\.x)
            for number in everyone.indices {
                let set = Int(snapshot.procurements.cpv.setOf[number])
                guard let codes = comparison.codes else { continue }
                scores[number] += comparison.about.cpv * codes.bySet[set]
            }
            let least = found.map { scores[Int($0)] }.min() ?? 0
            let missed = everyone.filter { !found.contains($0) }.map { scores[Int($0)] }.max() ?? 0
            #expect(found.count <= 60)
            #expect(missed <= least + 1e-3 || missed < 1e-3)
        }
    }
}
