import JSON

/// Makes a `Decodable` from a parsed value, and says exactly what was wrong where.
///
/// Strict on purpose: a member that nobody asked for is an error that names the nearest one that was asked for, a
/// repeated name is an error, and so is `null` where a value must stand. An optional member may be absent or null.
package final class ValueDecoder: Decoder {
    /// What becomes of members that the type doesn't know.
    package enum UnknownMembers: Sendable {
        /// They are errors, as is what is beyond a `Bound`: for what a caller sends.
        case refused
        /// They are errors, whatever the bounds: for what was asked before, under the bounds of that day.
        case refusedInKept
        /// They are passed over: for answers, where a newer server may say more.
        case ignored
    }

    package static func decode<T: Decodable>(
        _ type: T.Type, from value: JSONValue, unknown: UnknownMembers = .refused
    ) throws(ParameterError) -> T {
        if let readable = type as? any JSONReadable.Type, let value = readable.init(plain: value) as? T { return value }
        return try decodeByCodable(type, from: value, unknown: unknown)
    }

    /// The same, without asking whether the type could read itself.
    package static func decodeByCodable<T: Decodable>(
        _ type: T.Type, from value: JSONValue, unknown: UnknownMembers = .refused
    ) throws(ParameterError) -> T {
        let census = MemberCensus(holdsToBounds: unknown == .refused)
        let result: T
        do {
            result = try ValueDecoder(value, path: [], census: census).decode(type)
        } catch {
            throw census.explain(error, root: value)
        }
        if unknown != .ignored, let stranger = census.stranger() { throw stranger }
        return result
    }

    package let value: JSONValue
    package let codingPath: [any CodingKey]
    let census: MemberCensus
    package var userInfo: [CodingUserInfoKey: Any] { [:] }
    private var record: MemberCensus.Record?

    init(_ value: JSONValue, path: [any CodingKey], census: MemberCensus) {
        self.value = value
        codingPath = path
        self.census = census
    }

    package func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(ObjectReader<Key>(decoder: self, record: try members()))
    }

    package func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array(let elements) = value else { throw mismatch("an array") }
        return ArrayReader(decoder: self, elements: elements)
    }

    package func singleValueContainer() -> any SingleValueDecodingContainer { ScalarReader(decoder: self) }

    /// The error for a value that has the right type and still can't be used.
    package func mismatch(_ expected: String) -> ParameterError {
        ParameterError(path: codingPath, expected: expected, came: value)
    }

    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        if census.holdsToBounds, let bounded = type as? any Bounded.Type {
            try bounded.check(value, at: codingPath)
        }
        do {
            return try T(from: self)
        } catch DecodingError.dataCorrupted(let context) where context.codingPath.count == codingPath.count {
            guard let words = Self.words(of: type) else { throw mismatch(context.debugDescription) }
            let guess = value.string.flatMap { Nearest.of($0, among: words) }.map { " (did you mean “\($0)”?)" }
            throw mismatch("one of \(words.map { "“\($0)”" }.joined(separator: ", "))\(guess ?? "")")
        }
    }

    /// The members of this value, with one record however often a type asks for its container.
    private func members() throws -> MemberCensus.Record {
        if let record { return record }
        guard case .object(let object) = value else { throw mismatch("an object") }
        if let name = object.repeatedName {
            throw ParameterError(
                parameter: ParameterError.text(of: codingPath + [PathKey.name(name)]), expected: "each name once",
                came: "the same name again")
        }
        let made = census.open(object, at: codingPath)
        record = made
        return made
    }

    /// The words of an enumeration of strings; `nil` for any other type.
    private static func words(of type: any Any.Type) -> [String]? {
        func all<E: CaseIterable & RawRepresentable>(_ type: E.Type) -> [String] {
            type.allCases.map { "\($0.rawValue)" }
        }
        guard let type = type as? any (CaseIterable & RawRepresentable).Type else { return nil }
        return all(type)
    }
}
