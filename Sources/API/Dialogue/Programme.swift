import JSON
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
@WireType
package struct RegularProgramme: Described {
    /// When the first one starts, such as 09:00.
    @Within(.text(20)) package var starts: String
    /// How many there are, at most 64.
    @Within(.integer(1...Programme.most)) package var count: Int
    /// How long each is.
    @Within(.integer(1...1440)) package var minutes: Int
    /// Minutes between two; 0 where nothing is said.
    @Within(.integer(0...1440)) package var pause: Int?
}

/// One stretch of time in a programme. Slots of one plan don't overlap.
@WireType
package struct ProgrammeSlot: Described {
    /// Its name within the plan.
    @Within(.id) package var id: String
    /// Such as 09:00.
    @Within(.text(20)) package var starts: String
    /// Such as 09:25.
    @Within(.text(20)) package var ends: String
}
