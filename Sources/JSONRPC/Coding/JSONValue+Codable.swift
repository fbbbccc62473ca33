import JSON

extension JSONNumber: Codable {
    /// Exact from a `ValueDecoder`; from any other decoder by way of a double.
    package init(from decoder: any Decoder) throws {
        if let decoder = decoder as? ValueDecoder {
            guard case .number(let number) = decoder.value else { throw decoder.mismatch("a number") }
            self = number
        } else if let number = JSONNumber(try decoder.singleValueContainer().decode(Double.self)) {
            self = number
        } else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "a finite number"))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(double)
    }
}

extension JSONValue: Codable {
    /// Any value, as it came. Only a `ValueDecoder` can give it.
    package init(from decoder: any Decoder) throws {
        guard let decoder = decoder as? ValueDecoder else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "a parsed JSON value"))
        }
        self = decoder.value
    }

    package func encode(to encoder: any Encoder) throws {
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
