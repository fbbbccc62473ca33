import Containers

/// The terms that words are made of, of one kind: runs of characters, or parts.
struct WordTerms: Sendable {
    /// Row = word, with its terms, repeats kept. Empty where nobody asks for them any more.
    private(set) var ofWord: GapRows
    /// Row = term, with the words that hold it, as often as they do.
    let words: GapRows
    /// One more than the largest term.
    let count: Int

    /// - Parameter terms: one more than the largest term.
    init(_ ofWord: GapRows, terms: Int) {
        self.ofWord = ofWord
        words = ofWord.transposed(rows: terms)
        count = terms
    }

    mutating func forgetTermsOfWords() { ofWord = GapRows() }

    /// Bytes held, for reports.
    var memory: Int { ofWord.memory + words.memory }
}
