import JSON

/// Writes the members of one object.
struct ObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let page: Page
    let number: Int
    let depth: Int
    var codingPath: [any CodingKey] { [] }

    private func begin(_ key: some CodingKey) {
        page.next(in: number, at: depth)
        page.writer.name(key.stringValue)
    }

    func encodeNil(forKey key: Key) {
        begin(key)
        page.writer.raw("null")
    }

    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        begin(key)
        try ValueEncoder(page: page).encode(value)
    }

    func encode(_ value: Bool, forKey key: Key) {
        begin(key)
        page.writer.write(value)
    }

    func encode(_ value: String, forKey key: Key) {
        begin(key)
        page.writer.write(value)
    }

    func encode(_ value: Double, forKey key: Key) throws {
        begin(key)
        try page.write(value, at: key)
    }

    func encode(_ value: Float, forKey key: Key) throws { try encode(Double(value), forKey: key) }

    func encode(_ value: Int, forKey key: Key) {
        begin(key)
        page.writer.write(value)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) -> KeyedEncodingContainer<NestedKey> {
        begin(key)
        return ValueEncoder(page: page).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        begin(key)
        return ValueEncoder(page: page).unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        begin(PathKey.name("super"))
        return ValueEncoder(page: page)
    }

    func superEncoder(forKey key: Key) -> any Encoder {
        begin(key)
        return ValueEncoder(page: page)
    }
}

/// Writes the elements of one array.
struct ArrayContainer: UnkeyedEncodingContainer {
    let page: Page
    let number: Int
    let depth: Int
    var codingPath: [any CodingKey] { [] }
    private(set) var count = 0

    init(page: Page, number: Int, depth: Int) {
        self.page = page
        self.number = number
        self.depth = depth
    }

    private mutating func begin() {
        page.next(in: number, at: depth)
        count += 1
    }

    mutating func encodeNil() {
        begin()
        page.writer.raw("null")
    }

    mutating func encode<T: Encodable>(_ value: T) throws {
        begin()
        try ValueEncoder(page: page).encode(value)
    }

    mutating func encode(_ value: String) {
        begin()
        page.writer.write(value)
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) -> KeyedEncodingContainer<NestedKey> {
        begin()
        return ValueEncoder(page: page).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        begin()
        return ValueEncoder(page: page).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
        begin()
        return ValueEncoder(page: page)
    }
}

/// Writes one value that is neither object nor array.
struct ScalarContainer: SingleValueEncodingContainer {
    let page: Page
    var codingPath: [any CodingKey] { [] }

    func encodeNil() { page.writer.raw("null") }
    func encode(_ value: Bool) { page.writer.write(value) }
    func encode(_ value: String) { page.writer.write(value) }
    func encode(_ value: Double) throws { try page.write(value, at: nil) }
    func encode(_ value: Float) throws { try page.write(Double(value), at: nil) }
    func encode(_ value: Int) { page.writer.write(value) }
    func encode(_ value: Int8) { page.writer.write(value) }
    func encode(_ value: Int16) { page.writer.write(value) }
    func encode(_ value: Int32) { page.writer.write(value) }
    func encode(_ value: Int64) { page.writer.write(value) }
    func encode(_ value: UInt) { page.writer.write(value) }
    func encode(_ value: UInt8) { page.writer.write(value) }
    func encode(_ value: UInt16) { page.writer.write(value) }
    func encode(_ value: UInt32) { page.writer.write(value) }
    func encode(_ value: UInt64) { page.writer.write(value) }
    func encode<T: Encodable>(_ value: T) throws { try ValueEncoder(page: page).encode(value) }
}

extension Page {
    func write(_ value: Double, at key: (any CodingKey)?) throws {
        guard let number = JSONNumber(value) else {
            throw EncodingError.invalidValue(
                value,
                EncodingError.Context(
                    codingPath: key.map { [$0] } ?? [], debugDescription: "JSON has no number for \(value)"))
        }
        writer.write(number)
    }
}

extension JSONNumber: Encodable {
    package func encode(to encoder: any Encoder) throws {
        if let encoder = encoder as? ValueEncoder {
            encoder.page.writer.write(self)
        } else {
            var container = encoder.singleValueContainer()
            try container.encode(double)
        }
    }
}

extension JSONValue: Encodable {
    package func encode(to encoder: any Encoder) throws {
        if let encoder = encoder as? ValueEncoder {
            encoder.page.writer.write(self)
            return
        }
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .string(let text): try container.encode(text)
        case .array(let elements): try container.encode(elements)
        case .object(let object):
            var members = encoder.container(keyedBy: PathKey.self)
            for member in object.members { try members.encode(member.value, forKey: .name(member.name)) }
        }
    }
}
