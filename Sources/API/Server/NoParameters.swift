import JSON
import JSONRPC

/// For methods that take none.
package struct NoParameters: Described {
    package init() {}

    /// Asks for the object all the same, so that a member that isn't known is refused.
    package init(from decoder: any Decoder) throws { _ = try decoder.container(keyedBy: CodingKeys.self) }

    package func encode(to encoder: any Encoder) throws { _ = encoder.container(keyedBy: CodingKeys.self) }

    private enum CodingKeys: CodingKey {}

    package init?(plain value: JSONValue) {
        guard value.plainMembers?.isEmpty == true else { return nil }
    }

    package func write(to writer: inout JSONWriter) { writer.raw("{}") }

    package static let notes: [String: String] = [:]
}
