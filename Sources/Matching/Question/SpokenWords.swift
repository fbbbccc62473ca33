import Language

/// The words of a few texts, to tell which words of a question they have.
struct SpokenWords {
    /// By stem, what it is worth; see `TextField`.
    private var worths: [Int32: Float] = [:]
    /// Also those whose stems no text of the index has.
    private var words: Set<String> = []

    init(_ texts: [String], in index: QuestionIndex) {
        let stemmer = WordStemmer()
        for text in texts {
            let folded = FoldedText(text)
            for range in folded.words where !QuestionWords.swedish.isEmpty(folded.units[range]) {
                words.insert(folded.string(range))
                index.analyser.tree(of: folded.units[range], stemmer).forEachStem {
                    worths[$0] = max(worths[$0] ?? 0, $1)
                }
            }
        }
    }

    func worth(of stem: Int32?) -> Float { stem.flatMap { worths[$0] } ?? 0 }

    func contains(_ word: String) -> Bool { words.contains(word) }
}

extension SoughtWord {
    /// How far the texts have the word, from 0 to 1.
    func match(in spoken: SpokenWords) -> Float {
        if spoken.contains(text) { return 1 }
        func match(_ tree: SoughtTree) -> Float {
            let own = spoken.worth(of: tree.stem)
            guard tree.constituents.count == 2 else { return own }
            return max(
                own,
                Self.ofConstituents
                    * (tree.shares.first * match(tree.constituents[0]) + tree.shares.last * match(tree.constituents[1]))
            )
        }
        return alternatives.reduce(match(tree)) { best, alternative in
            max(best, alternative.reduce(0) { $0 + match($1) } / Float(alternative.count))
        }
    }

    /// The words that it is made of that are known, as their stems.
    func constituents(in index: QuestionIndex) -> [String] {
        tree.constituents.compactMap { $0.stem.map { index.analyser.stems.string($0) } }
    }
}
