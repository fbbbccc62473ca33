/// A glimpse of a value, for error messages: its kind and its first characters.
///
/// What a caller sent may be a sole trader's number, and errors end up in logs. So ten or more digits, with nothing
/// but `-`, `+` or space between them, are hidden, before anything is cut off: of a number that was cut through, what is
/// left would no longer be known as one.
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

    /// A text's first characters, without numbers.
    package static func glimpse(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let head = masked(String(scalars.prefix(longest + 60))).unicodeScalars.prefix(longest)
        return String(head) + (scalars.dropFirst(longest).isEmpty ? "" : "…")
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
            } else if !["-", "+", " ", "\u{a0}", "\u{2013}", "\u{2212}"].contains(scalar) {
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
