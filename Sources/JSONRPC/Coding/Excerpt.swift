import JSON
import PersonalNumbers

/// A glimpse of a value, for error messages: its kind and its first characters.
///
/// What a caller sent may be a sole trader's number, and errors end up in logs. So personal numbers are masked, before
/// anything is cut off: of a number that was cut through, what is left would no longer be known as one.
package enum Excerpt {
    private static let longest = 60

    package static func of(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .number(let number): "the number \(glimpse(number.text))"
        case .string(let text): "“\(glimpse(text))”"
        case .array(let elements): elements.isEmpty ? "an empty array" : "an array of \(elements.count)"
        case .object(let object): object.isEmpty ? "an empty object" : "an object"
        }
    }

    /// A text's first characters, without personal numbers.
    package static func glimpse(_ text: String) -> String {
        let scalars = text.withoutPersonalNumbers.unicodeScalars
        return String(scalars.prefix(longest)) + (scalars.dropFirst(longest).isEmpty ? "" : "…")
    }
}
