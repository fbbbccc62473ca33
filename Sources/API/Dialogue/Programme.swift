import JSONRPC

/// The slots of a day: listed, or regular ones that are counted out.
package enum Programme: Sendable, Hashable, Codable {
    case listed([ProgrammeSlot])
    case regular(RegularProgramme)

    package init(from decoder: any Decoder) throws {
        if (try? decoder.unkeyedContainer()) != nil {
            self = .listed(try [ProgrammeSlot](from: decoder))
        } else if (try? decoder.container(keyedBy: PathKey.self)) != nil {
            self = .regular(try RegularProgramme(from: decoder))
        } else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "an array of slots, or an object with starts, count and minutes"))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .listed(let slots): try slots.encode(to: encoder)
        case .regular(let programme): try programme.encode(to: encoder)
        }
    }
}

extension Programme: Bounded {
    /// Slots, listed or counted out: they are held in the bits of a word.
    static let most = 64

    package static func check(
        _ value: JSONValue, at path: @autoclosure () -> [any CodingKey]
    ) throws(ParameterError) {
        try Bound.list(most).check(value, at: path())
        try RegularProgramme.check(value, at: path())
    }
}

extension Programme: SchemaProviding {
    package static func schema(_ schemas: inout SchemaCollection) -> JSONValue {
        let listed = [ProgrammeSlot].schema(&schemas)
        return ["oneOf": [Bound.list(most).added(to: listed) ?? listed, schemas.schema(of: RegularProgramme.self)]]
    }

    package static var placeholder: Self { .listed([]) }
}

/// Slots of equal length.
package struct RegularProgramme: Described {
    package var starts: String
    package var count: Int
    package var minutes: Int
    package var pause: Int?

    package init(starts: String, count: Int, minutes: Int, pause: Int? = nil) {
        self.starts = starts
        self.count = count
        self.minutes = minutes
        self.pause = pause
    }

    package static let notes = [
        "starts": "When the first one starts, such as 09:00.",
        "count": "How many there are, at most 64.",
        "minutes": "How long each is.",
        "pause": "Minutes between two; 0 where nothing is said.",
    ]

    package static let bounds: [String: Bound] = [
        "starts": .text(20), "count": .integer(1...Programme.most), "minutes": .integer(1...1440),
        "pause": .integer(0...1440),
    ]
}

/// One stretch of time in a programme. Slots of one plan don't overlap.
package struct ProgrammeSlot: Described {
    package var id: String
    package var starts: String
    package var ends: String

    package init(id: String, starts: String, ends: String) {
        self.id = id
        self.starts = starts
        self.ends = ends
    }

    package static let notes = [
        "id": "Its name within the plan.",
        "starts": "Such as 09:00.",
        "ends": "Such as 09:25.",
    ]

    package static let bounds: [String: Bound] = [
        "id": .id, "starts": .text(20), "ends": .text(20),
    ]
}
