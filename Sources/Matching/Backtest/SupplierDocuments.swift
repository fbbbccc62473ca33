/// One document a supplier, the titles of all it won, ranked by BM25 (Robertson & Zaragoza 2009; k₁ 1.2, b 0.75).
struct SupplierDocuments: Sendable {
    private let impacts: [[(supplier: Int32, impact: Float)]]

    /// - Parameters:
    ///   - winners: by procurement.
    ///   - texts: by procurement: the terms of its title.
    init(winners: [[Int32]], texts: [[Int32]], suppliers: Int) {
        var documents = [[Int32]](repeating: [], count: suppliers)
        for (row, text) in zip(winners, texts) {
            for winner in row { documents[Int(winner)] += text }
        }
        let filled = documents.filter { !$0.isEmpty }
        let mean = Float(filled.reduce(0) { $0 + $1.count }) / Float(max(1, filled.count))
        var postings: [[(supplier: Int32, times: Float)]] = []
        for (supplier, document) in documents.enumerated() {
            for (term, times) in Dictionary(document.map { ($0, Float(1)) }, uniquingKeysWith: +) {
                while postings.count <= Int(term) { postings.append([]) }
                postings[Int(term)].append((Int32(supplier), times))
            }
        }
        impacts = postings.map { row in
            let holders = Float(row.count)
            let rarity = Logarithm.natural(1 + (Float(filled.count) - holders + 0.5) / (holders + 0.5))
            return row.map { supplier, times in
                let length = 1.2 * (0.25 + 0.75 * Float(documents[Int(supplier)].count) / mean)
                return (supplier, rarity * times * 2.2 / (times + length))
            }
        }
    }

    /// Ties are broken by all awards.
    func scores(_ terms: [Int32], popularity: [Float]) -> [Float] {
        var scores = popularity.map { $0 * 1e-5 }
        for term in terms where Int(term) < impacts.count {
            for (supplier, impact) in impacts[Int(term)] { scores[Int(supplier)] += impact }
        }
        return scores
    }
}
