/// A value that writes itself straight into bytes: `Codable` costs about half a microsecond a number.
///
/// What it writes is what its `encode(to:)` would write: tests say so.
package protocol JSONWritable: Encodable {
    /// About how many bytes that will be, so that they are written into memory of that size at once.
    var roughSize: Int { get }

    /// Writes the value; for a number that JSON has not, `null`, and `JSONWriter.lacksNumber` is set.
    func write(to writer: inout JSONWriter)
}

extension JSONWritable {
    package var roughSize: Int { 1024 }
}
