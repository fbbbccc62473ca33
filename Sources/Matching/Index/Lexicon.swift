import Language

/// The numbers of all terms that a snapshot knows, and how a text is read into them.
///
/// Two kinds of term: parts (the stems of a word's compound parts, and the stem of the whole), which make
/// `skolskjutstjänster` meet `skolskjuts`; and runs of four characters. A value: shared by all queries once built.
struct Lexicon: Sendable {
    private let splitter: CompoundSplitter
    private let language: StemmedLanguage
    private var words = Vocabulary()
    private(set) var parts = Vocabulary()
    private(set) var grams = KeyTable()
    /// Row = word, items = parts; empty for numbers and stop words.
    private(set) var partsOfWord = Adjacency()
    /// Row = word, items = runs; empty for numbers.
    private(set) var gramsOfWord = Adjacency()

    /// - Parameter texts: whose words compounds may be split into: the titles of past procurements.
    init(texts: some Sequence<FoldedText>, language: StemmedLanguage) {
        var vocabulary = Vocabulary()
        var holders: [Int32] = []
        var latest: [Int] = []
        for (number, text) in texts.enumerated() {
            for range in text.words {
                let word = Int(vocabulary.intern(text.units[range]))
                if word == holders.count {
                    holders.append(0)
                    latest.append(-1)
                }
                if latest[word] != number {
                    holders[word] += 1
                    latest[word] = number
                }
            }
        }
        splitter = CompoundSplitter(vocabulary: vocabulary, texts: holders)
        self.language = language
    }

    /// Reads a text and gives numbers to what is new in it.
    mutating func learn(_ text: FoldedText, stemmer: Stemmer) -> Terms {
        var terms = Terms()
        for word in learnWords(text, stemmer: stemmer) {
            terms.parts.append(contentsOf: partsOfWord[Int(word)])
            terms.grams.append(contentsOf: gramsOfWord[Int(word)])
        }
        return terms
    }

    /// The same by the numbers of the words, those without any term left out.
    mutating func learnWords(_ text: FoldedText, stemmer: Stemmer) -> [Int32] {
        var numbers: [Int32] = []
        for range in text.words {
            let word = text.units[range]
            let id = words.intern(word)
            if Int(id) == partsOfWord.count {
                let isNumber = text.isNumber(range)
                partsOfWord.append(
                    stems(of: word, isNumber: isNumber, stemmer: stemmer).map { parts.intern($0[...]) })
                gramsOfWord.append(isNumber ? [] : CharacterGrams.of(word).map { grams.intern($0) })
            }
            if !partsOfWord.range(Int(id)).isEmpty || !gramsOfWord.range(Int(id)).isEmpty { numbers.append(id) }
        }
        return numbers
    }

    /// Reads a text by what is known already; terms never seen are left out.
    func read(_ text: FoldedText) -> Terms {
        var terms = Terms()
        var stemmer: Stemmer?
        for range in text.words {
            let word = text.units[range]
            if let id = words.id(of: word) {
                terms.parts.append(contentsOf: partsOfWord[Int(id)])
                terms.grams.append(contentsOf: gramsOfWord[Int(id)])
            } else {
                let own = stemmer ?? Stemmer(language)
                stemmer = own
                let isNumber = text.isNumber(range)
                terms.parts.append(
                    contentsOf: stems(of: word, isNumber: isNumber, stemmer: own).compactMap {
                        parts.id(of: $0[...])
                    })
                if !isNumber { terms.grams += CharacterGrams.of(word).compactMap { grams.id(of: $0) } }
            }
        }
        return terms
    }

    /// The stem of a word as a whole, in the lexicon's language.
    func stem(_ word: String) -> [UInt16] { Stemmer(language).stem(Array(word.utf16)) }

    var memory: Int { words.memory + parts.memory + grams.memory + partsOfWord.memory + gramsOfWord.memory }

    private func stems(of word: ArraySlice<UInt16>, isNumber: Bool, stemmer: Stemmer) -> [[UInt16]] {
        guard !isNumber, !StopWords.contains(word) else { return [] }
        let pieces = splitter.parts(of: word)
        var stems = pieces.map { stemmer.stem($0) }
        if pieces.count > 1 { stems.append(stemmer.stem(word)) }
        return stems
    }
}

/// A text's terms as numbers of a `Lexicon`, repeats kept.
struct Terms: Sendable {
    var parts: [Int32] = []
    var grams: [Int32] = []
}
