/// How far the answer can be trusted.
package enum NeedReach: String, Sendable, Hashable, Codable, CaseIterable {
    /// Most of what the text says has been bought before.
    case well
    /// Only some of its words are known.
    case partly
    /// Nothing like it has been bought, as far as the data goes.
    case nothing
}
