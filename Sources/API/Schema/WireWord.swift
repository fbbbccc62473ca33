import JSON
import JSONRPC

/// A word of a closed list: an enumeration of strings.
package protocol WireWord: RawRepresentable<String>, CaseIterable, Codable, Sendable, Hashable, JSONReadable,
    JSONWritable
{}

extension WireWord {
    package func write(to writer: inout JSONWriter) { writer.write(rawValue) }

    package init?(plain value: JSONValue) {
        guard case .string(let word) = value else { return nil }
        self.init(rawValue: word)
    }
}
