import Language
import Procurement

/// One reason to put a supplier on the list.
///
/// A signal is a pure function of the snapshot and the query. It never sees the other signals.
protocol Signal: Sendable {
    var name: SignalName { get }
    /// One value in [0, 1] a supplier, NaN where the signal knows nothing of it.
    func values(in match: MatchContext) -> SignalValues
    /// One sentence on why a supplier has its value, with facts and numbers.
    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String
}

enum SignalValues: Sendable {
    /// The signal says nothing to this query.
    case unknown
    /// One a supplier, by number.
    case bySupplier([Float])

    subscript(supplier: Int) -> Float? {
        switch self {
        case .unknown: nil
        case .bySupplier(let values): values[supplier].isNaN ? nil : values[supplier]
        }
    }
}

/// All signals, in the order of `SignalName`.
enum Signals {
    static let all: [any Signal] = [
        ExperienceSignal(), ScopeSignal(), IndustrySignal(), WordsSignal(), RecencySignal(), CapacitySignal(),
        RegionSignal(), GoalsSignal(), BuyerSignal(), NewcomerSignal(),
    ]
}

/// What the signals of one match share. It belongs to the thread that made it.
final class MatchContext {
    let snapshot: IndexSnapshot
    let query: AnalysedQuery
    let similar: SimilarProcurements
    let phrases: Phrases
    /// By supplier: the votes of the procurements that it won.
    let votes: [Float]
    let totalVotes: Float

    init(_ query: MatchQuery, in snapshot: IndexSnapshot, builderLanguage: StemmedLanguage, phrases: Phrases) {
        self.snapshot = snapshot
        self.query = AnalysedQuery(query, in: snapshot, stemmer: Stemmer(builderLanguage))
        self.phrases = phrases
        similar = SimilarProcurements(self.query, in: snapshot)
        var votes = [Float](repeating: 0, count: snapshot.suppliers.count)
        let winners = snapshot.procurements.winners
        for procurement in 0..<winners.count where similar.votes[procurement] > 0 {
            for supplier in winners[procurement] { votes[Int(supplier)] += similar.votes[procurement] }
        }
        self.votes = votes
        totalVotes = votes.reduce(0, +)
    }

    /// The procurements that the supplier won and that may speak, by falling similarity.
    func wins(of supplier: Int) -> [Int32] {
        let similarity = similar.similarity
        return snapshot.procurements.awards[supplier].filter { similarity[Int($0)] > 0 }
            .sorted { (similarity[Int($1)], $0) < (similarity[Int($0)], $1) }
    }

    func reference(_ procurement: Int) -> Phrases.Reference {
        let table = snapshot.procurements
        return Phrases.Reference(
            title: table.titles[procurement], buyer: table.buyerName(procurement), date: table.date(procurement))
    }
}
