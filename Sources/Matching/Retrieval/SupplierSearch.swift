import Language
import Procurement

/// Finds suppliers by what they do: by words, CPV codes and regions, the best fit first and without reasons.
///
/// Quicker by far than a match, which weighs everything that is known of everyone: see `RetrievalIndex` for the formula.
package struct SupplierSearch: Sendable {
    /// A supplier and how well it fits, as a number that only means more or less.
    package struct Found: Sendable, Hashable {
        package var supplier: SupplierID
        package var score: Int32

        package init(supplier: SupplierID, score: Int32) {
            self.supplier = supplier
            self.score = score
        }
    }

    let snapshot: IndexSnapshot

    package init(_ snapshot: IndexSnapshot) { self.snapshot = snapshot }

    /// - Parameters:
    ///   - text: words in any order; compounds are met by their parts. Words that nobody has are passed over.
    ///   - filter: which suppliers may be found. Those of a region are the ones in it or in one that lies in it.
    ///   - after: goes on after this one, for the next page.
    /// - Returns: at most `limit`, none that has nothing of what is asked for.
    package func find(
        _ text: String, cpv: [CPVPattern], filter: SupplierFilter = SupplierFilter(), limit: Int, after: Found? = nil
    ) -> [Found] {
        let place = after.map { after in
            // A supplier that is gone stands before its equals, so that none of them is passed over.
            RetrievalIndex.Hit(
                supplier: snapshot.suppliers.number(of: after.supplier).map(Int32.init) ?? -1, score: after.score)
        }
        let query = RetrievalIndex.Query(
            words: snapshot.words.lexicon.read(FoldedText(text)).parts, patterns: cpv,
            regions: filter.includesUnknownPlace ? nil : filter.nuts,
            after: place)
        var rest = filter
        if !filter.includesUnknownPlace { rest.nuts = nil }
        let hits =
            rest.isEmpty
            ? snapshot.retrieval.search(query, limit: limit)
            : snapshot.retrieval.search(query, limit: limit) { rest.objection(to: $0, in: snapshot) == nil }
        return hits.map { Found(supplier: snapshot.suppliers.id(Int($0.supplier)), score: $0.score) }
    }
}
