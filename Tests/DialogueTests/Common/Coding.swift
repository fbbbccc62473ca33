import Foundation
import JSON

/// The bytes that a dossier would keep.
func bytes(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
}

func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
    try JSONDecoder().decode(type, from: data)
}

func json(_ value: some Encodable) throws -> JSONValue { try JSONParser.parse([UInt8](bytes(value))) }
