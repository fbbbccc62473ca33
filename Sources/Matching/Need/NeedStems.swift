import Language

/// A need's words by their stems, to tell which of a category's keywords it has. It belongs to the task that made it.
struct NeedStems {
    private let stemmer: Stemmer
    private let stems: Set<String>

    /// A shorter keyword is found as a word of its own only: `bro` is not in `broschyr`.
    private static let shortestInside = 5

    /// - Parameter isEnglish: whether to stem as English; what is no word of the language is stemmed alike on both sides.
    init(_ words: [String], isEnglish: Bool) {
        let stemmer = Stemmer(isEnglish ? .english : .swedish)
        self.stemmer = stemmer
        stems = Set(words.map { stemmer.stem($0) })
    }

    /// The keywords all of whose words the need has: as they are, or inside a compound too.
    func shared(with keywords: [String], insideCompounds: Bool) -> [String] {
        var seen: Set<String> = []
        return keywords.filter { keyword in
            let words = FoldedText(keyword).strings.filter { !StopWords.folded.contains($0) }
            return !words.isEmpty && words.allSatisfy({ has($0, inside: insideCompounds) })
                && seen.insert(words.map { stemmer.stem($0) }.joined(separator: " ")).inserted
        }
    }

    private func has(_ word: String, inside: Bool) -> Bool {
        let stem = stemmer.stem(word)
        return stems.contains(stem)
            || (inside && stem.count >= Self.shortestInside
                && stems.contains { $0.hasPrefix(stem) || $0.hasSuffix(stem) })
    }
}
