/// A value that is already written: one line of JSON, without a line feed.
///
/// Handlers answer with it, so that a large result is written once and never becomes a tree of values.
package struct JSONText: Sendable, Hashable {
    package let bytes: [UInt8]

    /// - Parameter written: one JSON text without a line feed; it isn't looked at again.
    package init(written: [UInt8]) { bytes = written }

    package init(_ value: JSONValue) { bytes = value.bytes }
}
