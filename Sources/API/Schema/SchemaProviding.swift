import JSON
import JSONRPC
import Procurement

/// A type that isn't simply coded as an object of its members, and so says itself what it looks like.
package protocol SchemaProviding: Codable {
    static func schema(_ schemas: inout SchemaCollection) -> JSONValue
    /// Any value of the type: what the recorder goes on with.
    static var placeholder: Self { get }
}

extension Array: SchemaProviding where Element: Codable {
    package static func schema(_ schemas: inout SchemaCollection) -> JSONValue {
        ["type": "array", "items": schemas.schema(of: Element.self)]
    }

    package static var placeholder: Self { [] }
}

extension SortedMap: SchemaProviding {
    package static func schema(_ schemas: inout SchemaCollection) -> JSONValue {
        ["type": "object", "additionalProperties": schemas.schema(of: Value.self)]
    }

    package static var placeholder: Self { SortedMap() }
}

extension Points: SchemaProviding {
    package static func schema(_ schemas: inout SchemaCollection) -> JSONValue {
        ["type": "number", "description": "At most six decimals, exact."]
    }

    package static var placeholder: Self { .zero }
}

extension Limit: SchemaProviding {
    package static func schema(_ schemas: inout SchemaCollection) -> JSONValue {
        [
            "type": "integer", "minimum": .number(JSONNumber(range.lowerBound)),
            "maximum": .number(JSONNumber(range.upperBound)), "default": .number(JSONNumber(standard.count)),
        ]
    }

    package static var placeholder: Self { .standard }
}

extension CalendarDate: SchemaProviding {
    package static func schema(_ schemas: inout SchemaCollection) -> JSONValue {
        guard schemas.isClosed else { return ["type": "string", "format": "date"] }
        return [
            "type": "string", "format": "date", "formatMinimum": .string("\(asked.lowerBound)"),
            "formatMaximum": .string("\(asked.upperBound)"),
        ]
    }

    package static var placeholder: Self { CalendarDate(nearestTo: 2000, 1, 1) }
}

extension Moment: SchemaProviding {
    package static func schema(_ schemas: inout SchemaCollection) -> JSONValue {
        ["type": "string", "format": "date-time"]
    }

    package static var placeholder: Self { Moment(secondsSinceEpoch: 0) }
}

extension Disclosure: SchemaProviding {
    package static func schema(_ schemas: inout SchemaCollection) -> JSONValue {
        [
            "oneOf": [
                schemas.schema(of: Value.self),
                [
                    "type": "object", "required": ["withheld"],
                    "properties": ["withheld": schemas.schema(of: Withholding.self)],
                ],
            ]
        ]
    }

    package static var placeholder: Self { .withheld(Withholding()) }
}

extension NoticeQuery: SchemaProviding {
    package static func schema(_ schemas: inout SchemaCollection) -> JSONValue {
        [
            "oneOf": [
                schemas.schema(of: NoticeDescription.self),
                [
                    "type": "object", "required": ["id"], "additionalProperties": false,
                    "properties": ["id": Self.idSchema("The id of a stored notice.")],
                ],
                Self.idSchema("The same, shorter: the id of a stored notice."),
            ]
        ]
    }

    package static var placeholder: Self { .stored(id: "") }
}

extension CategoryQuery: SchemaProviding {
    package static func schema(_ schemas: inout SchemaCollection) -> JSONValue {
        ["oneOf": [Self.idSchema(), schemas.schema(of: CategoryDescription.self)]]
    }

    package static var placeholder: Self { .configured("") }
}

extension ChallengeQuery: SchemaProviding {
    package static func schema(_ schemas: inout SchemaCollection) -> JSONValue {
        ["oneOf": [Self.idSchema(), schemas.schema(of: ChallengeDescription.self)]]
    }

    package static var placeholder: Self { .configured("") }
}

extension NeedQuery: SchemaProviding {
    package static func schema(_ schemas: inout SchemaCollection) -> JSONValue {
        func only(_ name: String, _ schema: JSONValue) -> JSONValue {
            [
                "type": "object", "required": [.string(name)], "additionalProperties": false,
                "properties": .object([name: schema]),
            ]
        }
        return [
            "oneOf": [
                only("category", CategoryQuery.schema(&schemas)), only("challenge", ChallengeQuery.schema(&schemas)),
                only("notice", NoticeQuery.schema(&schemas)),
            ]
        ]
    }

    package static var placeholder: Self { .category(.placeholder) }
}

extension ContractDocument: SchemaProviding {
    package static func schema(_ schemas: inout SchemaCollection) -> JSONValue {
        ["type": "object", "description": "An OpenRPC document."]
    }

    package static var placeholder: Self { ContractDocument(json: nil) }
}
