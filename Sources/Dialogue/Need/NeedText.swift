/// A text cut into words, with what stands around each.
struct NeedText: Sendable {
    struct Word: Sendable {
        /// As written, without the punctuation around it.
        let text: String
        let lowercased: String
        /// In UTF-8 bytes.
        let offset: Int
        /// First of a sentence, line or list item.
        let opensSentence: Bool
        /// ® or ™ stands on it or right after it.
        let isMarked: Bool
        /// Whether punctuation parts it from the word before.
        let isParted: Bool

        var isNumber: Bool { text.utf8.allSatisfy { (48...57).contains($0) } }
        var hasDigit: Bool { text.utf8.contains { (48...57).contains($0) } }
        var isCapitalised: Bool { text.first?.isUppercase ?? false }
    }

    let words: [Word]
    let lowercased: String

    init(_ text: String) {
        lowercased = text.lowercased()
        var pieces: [(text: String, offset: Int, opens: Bool, parted: Bool)] = []
        var marked = Set<Int>()
        var current = ""
        var start = 0
        var offset = 0
        var opens = true
        var parted = false
        // The end of the text closes the last word as a space would.
        for character in text + " " {
            let bytes = character.utf8.count
            if character.isLetter || character.isNumber || (Self.joins(character) && !current.isEmpty) {
                if current.isEmpty { start = offset }
                current.append(character)
                offset += bytes
                continue
            }
            if !current.isEmpty {
                let word = String(current.reversed().drop(while: Self.joins).reversed())
                pieces.append((word, start, opens, parted))
                opens = current.hasSuffix(".")
                parted = current.count > word.count
                current = ""
            }
            switch character {
            case "®", "™": marked.insert(pieces.count - 1)
            case ".", "!", "?", ":", ";", "\n", "•", "–", "*": (opens, parted) = (true, true)
            case " ", "\t", "\u{a0}": break
            default: parted = true
            }
            offset += bytes
        }
        words = pieces.enumerated().map { index, piece in
            Word(
                text: piece.text, lowercased: piece.text.lowercased(), offset: piece.offset,
                opensSentence: piece.opens, isMarked: marked.contains(index), isParted: piece.parted)
        }
    }

    /// Joins two parts of one word: `SS-EN`, `och/eller`, `2.0`. At a word's end it is punctuation.
    private static func joins(_ character: Character) -> Bool { "-/.".contains(character) }

    /// Whether equivalents are allowed in words.
    var allowsEquivalents: Bool {
        let openings = ["eller", "och/eller", "or", "and/or", "alternativt"]
        let equals = [
            "likvärdig", "likvärdigt", "likvärdiga", "likvärd", "motsvarande", "equivalent", "equivalents", "similar",
        ]
        return zip(words, words.dropFirst()).contains {
            openings.contains($0.lowercased) && equals.contains($1.lowercased)
        }
    }
}
