import Foundation
import JSON
import Testing

/// What the value writes itself is what `JSONEncoder` writes, but for the order of members and how numbers are written.
func expectWrittenAsFoundationDoes(_ value: some JSONWritable & Encodable) throws {
    let foundations = try JSONParser.parse([UInt8](JSONEncoder().encode(value)))
    #expect(try JSONValue(writing: value).canonical == foundations.canonical)
}
