import JSON
import JSONRPC
import Procurement

extension BilingualText: Bounded {
    /// Of each of the two, where a caller gives them.
    private static let bound = Bound.name

    package static func check(
        _ value: JSONValue, at path: @autoclosure () -> [any CodingKey]
    ) throws(ParameterError) {
        try bound.check(value, at: path())
        for member in value.object?.members ?? [] {
            try bound.check(member.value, at: path() + [PathKey.name(member.name)])
        }
    }
}

extension BilingualText: SchemaProviding {
    package static func schema(_ schemas: inout SchemaCollection) -> JSONValue {
        func text(_ note: String) -> JSONValue {
            let schema: JSONValue = ["type": "string", "description": .string(note)]
            return schemas.isClosed ? bound.added(to: schema) ?? schema : schema
        }
        return [
            "oneOf": [
                text("The same in both languages."),
                [
                    "type": "object", "required": ["sv", "en"], "additionalProperties": false,
                    "properties": ["sv": text("In Swedish."), "en": text("In English.")],
                ],
            ]
        ]
    }

    package static var placeholder: Self { BilingualText("") }
}
