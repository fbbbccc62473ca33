import Language

/// A question in plain words taken apart: which of its words say what is sought, and how much each counts.
///
/// A word that says what is sought has the weight 1. Less have the words after the first preposition, which say for whom,
/// where or when (`laddstolpar` till `hemtjänstens bilar`); adjectives before what they describe; what is done rather than
/// with what; a clause that begins with `som`; and, where one sentence says what is sought (`vi söker …`), all other
/// sentences. A comma or an `och` begins another facet: what is sought may be any of them.
struct QuestionReading {
    struct Word {
        /// As folded: small letters.
        let text: String
        var weight: Float
        /// Of the same facet as others with this number.
        let facet: Int
        /// What the table of everyday words says that it stands for.
        var means: [String]?
    }

    fileprivate(set) var words: [Word] = []
    private(set) var facets = 0
    private(set) var isEnglish = false

    private static let context: Float = 0.25
    private static let aside: Float = 0.6
    private static let descriptive: Float = 0.6
    private static let clause: Float = 0.5
    private static let action: Float = 0.5
    private static let afterColon: Float = 0.7

    private var places: [String: Int] = [:]

    init(_ text: String, weight: Float = 1) { append(text, weight: weight) }

    /// Adds another text, whose facets are its own.
    mutating func append(_ text: String, weight: Float = 1) {
        let sentences = QuestionTokens(text).sentences
        isEnglish = Self.isEnglish(Array(sentences.joined()))
        places.removeAll()
        let seeks = sentences.map { Self.seeking($0) }
        let someSeek = seeks.contains { $0 != nil }
        let before = facets
        for (sentence, seek) in zip(sentences, seeks) {
            if let seek {
                read(sentence[..<seek.lowerBound], weight: weight * Self.aside)
                read(sentence[seek.upperBound...], weight: weight)
            } else {
                read(sentence[...], weight: someSeek ? weight * Self.aside : weight)
            }
        }
        facets = max(facets, before + 1)
    }

    /// More small words of English than of Swedish.
    private static func isEnglish(_ tokens: [QuestionTokens.Token]) -> Bool {
        var lead = 0
        for case .word(let word) in tokens {
            let units = Array(word.utf16)[...]
            lead += (QuestionWords.english.isEmpty(units) ? 1 : 0) - (QuestionWords.swedish.isEmpty(units) ? 1 : 0)
        }
        return lead > 0
    }

    // MARK: What is sought

    private static let phrases: [[String]] = [
        ["söker"], ["sökes"], ["behöver"], ["vill", "ha"], ["vill", "köpa"], ["efterfrågar"], ["letar", "efter"],
        ["är", "ute", "efter"], ["looking", "for"], ["we", "need"], ["we", "seek"], ["seeking"],
    ]
    private static let firms: Set<String> = [
        "leverantör", "leverantörer", "företag", "supplier", "suppliers", "firm", "firms", "någon",
    ]
    private static let linking: Set<String> = ["av", "som", "of", "that", "who"]

    /// Where a sentence says that something is sought: `vi söker leverantörer av`.
    private static func seeking(_ sentence: [QuestionTokens.Token]) -> Range<Int>? {
        func word(_ place: Int) -> String? {
            guard place < sentence.count, case .word(let word) = sentence[place] else { return nil }
            return word
        }
        for start in sentence.indices {
            guard
                let phrase = phrases.first(where: { phrase in
                    phrase.indices.allSatisfy { word(start + $0) == phrase[$0] }
                })
            else { continue }
            var end = start + phrase.count
            var next = end
            if word(next) == "ny" || word(next) == "nya" { next += 1 }
            if let firm = word(next), firms.contains(firm), let link = word(next + 1), linking.contains(link) {
                end = next + 2
            }
            return start..<end
        }
        return nil
    }

    // MARK: Roles

    private mutating func read(_ tokens: ArraySlice<QuestionTokens.Token>, weight: Float) {
        guard let colon = tokens.firstIndex(of: .colon) else { return readFacets(tokens, weight: weight) }
        readFacets(tokens[..<colon], weight: weight)
        readFacets(tokens[(colon + 1)...], weight: weight * Self.afterColon)
    }

    /// What stands in brackets is an aside of its own; the rest goes on as if it weren't there.
    private mutating func readFacets(_ tokens: ArraySlice<QuestionTokens.Token>, weight: Float) {
        var outside: [QuestionTokens.Token] = []
        var insides: [[QuestionTokens.Token]] = []
        var rest = tokens
        while let token = rest.popFirst() {
            guard token == .opening, let end = rest.firstIndex(of: .closing) else {
                outside.append(token)
                continue
            }
            insides.append(Array(rest[..<end]))
            rest = rest[(end + 1)...]
        }
        readRun(outside, weight: weight)
        for inside in insides { readRun(inside, weight: weight * Self.aside) }
    }

