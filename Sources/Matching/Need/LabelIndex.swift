import Language
import Procurement

/// The names of CPV codes in one language, to be found by the words of a need.
struct LabelIndex: Sendable {
    private let codes: [CPVCode]
    private let lexicon: Lexicon
    private let parts: TermIndex

    /// - Parameters:
    ///   - labels: by code, in the language.
    ///   - titles: further texts whose words compounds may be split into.
    init(_ labels: [CPVCode: String], language: StemmedLanguage, titles: TitleWords? = nil) {
        let sorted = labels.sorted { $0.key < $1.key }
        let folded = sorted.map { FoldedText($0.value) }
        var vocabulary = titles?.words ?? Vocabulary()
        var holders = titles.map { $0.holders($0.rows.rows) } ?? []
        for text in folded {
            for word in Set(text.words.map { text.units[$0] }) {
                let number = Int(vocabulary.intern(word))
                if number == holders.count { holders.append(0) }
                holders[number] += 1
            }
        }
        var lexicon = Lexicon(
            splitter: CompoundSplitter(vocabulary: vocabulary, texts: holders), language: language)
        let stemmer = Stemmer(language)
        let terms = folded.map { lexicon.learn($0, stemmer: stemmer).parts }
        codes = sorted.map(\.key)
        parts = TermIndex(texts: terms, terms: lexicon.parts.count)
        self.lexicon = lexicon
    }

    struct Hit: Sendable {
        let code: CPVCode
        /// The cosine of the need's words and the label's, from 0 to 1.
        let likeness: Float
    }

    /// The codes whose names share words with the need, the most alike first.
    func hits(_ words: [String], least: Float, limit: Int) -> [Hit] {
        guard !parts.isEmpty else { return [] }
        let terms = lexicon.read(FoldedText(words.joined(separator: " "))).parts
        let cosines = parts.cosines(parts.vector(terms))
        return Selection.best(cosines, limit).filter { cosines[Int($0)] >= least }.map {
            Hit(code: codes[Int($0)], likeness: cosines[Int($0)])
        }
    }

    /// Whether any name has the word, or a part of it.
    func holds(_ word: String) -> Bool {
        lexicon.read(FoldedText(word)).parts.contains { parts.holders(of: $0) > 0 }
    }
}
