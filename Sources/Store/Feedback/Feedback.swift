import Foundation
import Procurement

/// What became of a supplier that Torg or somebody put forward for a need.
package struct Feedback: Sendable, Hashable {
    /// The need as it was asked, in JSON.
    package var need: String
    package var supplier: SupplierID
    package var verdict: FeedbackVerdict
    /// In somebody's own words. Personal numbers are taken out before it is kept.
    package var reason: String?
    /// The user who said so.
    package var by: String

    package init(need: String, supplier: SupplierID, verdict: FeedbackVerdict, reason: String? = nil, by: String) {
        self.need = need
        self.supplier = supplier
        self.verdict = verdict
        self.reason = reason
        self.by = by
    }
}

/// What people decided on suppliers, as of one generation.
package struct Decisions: Sendable {
    package var decisions: [StoredFeedback]
    package var generation: Int
    /// The generation without what feedback added to it, one for each: as long as it is the same, so is all that the
    /// index is built from.
    package var factsGeneration: Int
}

/// Feedback as it is kept.
package struct StoredFeedback: Sendable, Hashable {
    package var id: Int64
    package var feedback: Feedback
    package var at: Date
}
