import Dialogue
import Matching
import Procurement

/// Every supplier's score for one need, in both languages that people are spoken to.
struct NeedBoard {
    private let query: MatchQuery
    private let snapshot: IndexSnapshot
    private let weights: Weights
    private let english: Scoreboard
    /// From this score up a supplier is a candidate.
    let least: Points

    /// - Parameter reach: the share of the best score from which a supplier is a candidate, in millionths.
    init(_ query: MatchQuery, in market: Market, weights: Weights, reach: Int) {
        self.query = query
        snapshot = market.snapshot
        self.weights = weights
        english = Scoreboard(query, in: market.snapshot, Matching.MatchOptions(weights: weights))
        // A score of 0 fits nothing.
        least = Points(millionths: max(1, english.best.millionths * reach / 1_000_000))
    }

    var considered: Int { english.considered }

    func candidates() -> [(profile: SupplierProfile, score: Points)] {
        english.suppliers(from: least)
    }

    /// Zero for a supplier that isn't known.
    func score(of supplier: SupplierID) -> Points { english.score(of: supplier) ?? .zero }

    /// What speaks for each of some suppliers.
    func because(_ suppliers: [SupplierID], most: Int = 2) -> [SupplierID: [BilingualText]] {
        guard !suppliers.isEmpty else { return [:] }
        let swedish = Scoreboard(query, in: snapshot, Matching.MatchOptions(language: .sv, weights: weights))
        var found: [SupplierID: [BilingualText]] = [:]
        for supplier in suppliers {
            found[supplier] = zip(
                swedish.because(supplier, most: most), english.because(supplier, most: most)
            ).map { BilingualText(sv: $0, en: $1) }
        }
        return found
    }
}

extension Market {
    /// The suppliers that a filter lets through; `nil`: all.
    func admitted(_ filter: Matching.SupplierFilter?) -> Set<SupplierID>? {
        guard let filter, filter != Matching.SupplierFilter() else { return nil }
        let board = Scoreboard(MatchQuery(title: ""), in: snapshot, Matching.MatchOptions(filter: filter))
        return Set(board.suppliers(from: .zero).map(\.profile.id))
    }

    /// - Parameter parameter: where the id stands, for the error.
    func company(_ id: String, at parameter: String) throws(NotFound) -> Company {
        guard let profile = snapshot.profile(of: SupplierID(id)) else {
            throw NotFound(parameter: parameter, id: id, hint: "suppliers.find finds the ids that are known")
        }
        return Company(profile)
    }
}

extension Company {
    init(_ profile: SupplierProfile) {
        self.init(id: profile.id, name: profile.name, size: profile.size, isNewcomer: profile.isNewcomer)
    }
}

extension Category {
    /// Its name in both languages; each stands in for the other.
    var bothNames: BilingualText {
        let sv = name["sv"] ?? name[""] ?? name["en"] ?? id.rawValue
        return BilingualText(sv: sv, en: name["en"] ?? sv)
    }
}
