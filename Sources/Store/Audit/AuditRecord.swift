import Foundation
import Procurement

/// Something that the office must be able to look up later.
package struct AuditRecord: Sendable, Hashable {
    package enum Action: String, Sendable, CaseIterable {
        /// A call that the caller's role doesn't allow.
        case denied
        /// A sole trader's number was shown.
        case unmasked
        /// A person's data were taken out.
        case purged
        /// The store was copied.
        case backup
    }

    package var action: Action
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
        _ action: Action, by: String, method: String? = nil, subject: String? = nil, reason: String? = nil,
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
