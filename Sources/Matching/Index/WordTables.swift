import Language
import Procurement

/// All texts of a snapshot, indexed by their terms.
struct WordTables: Sendable {
    let lexicon: Lexicon
    /// By procurement: the runs of its title.
    let titles: TermIndex
    /// By procurement: the runs of its title with those of its codes' labels and its lots' titles.
    let subjects: TermIndex
    /// By procurement: the parts of its title's words.
    let parts: TermIndex
    /// By supplier: the runs of its name.
    let names: TermIndex
    /// The same as vectors.
    let nameVectors: SparseVectors
    let nameWords: NameWords
    /// By supplier: the runs of what the register says that it does; empty where it says nothing.
    let descriptions: TermIndex
    /// By industry label: its runs.
    let industryLabels: TermIndex
    let labels: CPVLabels

    init(
        procurements: [PastProcurement], suppliers: [Supplier], industryLabels: TextPool, labels: CPVLabels,
        language: StemmedLanguage
    ) {
        let stemmer = Stemmer(language)
        let folded = procurements.map { FoldedText($0.title) }
        var lexicon = Lexicon(texts: folded, language: language)
        let titles = folded.map { lexicon.learn($0, stemmer: stemmer) }
        var subjects: [[Int32]] = []
        for (procurement, title) in zip(procurements, titles) {
            let subject = labels.text(of: procurement.cpv, lots: procurement.lots, besides: procurement.title)
            subjects.append(title.grams + lexicon.learn(subject, stemmer: stemmer).grams)
        }
        let names = suppliers.map { lexicon.learn(SupplierName.distinctive($0.name), stemmer: stemmer).grams }
        let descriptions = suppliers.map { supplier in
            supplier.register?.description.map { lexicon.learn(FoldedText($0), stemmer: stemmer).grams } ?? []
        }
        let industries = (0..<industryLabels.count).map {
            lexicon.learn(FoldedText(industryLabels[$0]), stemmer: stemmer).grams
        }
        let grams = lexicon.grams.count
        self.titles = TermIndex(texts: titles.map(\.grams), terms: grams)
        self.subjects = TermIndex(texts: subjects, terms: grams)
        parts = TermIndex(texts: titles.map(\.parts), terms: lexicon.parts.count)
        self.names = TermIndex(texts: names, terms: grams, leastTexts: 2, counting: .plain)
        nameVectors = SparseVectors(names, weighedBy: self.names)
        nameWords = NameWords(suppliers.map(\.name))
        self.descriptions = TermIndex(texts: descriptions, terms: grams)
        self.industryLabels = TermIndex(texts: industries, terms: grams, counting: .plain)
        self.labels = labels
        self.lexicon = lexicon
    }

    var memory: Int {
        lexicon.memory + titles.memory + subjects.memory + parts.memory + names.memory + descriptions.memory
            + industryLabels.memory + nameVectors.memory + nameWords.memory
    }
}
