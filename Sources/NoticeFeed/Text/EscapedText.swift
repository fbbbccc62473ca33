/// Text that a publisher escaped twice: `&amp;amp;` in the file, so that `&amp;` is left after parsing.
enum EscapedText {
    /// Undoes one more level of escaping where the text has predefined entities or character references in it.
    ///
    /// What looks like none of those stays as it is, so `R&D` and `a & b;` do too.
    static func decoded(_ text: String) -> String {
        var text = text
        guard text.withUTF8({ $0.first(UInt8(ascii: "&"), from: 0) < $0.count }) else { return text }
        var result = ""
        var rest = text[...]
        while let ampersand = rest.utf8.firstIndex(of: UInt8(ascii: "&")) {
            result += rest[..<ampersand]
            rest = rest[ampersand...]
            if let (character, end) = reference(rest) {
                result.append(character)
                rest = rest[end...]
            } else {
                result.append("&")
                rest = rest[rest.utf8.index(after: ampersand)...]
            }
        }
        return result + rest
    }

    private static let named: [Substring: Character] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    ]

    /// The reference at the start of `text`, and where it ends.
    private static func reference(_ text: Substring) -> (Character, String.Index)? {
        // `&#x10FFFF;` is the longest.
        guard let end = text.utf8.prefix(10).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = text[text.utf8.index(after: text.startIndex)..<end]
        let next = text.utf8.index(after: end)
        if let character = named[name] { return (character, next) }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let code = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let scalar = code.flatMap(Unicode.Scalar.init), scalar.value >= 0x20 else { return nil }
        return (Character(scalar), next)
    }
}
