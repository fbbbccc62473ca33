import JSON

/// The id of a request, echoed in its answer as it came: a number keeps its text, also beyond 2⁵³.
package enum RequestID: Sendable, Hashable {
    case string(String)
    case number(JSONNumber)
    case null

    /// `nil` for what can't be an id: a boolean, an array, an object.
    package init?(_ value: JSONValue) {
        switch value {
        case .string(let text): self = .string(text)
        case .number(let number): self = .number(number)
        case .null: self = .null
        case .bool, .array, .object: return nil
        }
    }

    package var json: JSONValue {
        switch self {
        case .string(let text): .string(text)
        case .number(let number): .number(number)
        case .null: .null
        }
    }
}
