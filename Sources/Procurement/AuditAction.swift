/// What an entry of the audit is about.
package enum AuditAction: String, Sendable, Hashable, Codable, CaseIterable {
    /// A call that the caller's role doesn't allow.
    case denied
    /// A sole trader's number was shown.
    case unmasked
    /// A person's data were taken out.
    case purged
    /// The store was copied.
    case backup
    /// A firm was added by hand.
    case added
}
