import Matching
import Procurement
import Store

extension Store {
    /// Builds with the code list that has been imported, for matches and back-tests alike.
    func indexBuilder() throws(StoreError) -> IndexBuilder { IndexBuilder(labels: CPVLabels(try cpvLabels())) }
}
