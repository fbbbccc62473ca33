/// A glimpse of a value, for error messages: its kind and its first characters.
///
/// What a caller sent may be a sole trader's number, and errors end up in logs. So ten or more digits, with nothing
/// but `-`, `+` or space between them, are hidden.
package enum Excerpt {
    private static let longest = 60

    package static func of(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .number(let number): "the number \(masked(shortened(number.text)))"
        case .string(let text): "“\(masked(shortened(text)))”"
        case .array(let elements): elements.isEmpty ? "an empty array" : "an array of \(elements.count)"
        case .object(let object): object.isEmpty ? "an empty object" : "an object"
        }
    }

    private static func shortened(_ text: String) -> String {
        let head = text.unicodeScalars.prefix(longest)
        return String(head) + (head.endIndex < text.unicodeScalars.endIndex ? "…" : "")
    }

    /// Puts `X` for each digit of a run of ten or more, the separators left in their places.
    package static func masked(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        var run: [Int] = []
        func hide(_ run: [Int]) {
            if run.count >= 10 { for index in run { scalars[index] = "X" } }
        }
        for (index, scalar) in scalars.enumerated() {
            if ("0"..."9").contains(scalar) {
                run.append(index)
            } else if !["-", "+", " ", "\u{2013}", "\u{2212}"].contains(scalar) {
                hide(run)
                run = []
            }
        }
        hide(run)
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }
}
