import Foundation

/// A JSON value with one way to write it, so that the same content always gives the same bytes and the same hash.
///
/// The bytes follow RFC 8785 (JSON Canonicalization Scheme): no white space, members sorted by UTF-16 code units, the
/// shortest escapes and numbers as ECMAScript writes them. One addition: whole numbers within 64 bits are exact, where
/// the RFC stops at 2⁵³.
package enum DossierValue: Sendable, Hashable, Codable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// Always finite.
    case number(Double)
    case text(String)
    case list([DossierValue])
    case object([String: DossierValue])

    /// Any value that can be encoded as JSON.
    ///
    /// - Throws: `DialogueError.notEncodable`, such as for a number that is not finite.
    package init(encoding value: some Encodable) throws(DialogueError) {
        do {
            self = try JSONDecoder().decode(DossierValue.self, from: JSONEncoder().encode(value))
        } catch {
            throw .notEncodable("\(type(of: value)) has no JSON form: \(error)")
        }
    }

    /// Reads JSON text.
    ///
    /// - Throws: `DialogueError.notEncodable` where it is none.
    package init(json: Data) throws(DialogueError) {
        do {
            self = try JSONDecoder().decode(DossierValue.self, from: json)
        } catch {
            throw .notEncodable("not JSON: \(error)")
        }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([DossierValue].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: DossierValue].self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }

    /// The value brought back to a type, such as a request to be planned anew.
    ///
    /// - Throws: `DecodingError` where it has another shape.
    package func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: canonicalBytes)
    }

    package var canonicalBytes: Data { Data(canonicalText.utf8) }

    package var canonicalText: String {
        var text = ""
        CanonicalWriter.write(self, into: &text)
        return text
    }

    package subscript(key: String) -> DossierValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }
}
