import JSON
import JSONRPC
import Procurement

extension Points: Codable {
    package init(from decoder: any Decoder) throws {
        let value = try JSONNumber(from: decoder).double
        guard value.magnitude <= 1e9 else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath, debugDescription: "a number from -1000000000 to 1000000000"))
        }
        self.init(value)
    }

    package func encode(to encoder: any Encoder) throws {
        try JSONNumber(parts: millionths, places: 6).encode(to: encoder)
    }
}
