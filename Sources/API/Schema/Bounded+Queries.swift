import JSON
import JSONRPC

// What may be named by its id or described on the spot.

/// A thing that a caller names by its id, or describes.
protocol NamedOrDescribed: Bounded {
    associatedtype Description: Described
}

extension NamedOrDescribed {
    package static func check(
        _ value: JSONValue, at path: @autoclosure () -> [any CodingKey]
    ) throws(ParameterError) {
        try Bound.id.check(value, at: path())
        try Description.check(value, at: path())
    }

    static func idSchema(_ note: String? = nil) -> JSONValue {
        var schema: JSONObject = ["type": "string"]
        schema["description"] = note.map(JSONValue.string)
        return Bound.id.added(to: .object(schema)) ?? .object(schema)
    }
}

extension CategoryQuery: NamedOrDescribed {
    typealias Description = CategoryDescription
}

extension ChallengeQuery: NamedOrDescribed {
    typealias Description = ChallengeDescription
}

extension NoticeQuery: NamedOrDescribed {
    typealias Description = NoticeDescription

    package static func check(
        _ value: JSONValue, at path: @autoclosure () -> [any CodingKey]
    ) throws(ParameterError) {
        try Bound.id.check(value, at: path())
        if let id = value["id"] { try Bound.id.check(id, at: path() + [PathKey.name("id")]) }
        try NoticeDescription.check(value, at: path())
    }
}
