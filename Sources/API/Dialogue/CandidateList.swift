import JSON
import JSONRPC
import Procurement

/// The suppliers that a plan chose among for one category, by id: for whoever asks later why one wasn't chosen.
@WireType
package struct CandidateList: Described {
    /// The category.
    package var category: String
    /// Its candidates.
    package var candidates: [CandidateLine]
}

/// One candidate.
@WireType
package struct CandidateLine: Described {
    /// The id of the supplier.
    package var supplier: String
    /// Its score, before anything is taken off.
    package var score: Points
}
