import Containers
import Language

/// All texts of a snapshot, indexed by their terms.
struct WordTables: Sendable {
    let lexicon: Lexicon
    /// By procurement: the runs of its title.
    let titles: TermVectors
    /// By procurement: the runs of its title with those of its codes' labels and its lots' titles.
    let subjects: TermVectors
    /// Which procurements hold which words of `subjects`.
    let holders: WordIndex
    /// By procurement: the parts of its title's words.
    let parts: TermVectors
    /// By supplier: the runs of its name.
    let names: TermVectors
    let nameWords: NameWords
    /// By supplier: the runs of what the register says that it does; empty where it says nothing.
    let descriptions: TermVectors
    /// By industry label: its runs.
    let industryLabels: TermIndex
    let labels: CPVLabels
    /// False where `subjects` is `titles`.
    let isLabelled: Bool
    /// The rows of words that the tables above share.
    private let texts: [VarintRows]
    private let wordsOfTerms: Int

    init(_ rows: WordRows, suppliers: SupplierWords, labels: CPVLabels) {
        let lexicon = rows.lexicon
        let runs = WordTerms(lexicon.gramsOfWord, terms: lexicon.grams.count)
        let stems = WordTerms(GapRows(lexicon.partsOfWord), terms: lexicon.parts.count)
        let titles = TermVectors(rows.titles, runs)
        self.titles = titles
        // Where no label adds anything the two are one, and share their memory.
        isLabelled = rows.subjects.count > 0
        let subjects = isLabelled ? TermVectors(rows.subjects, runs) : titles
        self.subjects = subjects
        holders = WordIndex(subjects)
        var parts = TermVectors(rows.titles, stems, counting: .plain)
        parts.forgetTermsOfWords()
        self.parts = parts
        names = TermVectors(ownNumbersOf: rows.names, runs, leastTexts: 2, counting: .plain)
        nameWords = NameWords(suppliers)
        descriptions = TermVectors(rows.descriptions, runs, counting: .plain)
        industryLabels = TermIndex(texts: rows.industryLabels, terms: lexicon.grams.count, counting: .plain)
        self.labels = labels
        self.lexicon = lexicon
        texts = [rows.titles, names.texts, rows.descriptions] + (isLabelled ? [rows.subjects] : [])
        wordsOfTerms = runs.words.memory + parts.terms.memory + names.terms.memory
    }

    /// Bytes held, for reports.
    var memoryOfTables: [(name: String, bytes: Int)] {
        [
            ("what is known of words", lexicon.memory + wordsOfTerms),
            ("titles", texts[0].memory + titles.memory + parts.memory + holders.memory),
            ("subjects", isLabelled ? texts[3].memory + subjects.memory : 0),
            ("names", texts[1].memory + names.memory + nameWords.memory),
            ("descriptions", texts[2].memory + descriptions.memory), ("industry labels", industryLabels.memory),
        ]
    }
}
