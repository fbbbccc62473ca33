import JSON

/// Reads the members of one object.
struct ObjectReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: ValueDecoder
    let record: MemberCensus.Record
    var codingPath: [any CodingKey] { decoder.codingPath }
    var allKeys: [Key] { record.object.members.compactMap { Key(stringValue: $0.name) } }

    func contains(_ key: Key) -> Bool { record.value(key.stringValue) != nil }

    /// `null` is taken for absence, as JSON writers often put it.
    func decodeNil(forKey key: Key) throws -> Bool { record.value(key.stringValue) ?? .null == .null }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try inner(key).decode(type) }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try inner(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try inner(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { try inner(PathKey.name("super")) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try inner(key) }

    private func inner(_ key: some CodingKey) throws -> ValueDecoder {
        guard let value = record.value(key.stringValue) else {
            throw DecodingError.keyNotFound(
                key, DecodingError.Context(codingPath: codingPath, debugDescription: "a value: it is required"))
        }
        return ValueDecoder(value, path: codingPath + [PathKey.name(key.stringValue)], census: decoder.census)
    }
}

/// Reads the elements of one array in turn.
struct ArrayReader: UnkeyedDecodingContainer {
    let decoder: ValueDecoder
    let elements: [JSONValue]
    private(set) var currentIndex = 0
    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex == elements.count }

    init(decoder: ValueDecoder, elements: [JSONValue]) {
        self.decoder = decoder
        self.elements = elements
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, elements[currentIndex] == .null else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try inner().decode(type) }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try inner().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try inner().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try inner() }

    private mutating func inner() throws -> ValueDecoder {
        guard !isAtEnd else {
            throw ParameterError(path: codingPath, expected: "one more element", came: decoder.value)
        }
        defer { currentIndex += 1 }
        return ValueDecoder(
            elements[currentIndex], path: codingPath + [PathKey.index(currentIndex)], census: decoder.census)
    }
}

/// Reads one value that is neither object nor array.
struct ScalarReader: SingleValueDecodingContainer {
    let decoder: ValueDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.value == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard case .bool(let flag) = decoder.value else { throw decoder.mismatch("true or false") }
        return flag
    }

    func decode(_ type: String.Type) throws -> String {
        guard case .string(let text) = decoder.value else { throw decoder.mismatch("a string") }
        return text
    }

    func decode(_ type: Double.Type) throws -> Double {
        guard case .number(let number) = decoder.value else { throw decoder.mismatch("a number") }
        guard number.double.isFinite else { throw decoder.mismatch("a number that a double can hold") }
        return number.double
    }

    func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }

    func decode(_ type: Int.Type) throws -> Int { try integer() }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
    func decode(_ type: UInt.Type) throws -> UInt { try integer() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try decoder.decode(type) }

    private func integer<Integer: FixedWidthInteger>() throws -> Integer {
        guard case .number(let number) = decoder.value else { throw decoder.mismatch("a whole number") }
        guard let value = number.integer(Integer.self) else {
            let isWhole = number.text.utf8.allSatisfy { $0 != 0x2E && $0 | 0x20 != 0x65 }
            throw decoder.mismatch(isWhole ? "a whole number from \(Integer.min) to \(Integer.max)" : "a whole number")
        }
        return value
    }
}