    private mutating func readRun(_ tokens: [QuestionTokens.Token], weight: Float) {
        var isClause = false
        var role: Float = 1
        var carries = false
        var facet: [String] = []
        func flush(_ reading: inout Self) {
            reading.readFacet(facet, weight: weight, role: &role, carries: carries, isClause: &isClause)
            facet.removeAll()
        }
        for token in tokens {
            switch token {
            case .word(let word): facet.append(word)
            case .colon, .opening, .closing: continue
            case .and, .separator:
                flush(&self)
                carries = token == .and
            }
        }
        flush(&self)
    }

    /// - Parameters:
    ///   - role: of the facet before; becomes that at the end of this.
    ///   - carries: whether the role of the facet before goes on.
    private mutating func readFacet(
        _ words: [String], weight: Float, role: inout Float, carries: Bool, isClause: inout Bool
    ) {
        if !carries { role = 1 }
        var hasBegun = role < 1
        let list = isEnglish ? QuestionWords.english : QuestionWords.swedish
        let units = words.map { Array($0.utf16)[...] }
        // Another verb of the clause: `som hämtar och lämnar`.
        if !isEnglish, isClause, !(words.first.map(Self.isVerb) ?? false) { isClause = false }
        let denied = Self.denied(words)
        for (place, word) in words.enumerated() where !denied.contains(place) {
            if list.isPreposition(units[place]) {
                if hasBegun || (place == 0 && !self.words.isEmpty) { role = Self.context }
                continue
            }
            if hasBegun, Self.relative.contains(word) { role = min(role, Self.clause) }
            if !isEnglish, word == "som", place + 1 < words.count, words[place + 1].hasSuffix("r") { isClause = true }
            var share: Float = isClause ? Self.clause : QuestionWords.isAction(units[place]) ? Self.action : 1
            if !isEnglish, isDescriptive(place, of: words, units) { share = min(share, Self.descriptive) }
            guard isTelling(units[place]) else { continue }
            hasBegun = true
            if let known = places[word] {
                self.words[known].weight = max(self.words[known].weight, weight * role * share)
                continue
            }
            places[word] = self.words.count
            self.words.append(Word(text: word, weight: weight * role * share, facet: facets))
        }
        if hasBegun { facets += 1 }
    }

    private static let denying: Set<String> = ["inte", "ej", "icke", "not"]
    private static let correcting: Set<String> = ["utan", "but"]
    private static let only: Set<String> = ["bara", "endast", "enbart", "only", "just"]

    /// What is said not to be sought: `inte städning utan fönsterputs`. Not what is sought beside something else: `inte bara
    /// städning utan även fönsterputs`.
    private static func denied(_ words: [String]) -> Range<Int> {
        guard let start = words.firstIndex(where: { denying.contains($0) }), start + 1 < words.count,
            !only.contains(words[start + 1]), let end = words[start...].firstIndex(where: { correcting.contains($0) })
        else { return 0..<0 }
        return start..<end
    }

    /// What follows says more of what has been said.
    private static let relative: Set<String> = ["där", "vilket", "vilka", "that", "which", "where"]

    private static func isVerb(_ word: String) -> Bool {
        word.count >= 5 && ["ar", "er", "ör", "år"].contains { word.hasSuffix($0) }
    }

    /// An adjective before a noun, as far as its ending tells.
    private func isDescriptive(_ place: Int, of words: [String], _ units: [ArraySlice<UInt16>]) -> Bool {
        guard words[place].count > 4, place + 1 < words.count, words[place + 1].count > 3,
            ["a", "bart", "iskt", "ligt", "ade"].contains(where: { words[place].hasSuffix($0) })
        else { return false }
        return !QuestionWords.swedish.isPreposition(units[place + 1])
            && !QuestionWords.swedish.isEmpty(units[place + 1])
    }

    private func isTelling(_ word: ArraySlice<UInt16>) -> Bool {
        if QuestionWords.swedish.isEmpty(word) || (isEnglish && QuestionWords.english.isEmpty(word)) { return false }
        if word.count < 2 || word.allSatisfy({ (48...57).contains($0) }) { return false }
        return isEnglish || word.count > 2 || QuestionWords.isShortWord(word)
    }
}

extension QuestionReading {
    /// Gives the heaviest word of each phrase of the table that the question has (`street lights`) what the phrase stands for;
    /// the phrase's other words then count half.
    mutating func standIn(_ everyday: EverydayWords) {
        for phrase in everyday.phrases {
            let telling = phrase.words.filter {
                let units = Array($0.utf16)[...]
                return !QuestionWords.swedish.isEmpty(units) && !QuestionWords.english.isEmpty(units)
            }
            let places = telling.map { word in words.firstIndex { EverydayWords.areInflected($0.text, word) } }
            let found = places.compactMap { $0 }
            guard telling.count > 1, found.count == telling.count, let first = found.first else { continue }
            let heaviest = found.reduce(first) { words[$1].weight > words[$0].weight ? $1 : $0 }
            words[heaviest].means = everyday.entries[phrase.entry].means
            for place in Set(found) where place != heaviest { words[place].weight *= 0.5 }
        }
    }
}
