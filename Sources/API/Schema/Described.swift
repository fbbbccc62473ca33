import JSONRPC

/// An object of the contract whose members are all explained.
///
/// The notes are the one place where a member's meaning, unit and form are written: they become the descriptions in
/// the OpenRPC document. A test holds them against the members that are really coded. Likewise the bounds are the one
/// place where it is written how large a member may be: callers are held to them, and they stand in the document.
package protocol Described: Codable, Sendable, Hashable, Bounded {
    /// Each member's name on the wire, and what it means.
    static var notes: [String: String] { get }

    /// How large each number, text and list may be when a caller sends it. A test holds that none of a call's parameters
    /// is without; types of their own, such as `Limit` and `Day`, bring theirs along.
    static var bounds: [String: Bound] { get }
}

extension Described {
    package static var bounds: [String: Bound] { [:] }

    package static func check(
        _ value: JSONValue, at path: @autoclosure () -> [any CodingKey]
    ) throws(ParameterError) {
        let bounds = bounds
        guard !bounds.isEmpty, case .object(let object) = value else { return }
        for member in object.members {
            try bounds[member.name]?.check(member.value, at: path() + [PathKey.name(member.name)])
        }
    }
}
