import Language
import Procurement

/// All texts of a snapshot, indexed by their terms.
struct WordTables: Sendable {
    let lexicon: Lexicon
    /// By procurement: the runs of its title.
    let titles: TermVectors
    /// By procurement: the runs of its title with those of its codes' labels and its lots' titles.
    let subjects: TermVectors
    /// Which procurements hold which runs of `subjects`.
    let runs: RunIndex
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

    init(
        procurements: [PastProcurement], suppliers: [Supplier], industryLabels: TextPool, labels: CPVLabels,
        language: StemmedLanguage
    ) {
        let stemmer = Stemmer(language)
        let folded = procurements.map { FoldedText($0.title) }
        var lexicon = Lexicon(texts: folded, language: language)
        var titles = TermVectors.Builder()
        var subjects = TermVectors.Builder()
        var parts = TermVectors.Builder()
        var isMore = false
        for (procurement, text) in zip(procurements, folded) {
            let title = lexicon.learn(text, stemmer: stemmer)
            let about = labels.text(of: procurement.cpv, lots: procurement.lots, besides: procurement.title)
            let more = lexicon.learn(about, stemmer: stemmer).grams
            isMore = isMore || !more.isEmpty
            titles.append(title.grams)
            subjects.append(title.grams + more)
            parts.append(title.parts)
        }
        var names = TermVectors.Builder()
        var descriptions = TermVectors.Builder()
        for supplier in suppliers {
            names.append(lexicon.learn(SupplierName.distinctive(supplier.name), stemmer: stemmer).grams)
            descriptions.append(
                supplier.register?.description.map { lexicon.learn(FoldedText($0), stemmer: stemmer).grams } ?? [])
        }
        let industries = (0..<industryLabels.count).map {
            lexicon.learn(FoldedText(industryLabels[$0]), stemmer: stemmer).grams
        }
        let grams = lexicon.grams.count
        let ofTitles = TermVectors(titles)
        self.titles = ofTitles
        // Where no label adds anything the two are one, and share their memory.
        let ofSubjects = isMore ? TermVectors(subjects) : ofTitles
        self.subjects = ofSubjects
        runs = RunIndex(ofSubjects)
        self.parts = TermVectors(parts)
        self.names = TermVectors(names, leastTexts: 2, counting: .plain)
        nameWords = NameWords(suppliers.map(\.name))
        self.descriptions = TermVectors(descriptions)
        isLabelled = isMore
        self.industryLabels = TermIndex(texts: industries, terms: grams, counting: .plain)
        self.labels = labels
        self.lexicon = lexicon
    }

    var memory: Int {
        lexicon.memory + titles.memory + (isLabelled ? subjects.memory : 0) + runs.memory + parts.memory + names.memory
            + descriptions.memory + industryLabels.memory + nameWords.memory
    }
}
