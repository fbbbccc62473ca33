import Containers

/// Whether the supplier's name and the buyer's share a rare word: mostly a place, or an owner.
///
/// Σ ln(suppliers / those with the word in their names) / ln(suppliers) over the words that the two names share
/// (`NameWords`). Unknown where no buyer is given.
struct NamesakeSignal: Signal {
    static let name = SignalName.namesake
    let bound: SignalBound
    private let match: MatchContext
    private let shared: SupplierSums

    init(_ match: MatchContext) {
        self.match = match
        let shared = match.snapshot.words.nameWords.namesakes(of: match.query.source.buyerName ?? "")
        self.shared = shared
        guard match.query.source.buyerName != nil else {
            bound = .unknown
            return
        }
        bound = .byClass(
            .all, [Curves.namesake(0)],
            exceptions: shared.touched.map { .init(supplier: $0, value: Curves.namesake(shared[$0])) })
    }

    func values(of suppliers: [Int32]) -> [Float] {
        suppliers.map { match.query.source.buyerName == nil ? .nan : Curves.namesake(shared[$0]) }
    }

    func measures(of supplier: Int) -> [String: Float] { ["namesake": shared[Int32(supplier)]] }

    func because(_ supplier: Int, value: Float?) -> String {
        let phrases = match.phrases
        guard value != nil, let buyer = match.query.source.buyerName else {
            return phrases.pick(sv: "Ingen köpare är angiven.", en: "No buyer is given.")
        }
        let words = match.snapshot.words.nameWords.shared(buyer, match.snapshot.suppliers.names[supplier])
        guard shared[Int32(supplier)] > 0, !words.isEmpty else {
            return phrases.pick(
                sv: "Namnet delar inget ovanligt ord med köparens.",
                en: "Its name shares no rare word with the buyer's.")
        }
        let list = words.joined(separator: ", ")
        return phrases.pick(
            sv: "Namnet och köparens har gemensamt: \(list).", en: "Its name and the buyer's share: \(list).")
    }
}
