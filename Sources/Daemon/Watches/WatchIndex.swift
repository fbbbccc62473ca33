import Matching
import Procurement
import Store

/// Everybody's watches, laid out to be held against what is new. Made anew when a watch, a category or a challenge changes.
struct WatchIndex: Sendable {
    let watches: [StoredWatch]
    let revision: Int
    let categories: [Category]
    let challenges: [Challenge]
    /// Of the watches, by their places; those that can't be read any more match nothing.
    private let percolator: Percolator
    /// By what changes who is among the first, of the watches that tell of that: their places.
    private let ranking: Percolator
    private let ranked: [Int]
    private let readings: [Int64: WatchReading]

    /// - Parameter earlier: what of it is the same isn't read again.
    init(
        _ watches: [StoredWatch], revision: Int, categories: [Category], challenges: [Challenge],
        earlier: WatchIndex? = nil
    ) {
        self.watches = watches
        self.revision = revision
        self.categories = categories
        self.challenges = challenges
        let readings = watches.map { watch in
            if let known = earlier?.readings[watch.id], known.isOf(watch) { return Optional(known) }
            return try? WatchReading(watch)
        }
        self.readings = Dictionary(
            zip(watches, readings).compactMap { watch, reading in reading.map { (watch.id, $0) } }
        ) { first, _ in first }
        percolator = Percolator(readings.map { (try? $0?.criteria(categories, challenges)) ?? WatchCriteria() })
        ranked = watches.indices.filter { watches[$0].watch.tells.contains(.supplier) }
        ranking = Percolator(
            ranked.map { (try? readings[$0]?.subject(categories, challenges)) ?? WatchCriteria() })
    }

    /// The watches whose question a notice answers.
    func watches(for notice: IncomingNotice) -> [StoredWatch] { percolator.matches(notice).map { watches[$0] } }

    /// The watches whose first suppliers a settled procurement may change.
    func toRank(by notice: IncomingNotice) -> [StoredWatch] {
        ranked.isEmpty ? [] : ranking.matches(notice).map { watches[ranked[$0]] }
    }
}
