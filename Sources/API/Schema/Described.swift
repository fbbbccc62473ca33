import JSON
import JSONRPC
import Procurement

/// An object of the contract whose members are all explained. `@WireType` makes all of it of a declaration.
///
/// The notes become the descriptions in the OpenRPC document; a test holds them against the members that are really coded.
/// Callers are held to the bounds, and they stand in the document too.
package protocol Described: Codable, Sendable, Hashable, Bounded, JSONReadable, JSONWritable {
    /// Each member's name on the wire, and what it means.
    static var notes: [String: String] { get }

    /// How large each number, text and list may be when a caller sends it. A test holds that none of a call's parameters
    /// is without; types of their own, such as `Limit` and `CalendarDate`, bring theirs along.
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
