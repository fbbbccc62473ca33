/// Lists and ranges of lot numbers as people write them: `1, 3-5`, `Lots 2;7`, `1 à 4`, `od 1 do 17`, `Del 2 och 3`.
enum LotNumberList {
    private enum Token: Equatable {
        case number(Int)
        case and
        case to
    }

    /// More lots than any notice has.
    private static let limit = 5000

    /// The numbers in their order; `nil` for a text that is no list of whole numbers, or could be read in two ways.
    ///
    /// - Parameter dotted: whether `1.2.3.4` is a list too.
    static func numbers(in text: String, dotted: Bool) -> [Int]? {
        let text = withoutPrefix(text.lowercased())
        if dotted, let numbers = dottedNumbers(text) { return numbers }
        guard let tokens = tokens(of: text) else { return nil }
        var numbers: [Int] = []
        var index = 0
        while index < tokens.count {
            guard case .number(let first) = tokens[index] else { return nil }
            var last = first
            if index + 2 < tokens.count, tokens[index + 1] == .to, case .number(let end) = tokens[index + 2] {
                guard end > first, end - first < limit else { return nil }
                last = end
                index += 2
            }
            numbers += first...last
            index += 1
            guard index < tokens.count else { break }
            // What parts two entries; a text doesn't end with it.
            guard tokens[index] == .and, index + 1 < tokens.count, numbers.count < limit else { return nil }
            index += 1
        }
        return numbers.isEmpty ? nil : numbers.withoutRepeats
    }

    /// What follows words such as `Lot`, `Los Nr.` or `Anbudsområde` in lower-case text.
    ///
    /// Any words may stand before a number; before anything else (`lot A`) only the usual ones.
    static func withoutPrefix(_ text: String) -> Substring {
        let number = text.drop { $0.isLetter || ".:°º# ".contains($0) }
        if let first = number.first, first.isASCII, first.isNumber { return number }
        let word = text.prefix(while: \.isLetter)
        guard lotWords.contains(String(word)) else { return text[...] }
        let name = text[word.endIndex...].drop { ".:°º# ".contains($0) }
        return name.isEmpty ? text[...] : name
    }

    /// `1.2.3.4`, as some write a list: at least three numbers, each larger than the one before.
    private static func dottedNumbers(_ text: Substring) -> [Int]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: true)
        let numbers = parts.compactMap { $0.allSatisfy { $0.isASCII && $0.isNumber } ? Int($0) : nil }
        guard numbers.count == parts.count, numbers.count >= 3, zip(numbers, numbers.dropFirst()).allSatisfy(<) else {
            return nil
        }
        return numbers
    }

    private static func tokens(of text: Substring) -> [Token]? {
        var tokens: [Token] = []
        var rest = text
        while let character = rest.first {
            if character.isWhitespace {
                rest.removeFirst()
            } else if character.isASCII, character.isNumber {
                let digits = rest.prefix { $0.isASCII && $0.isNumber }
                guard let number = Int(digits) else { return nil }
                tokens.append(.number(number))
                rest = rest[digits.endIndex...]
            } else if let mark = marks[character] {
                // `,` and a word after it (`1, 2 och 3`) part once.
                if tokens.last != mark { tokens.append(mark) }
                rest.removeFirst()
            } else {
                let word = rest.prefix { !$0.isWhitespace && !($0.isASCII && $0.isNumber) && marks[$0] == nil }
                let bare = String(word.filter { $0 != "." })
                if let token = words[bare] {
                    if tokens.last != token { tokens.append(token) }
                } else if !lotWords.contains(bare) {
                    return nil
                }
                rest = rest[word.endIndex...]
            }
        }
        return tokens
    }

    private static let marks: [Character: Token] = [
        ",": .and, ";": .and, "&": .and, "+": .and, "-": .to, "–": .to, "—": .to, "‑": .to,
    ]

    /// In the languages of TED. `a` is left out: it is “to” in Spanish and “and” in Czech.
    private static let words: [String: Token] = [
        "and": .and, "och": .and, "et": .and, "und": .and, "y": .and, "e": .and, "i": .and, "og": .and, "en": .and,
        "ja": .and, "oraz": .and, "și": .and, "şi": .and, "in": .and, "ir": .and, "un": .and, "és": .and, "и": .and,
        "και": .and, "to": .to, "till": .to, "à": .to, "al": .to, "bis": .to, "do": .to, "tot": .to, "til": .to,
        "au": .to, "až": .to, "t/m": .to, "до": .to, "έως": .to,
    ]

    private static let lotWords: Set<String> = [
        "lot", "lots", "los", "lose", "lott", "lotto", "lotti", "lote", "lotes", "loturile", "lotul", "del", "delar",
        "delkontrakt", "anbudsområde", "anbudsområden", "delaftale", "perceel", "percelen", "część", "części", "częśc",
        "zadanie", "zadania", "pakiet", "część/części", "parti", "partija", "sklop", "sklopi", "grupa", "část", "časť",
        "rész", "osa", "osat", "erä", "dalis", "pirkimo", "daļa", "iepirkuma", "часть", "обособена", "позиция",
        "позиции", "τμήμα", "τμήματα", "nr", "no", "n", "no.", "number", "numbers", "numéro", "numéros", "č", "αρ",
        "№", "n°", "nº",
    ]
}
