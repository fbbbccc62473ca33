import JSON
import JSONRPC
import Procurement

/// What is on record.
package enum AuditList: Method {
    package static let name = "audit.list"
    package static let summary =
        "Lists what the office must be able to look up: who was denied what, who saw a sole trader's number, what was purged, "
        + "who copied the store, who added a firm. The latest first."
    package static let role = Role.admin
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to list.
    @WireType
    package struct Parameters: Described {
        /// Only entries of this kind.
        package var action: AuditAction?
        /// How many at most: 1 to 1000, 20 where nothing is said.
        package var limit: Limit?
        /// The next member of the answer before: goes on where that ended.
        @Within(.cursor) package var after: String?
    }

    /// What there is.
    @WireType
    package struct Result: Described {
        /// The entries.
        package var entries: [AuditEntry]
        /// Where to go on; absent when there is no more.
        package var next: String?
    }

    package static var example: Example<Self> {
        let moment = Moment(secondsSinceEpoch: 1_767_225_600)
        return Example(
            Parameters(limit: 2),
            gives: Result(
                entries: [
                    AuditEntry(
                        id: 8, action: .unmasked, by: "anna", method: "suppliers.get", subject: "p-1bff55ae76863d6e",
                        reason: "Invitation by letter.", count: 1, at: moment, last: moment),
                    AuditEntry(
                        id: 7, action: .denied, by: "bo", method: "feed.import", count: 3, at: moment, last: moment),
                ], next: "7"))
    }
}

/// One entry of the audit.
@WireType
package struct AuditEntry: Described {
    /// Its number.
    package var id: Int
    /// What happened.
    package var action: AuditAction
    /// The user who did it, or uid and number where the machine has no name.
    package var by: String
    /// The method that was called.
    package var method: String?
    /// What it was about: a supplier's id, or a path. Never a personal number.
    package var subject: String?
    /// Why, in the user's words, or the decision.
    package var reason: String?
    /// How often. The denials of one user at one method are one entry a day.
    package var count: Int
    /// When it happened first.
    package var at: Moment
    /// When it happened last.
    package var last: Moment
}
