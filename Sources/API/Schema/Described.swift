/// An object of the contract whose members are all explained.
///
/// The notes are the one place where a member's meaning, unit and form are written: they become the descriptions in
/// the OpenRPC document. A test holds them against the members that are really coded.
package protocol Described: Codable, Sendable, Hashable {
    /// Each member's name on the wire, and what it means.
    static var notes: [String: String] { get }
}
