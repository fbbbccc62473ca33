/// What became of a supplier that was put forward.
package enum FeedbackVerdict: String, Sendable, Hashable, Codable, CaseIterable {
    /// Put forward, nothing decided.
    case suggested
    case accepted, rejected
}
