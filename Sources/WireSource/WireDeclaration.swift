/// A wire type as it is declared.
struct WireDeclaration {
    var members: [WireMember] = []
    /// Has an initialiser in its body.
    var hasInitializer = false

    init(_ source: String) throws(DeclarationError) {
        var reader = DeclarationReader(source)
        for piece in try reader.pieces() {
            let marks = WireMarks(piece.text)
            var words = marks.rest
            var isStatic = false
            while let word = Self.word(words), Self.modifiers.contains(word) {
                isStatic = isStatic || word == "static"
                words = words.dropFirst(word.count).trimmed
                if words.first == "(" { words = words.drop { $0 != ")" }.dropFirst().trimmed }
            }
            switch Self.word(words) {
            case "init": hasInitializer = true
            case "var" where !isStatic:
                let member = try WireMember(words.dropFirst(3).trimmed, marks, piece)
                if let member { members.append(member) }
            case "let" where !isStatic:
                throw DeclarationError("a member of a wire type is a var", at: piece.offset)
            default: break
            }
        }
    }

    private static let modifiers: Set<Substring> = [
        "package", "public", "internal", "fileprivate", "private", "static", "mutating", "nonisolated", "lazy",
    ]

    private static func word(_ text: Substring) -> Substring? {
        let word = text.prefix { $0.isLetter }
        return word.isEmpty ? nil : word
    }
}
