import Foundation
import Procurement

/// Something that the office must be able to look up later.
package struct AuditRecord: Sendable, Hashable {
    package var action: AuditAction
    /// The user of this machine who did it.
    package var by: String
    package var method: String?
    /// What it was about: a supplier's id, a path. Never a personal number.
    package var subject: String?
    /// In the user's own words. Personal numbers are taken out before it is kept.
    package var reason: String?
    /// How often; more than 1 for denials alone.
    package var count: Int

    package init(
        _ action: AuditAction, by: String, method: String? = nil, subject: String? = nil, reason: String? = nil,
        count: Int = 1
    ) {
        self.action = action
        self.by = by
        self.method = method
        self.subject = subject
        self.reason = reason
        self.count = count
    }
}

/// A record as it is kept.
package struct StoredAuditRecord: Sendable, Hashable {
    package var id: Int64
    package var record: AuditRecord
    /// When it happened, and when it last did.
    package var at: Date
    package var last: Date
}
