import Containers
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
    private(set) var grams = KeyInterner()
    /// Row = word, items = parts; empty for numbers and stop words.
    private(set) var partsOfWord = RaggedRows<Int32>()
    /// Row = word, with its runs; empty for numbers.
    private(set) var gramsOfWord = GapRows()

    /// - Parameter splitter: knows the words that compounds may be split into: those of the titles of past procurements.
    init(splitter: CompoundSplitter, language: StemmedLanguage) {
        self.splitter = splitter
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
        text.words.compactMap { learnWord(text.units[$0], stemmer: stemmer) }
    }

    /// The number of a word; `nil` for one without any term.
    mutating func learnWord(_ word: ArraySlice<UInt16>, stemmer: Stemmer) -> Int32? {
        let id = words.intern(word)
        if Int(id) == partsOfWord.count {
            let isNumber = Self.isNumber(word)
            partsOfWord.append(stems(of: word, isNumber: isNumber, stemmer: stemmer).map { parts.intern($0[...]) })
            gramsOfWord.append(isNumber ? [] : CharacterGrams.of(word).map { grams.intern($0) })
        }
        return partsOfWord.range(Int(id)).isEmpty && gramsOfWord.isEmpty(Int(id)) ? nil : id
    }

    /// Reads a text by what is known already; terms never seen are left out.
    func read(_ text: FoldedText) -> Terms {
        var terms = Terms()
        var stemmer: Stemmer?
        for range in text.words { read(text.units[range], into: &terms, &stemmer) }
        return terms
    }

    /// By word: the parts of it that are known already.
    func parts(of vocabulary: Vocabulary) -> RaggedRows<Int32> {
        var rows = RaggedRows<Int32>()
        var stemmer: Stemmer?
        for word in 0..<Int32(vocabulary.count) {
            var terms = Terms()
            read(vocabulary[word], into: &terms, &stemmer)
            rows.append(terms.parts)
        }
        return rows
    }

    /// - Parameter stemmer: made when the first word needs one.
    private func read(_ word: ArraySlice<UInt16>, into terms: inout Terms, _ stemmer: inout Stemmer?) {
        if let id = words.id(of: word) {
            terms.parts.append(contentsOf: partsOfWord[Int(id)])
            terms.grams.append(contentsOf: gramsOfWord[Int(id)])
            return
        }
        let own = stemmer ?? Stemmer(language)
        stemmer = own
        let isNumber = Self.isNumber(word)
        terms.parts.append(
            contentsOf: stems(of: word, isNumber: isNumber, stemmer: own).compactMap { parts.id(of: $0[...]) })
        if !isNumber { terms.grams += CharacterGrams.of(word).compactMap { grams.id(of: $0) } }
    }

    private static func isNumber(_ word: ArraySlice<UInt16>) -> Bool { word.allSatisfy { (48...57).contains($0) } }

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

/// Reads rows of words that another vocabulary numbers into a lexicon, each word once.
struct WordLearner {
    private let vocabulary: Vocabulary
    /// By word: its number in the lexicon.
    private var numbers: [Int32]
    private static let (unread, withoutTerms): (Int32, Int32) = (-1, -2)

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        numbers = Array(repeating: Self.unread, count: vocabulary.count)
    }

    /// Adds the numbers of the words in the lexicon, those without any term left out.
    mutating func learn(
        _ row: some Sequence<Int32>, into lexicon: inout Lexicon, stemmer: Stemmer, to learned: inout [Int32]
    ) {
        for word in row {
            if numbers[Int(word)] == Self.unread {
                numbers[Int(word)] =
                    lexicon.learnWord(vocabulary[word], stemmer: stemmer) ?? Self.withoutTerms
            }
            if numbers[Int(word)] != Self.withoutTerms { learned.append(numbers[Int(word)]) }
        }
    }
}

/// A text's terms as numbers of a `Lexicon`, repeats kept.
struct Terms: Sendable {
    var parts: [Int32] = []
    var grams: [Int32] = []
}
