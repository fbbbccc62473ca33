import Language

/// Texts by stem and by four-character run, with the numbers of both.
struct WordIndex: Sendable {
    let stems: TermIndex
    let grams: TermIndex

    init(_ texts: [AnalysedText], lexicon: Lexicon) {
        stems = TermIndex(texts: texts.map(\.stems), terms: lexicon.stems.count)
        grams = TermIndex(texts: texts.map(\.grams), terms: lexicon.grams.count)
    }

    var memory: Int { stems.memory + grams.memory }
}

/// A text's terms as numbers of a `Lexicon`.
struct AnalysedText: Sendable {
    var stems: [Int32] = []
    var grams: [Int32] = []
}

/// The numbers of all terms that a snapshot knows. A value: shared by all queries once built.
struct Lexicon: Sendable {
    private(set) var words = Vocabulary()
    private(set) var stems = Vocabulary()
    private(set) var grams = KeyTable()
    /// By word; -1 for numbers and stop words, which have no stem.
    private var stemOfWord: [Int32] = []

    /// Reads a text and gives numbers to what is new in it.
    mutating func learn(_ text: FoldedText, stemmer: Stemmer) -> AnalysedText {
        var analysed = AnalysedText()
        for range in text.words {
            let word = text.units[range]
            let id = Int(words.intern(word))
            if id == stemOfWord.count {
                let silent = text.isNumber(range) || StopWords.contains(word)
                stemOfWord.append(silent ? -1 : stems.intern(stemmer.stem(word)[...]))
            }
            if stemOfWord[id] >= 0 { analysed.stems.append(stemOfWord[id]) }
        }
        analysed.grams = CharacterGrams.of(text).map { grams.intern($0) }
        return analysed
    }

    /// Reads a text by what is known already. Words never seen have no number and are left out, but their stems and
    /// runs may be known.
    func analyse(_ text: FoldedText, stemmer: Stemmer) -> AnalysedText {
        var analysed = AnalysedText()
        for range in text.words {
            let word = text.units[range]
            if let id = words.id(of: word) {
                if stemOfWord[Int(id)] >= 0 { analysed.stems.append(stemOfWord[Int(id)]) }
            } else if !text.isNumber(range), !StopWords.contains(word), let stem = stems.id(of: stemmer.stem(word)[...])
            {
                analysed.stems.append(stem)
            }
        }
        analysed.grams = CharacterGrams.of(text).compactMap { grams.id(of: $0) }
        return analysed
    }

    var memory: Int { words.memory + stems.memory + grams.memory + stemOfWord.count * 4 }
}
