import Matching
import Procurement
import Store

extension Store {
    /// Builds with the code list that has been imported, for matches and back-tests alike.
    func indexBuilder() throws(StoreError) -> IndexBuilder {
        let names = try cpvNames()
        var builder = IndexBuilder(labels: CPVLabels(names.swedish.merging(names.english) { own, _ in own }))
        builder.names = names
        return builder
    }
}
