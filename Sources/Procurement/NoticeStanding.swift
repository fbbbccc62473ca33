/// Whether a stored notice counts today.
package enum NoticeStanding: String, Sendable, Hashable, Codable, CaseIterable {
    /// It counts: it is searched, and the matcher learns from it.
    case current
    /// A later version of the same notice is stored.
    case superseded
    /// Another notice changes it and repeats it in full (eForms change notices).
    case changed
    /// It says no more than that a notice is cancelled, and neither counts.
    case cancelled
}
