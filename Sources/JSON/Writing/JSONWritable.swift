/// A value that writes itself straight into bytes: `Codable` costs about half a microsecond a number.
package protocol JSONWritable {
    /// About how many bytes that will be, so that they are written into memory of that size at once.
    var roughSize: Int { get }

    /// Writes the value; for a number that JSON has not, `null`, and `JSONWriter.lacksNumber` is set.
    func write(to writer: inout JSONWriter)
}

extension JSONWritable {
    package var roughSize: Int { 1024 }
}

extension JSONText {
    /// - Throws: `EncodingError` for a number that JSON has not: NaN, infinity.
    package init(writing value: some JSONWritable) throws(EncodingError) {
        var writer = JSONWriter(capacity: value.roughSize)
        value.write(to: &writer)
        if writer.lacksNumber {
            throw .invalidValue(
                value, .init(codingPath: [], debugDescription: "JSON has no number for NaN and infinity"))
        }
        self.init(written: writer.bytes)
    }
}

extension JSONValue {
    /// What `value` writes, as values.
    ///
    /// - Throws: `EncodingError` for a number that JSON has not.
    package init(writing value: some JSONWritable) throws {
        self = try JSONParser.parse(JSONText(writing: value).bytes)
    }
}
