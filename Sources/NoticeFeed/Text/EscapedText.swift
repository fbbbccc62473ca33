/// Text that a publisher escaped twice: `&amp;amp;` in the file, so that `&amp;` is left after parsing.
enum EscapedText {
    /// Undoes one more level of escaping where the text has predefined entities or character references in it.
    ///
    /// What looks like none of those stays as it is, so `R&D` and `a & b;` do too.
    static func decoded(_ text: String) -> String {
        var text = text
        guard text.withUTF8({ $0.contains(UInt8(ascii: "&")) }) else { return text }
        var result = ""
        var rest = text[...]
        while let ampersand = rest.firstIndex(of: "&") {
            result += rest[..<ampersand]
            rest = rest[ampersand...]
            if let (character, length) = reference(rest) {
                result.append(character)
                rest = rest.dropFirst(length)
            } else {
                result.append("&")
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }

    private static let named: [Substring: Character] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    ]

    /// The reference at the start of `text`, and how many characters it takes.
    private static func reference(_ text: Substring) -> (Character, Int)? {
        // `&#x10FFFF;` is the longest.
        guard let end = text.prefix(10).firstIndex(of: ";") else { return nil }
        let name = text[text.index(after: text.startIndex)..<end]
        let length = name.count + 2
        if let character = named[name] { return (character, length) }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let code = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let scalar = code.flatMap(Unicode.Scalar.init), scalar.value >= 0x20 else { return nil }
        return (Character(scalar), length)
    }
}
