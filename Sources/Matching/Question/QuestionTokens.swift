import Language

/// The words of a question, sentence by sentence, with what stands between them as far as it tells something.
struct QuestionTokens {
    enum Token: Hashable {
        /// As folded: small letters.
        case word(String)
        /// What goes on as it was: `och`, `eller`.
        case and
        /// A comma and the like.
        case separator
        case colon
        case opening
        case closing
    }

    private(set) var sentences: [[Token]] = []
    private var sentence: [Token] = []

    private static let abbreviations = [
        "i stället för", "istället för", "och så vidare", "till exempel", "bland annat", "med mera", "m.m.", "t.ex.",
        "bl.a.", "f.d.", "st.",
    ]
    private static let joining: [String: Token] = [
        "och": .and, "eller": .and, "and": .and, "or": .and, "samt": .separator,
    ]
    /// `för små företag` is not for somebody: it says how small.
    private static let degrees: Set<String> = [
        "mycket", "många", "få", "stor", "stora", "lite", "små", "hög", "höga", "låg", "låga", "dyr", "dyra", "gaml",
        "gamla",
    ]

    init(_ text: String) {
        var text = text.lowercased()
        for abbreviation in Self.abbreviations { text = Self.cut(abbreviation, from: text) }
        var chunk = ""
        var last: Character = " "
        var rest = text[...]
        while let character = rest.popFirst() {
            let isBeforeSpace = rest.first?.isWhitespace ?? true
            switch character {
            case "\n", "\r", "\r\n": end(&chunk)
            case ".", "!", "?", ";":
                // Several of them end one sentence.
                let isLast = isBeforeSpace && (last.isLetter || last.isNumber || ")!?.;".contains(last))
                if isLast { end(&chunk) } else { chunk.append(character) }
            case ",", "–", "—": add(.separator, after: &chunk)
            case "(": add(.opening, after: &chunk)
            case ")": add(.closing, after: &chunk)
            case "/" where isBeforeSpace: add(.separator, after: &chunk)
            case ":": add(.colon, after: &chunk)
            default: chunk.append(character)
            }
            last = character
        }
        end(&chunk)
    }

    /// A comma in the place of each phrase that stands by itself.
    private static func cut(_ phrase: String, from text: String) -> String {
        var result = ""
        var rest = text[...]
        while let found = rest.firstRange(of: phrase) {
            let before = rest[..<found.lowerBound].last
            let after = rest[found.upperBound...].first
            let isWhole =
                !(before.map { $0.isLetter } ?? false)
                && (phrase.hasSuffix(".") || !(after.map { $0.isLetter } ?? false))
            result += rest[..<found.lowerBound] + (isWhole ? " , " : phrase)
            rest = rest[found.upperBound...]
        }
        return result + rest
    }

    private mutating func add(_ token: Token, after chunk: inout String) {
        let words = FoldedText(chunk).strings
        for (place, word) in words.enumerated() {
            if word == "för", place + 1 < words.count, Self.degrees.contains(words[place + 1]) { continue }
            sentence.append(Self.joining[word] ?? .word(word))
        }
        chunk = ""
        sentence.append(token)
    }

    private mutating func end(_ chunk: inout String) {
        add(.separator, after: &chunk)
        if sentence.contains(where: { if case .word = $0 { true } else { false } }) { sentences.append(sentence) }
        sentence.removeAll()
    }
}
