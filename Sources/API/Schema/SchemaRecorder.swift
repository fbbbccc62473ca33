import JSON
import JSONRPC

/// A decoder that holds nothing: it answers every question with a placeholder, and remembers what was asked.
final class SchemaRecorder: Decoder {
    var schemas: SchemaCollection
    private(set) var members: [SchemaCollection.Member] = []
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// A type that asks for something else than an object's members must conform to `SchemaProviding`.
    struct NotAnObject: Error {}

    init(_ schemas: SchemaCollection) { self.schemas = schemas }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Container(recorder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw NotAnObject() }
    func singleValueContainer() throws -> any SingleValueDecodingContainer { throw NotAnObject() }

    fileprivate func record<T: Decodable>(_ type: T.Type, _ name: String, isRequired: Bool) {
        guard !members.contains(where: { $0.name == name }) else { return }
        members.append(.init(name: name, schema: schemas.schema(of: type), isRequired: isRequired))
    }

    /// Some value of a type, to go on with.
    fileprivate func placeholder<T: Decodable>(_ type: T.Type) throws -> T {
        let value: Any? =
            switch type {
            case is String.Type: ""
            case is Bool.Type: false
            case is Double.Type: 0.0
            case is Int.Type: 0
            case let type as any SchemaProviding.Type: type.placeholder
            case let type as any CaseIterable.Type: Self.first(type)
            default: nil
            }
        return try value as? T ?? T(from: SchemaRecorder(SchemaCollection()))
    }

    private static func first<C: CaseIterable>(_ type: C.Type) -> Any? { type.allCases.first }

    private struct Container<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let recorder: SchemaRecorder
        var codingPath: [any CodingKey] { [] }
        var allKeys: [Key] { [] }

        /// Says nothing about the type, so the schema would lack the member.
        func contains(_ key: Key) -> Bool {
            recorder.schemas.note(fault: "“\(key.stringValue)” is asked for without its type")
            return false
        }

        func decodeNil(forKey key: Key) -> Bool { true }

        func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
            recorder.record(type, key.stringValue, isRequired: true)
            return try recorder.placeholder(type)
        }

        func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) -> T? { optional(type, key) }

        // Without these, the standard library's own would be taken, which ask for no type.
        func decodeIfPresent(_ type: String.Type, forKey key: Key) -> String? { optional(type, key) }
        func decodeIfPresent(_ type: Bool.Type, forKey key: Key) -> Bool? { optional(type, key) }
        func decodeIfPresent(_ type: Double.Type, forKey key: Key) -> Double? { optional(type, key) }
        func decodeIfPresent(_ type: Int.Type, forKey key: Key) -> Int? { optional(type, key) }

        private func optional<T: Decodable>(_ type: T.Type, _ key: Key) -> T? {
            recorder.record(type, key.stringValue, isRequired: false)
            return nil
        }

        func nestedContainer<NestedKey: CodingKey>(
            keyedBy type: NestedKey.Type, forKey key: Key
        ) throws -> KeyedDecodingContainer<NestedKey> { throw NotAnObject() }

        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw NotAnObject() }
        func superDecoder() throws -> any Decoder { throw NotAnObject() }
        func superDecoder(forKey key: Key) throws -> any Decoder { throw NotAnObject() }
    }
}
