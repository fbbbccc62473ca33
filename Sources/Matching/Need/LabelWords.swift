import Containers
import Language
import Procurement

/// The words of the names of CPV codes in one language, to tell a word of the language from a name.
struct LabelWords: Sendable {
    private let lexicon: Lexicon
    private let parts: TermIndex

    /// - Parameters:
    ///   - labels: by code, in the language.
    ///   - titles: further texts whose words compounds may be split into.
    init(_ labels: [CPVCode: String], language: StemmedLanguage, titles: TitleWords) {
        let sorted = labels.sorted { $0.key < $1.key }
        let folded = sorted.map { FoldedText($0.value) }
        var vocabulary = titles.words
        var holders = titles.holders(titles.rows.rows)
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
        parts = TermIndex(texts: terms, terms: lexicon.parts.count)
        self.lexicon = lexicon
    }

    /// Whether any name has the word, or a part of it.
    func holds(_ word: String) -> Bool {
        lexicon.read(FoldedText(word)).parts.contains { parts.documentFrequency(of: $0) > 0 }
    }
}
