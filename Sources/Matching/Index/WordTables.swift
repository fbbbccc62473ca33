import Language
import Procurement

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

    init(
        procurements: [PastProcurement], suppliers: [Supplier], industryLabels: TextPool, labels: CPVLabels,
        language: StemmedLanguage
    ) {
        let stemmer = Stemmer(language)
        let folded = procurements.map { FoldedText($0.title) }
        var lexicon = Lexicon(texts: folded, language: language)
        var titles = TextRows()
        var subjects = TextRows()
        var isMore = false
        for (procurement, text) in zip(procurements, folded) {
            let title = lexicon.learnWords(text, stemmer: stemmer)
            let about = labels.text(of: procurement.cpv, lots: procurement.lots, besides: procurement.title)
            let more = lexicon.learnWords(about, stemmer: stemmer)
            isMore = isMore || !more.isEmpty
            titles.append(title)
            subjects.append(title + more)
        }
        var names = TextRows()
        var descriptions = TextRows()
        for supplier in suppliers {
            names.append(lexicon.learnWords(SupplierName.distinctive(supplier.name), stemmer: stemmer))
            descriptions.append(
                supplier.register?.description.map { lexicon.learnWords(FoldedText($0), stemmer: stemmer) } ?? [])
        }
        let industries = (0..<industryLabels.count).map {
            lexicon.learn(FoldedText(industryLabels[$0]), stemmer: stemmer).grams
        }
        titles.close()
        subjects.close()
        names.close()
        descriptions.close()
        let runs = WordTerms(lexicon.gramsOfWord, terms: lexicon.grams.count)
        let stems = WordTerms(lexicon.partsOfWord, terms: lexicon.parts.count)
        let ofTitles = TermVectors(titles, runs)
        self.titles = ofTitles
        // Where no label adds anything the two are one, and share their memory.
        let ofSubjects = isMore ? TermVectors(subjects, runs) : ofTitles
        self.subjects = ofSubjects
        holders = WordIndex(ofSubjects)
        parts = TermVectors(titles, stems)
        self.names = TermVectors(names, runs, leastTexts: 2, counting: .plain)
        nameWords = NameWords(suppliers.map(\.name))
        self.descriptions = TermVectors(descriptions, runs)
        isLabelled = isMore
        self.industryLabels = TermIndex(texts: industries, terms: lexicon.grams.count, counting: .plain)
        self.labels = labels
        self.lexicon = lexicon
        texts = [titles, names, descriptions] + (isMore ? [subjects] : [])
        wordsOfTerms = runs.words.memory + stems.words.memory
    }

    var memory: Int {
        texts.reduce(lexicon.memory + wordsOfTerms) { $0 + $1.memory } + titles.memory
            + (isLabelled ? subjects.memory : 0) + holders.memory + parts.memory + names.memory + descriptions.memory
            + industryLabels.memory + nameWords.memory
    }
}
