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
    private let texts: [TextRows]
    private let wordsOfTerms: Int

    init(_ rows: WordRows, suppliers: SupplierWords, labels: CPVLabels) {
        let lexicon = rows.lexicon
        let runs = WordTerms(lexicon.gramsOfWord, terms: lexicon.grams.count)
        let stems = WordTerms(lexicon.partsOfWord, terms: lexicon.parts.count)
        let titles = TermVectors(rows.titles, runs)
        self.titles = titles
        // Where no label adds anything the two are one, and share their memory.
        isLabelled = rows.subjects.count > 0
        let subjects = isLabelled ? TermVectors(rows.subjects, runs) : titles
        self.subjects = subjects
        holders = WordIndex(subjects)
        parts = TermVectors(rows.titles, stems)
        names = TermVectors(ownNumbersOf: rows.names, runs, leastTexts: 2, counting: .plain)
        nameWords = NameWords(suppliers)
        descriptions = TermVectors(rows.descriptions, runs)
        industryLabels = TermIndex(texts: rows.industryLabels, terms: lexicon.grams.count, counting: .plain)
        self.labels = labels
        self.lexicon = lexicon
        texts = [rows.titles, names.texts, rows.descriptions] + (isLabelled ? [rows.subjects] : [])
        wordsOfTerms = runs.words.memory + stems.words.memory + names.terms.ofWord.memory
    }

    var memory: Int {
        texts.reduce(lexicon.memory + wordsOfTerms) { $0 + $1.memory } + titles.memory
            + (isLabelled ? subjects.memory : 0) + holders.memory + parts.memory + names.memory + descriptions.memory
            + industryLabels.memory + nameWords.memory
    }
}
