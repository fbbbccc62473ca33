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

    /// - Parameters:
    ///   - lists: the codes of past procurements.
    ///   - titles: of all procurements.
    ///   - places: which of the titles are those of past procurements.
    init(
        _ lists: ProcurementLists, titles read: TitleWords, places: [Int32], suppliers: SupplierWords,
        industryLabels: TextPool, labels: CPVLabels, language: StemmedLanguage
    ) {
        let stemmer = Stemmer(language)
        let splitter = CompoundSplitter(vocabulary: read.words, texts: read.holders(places))
        var lexicon = Lexicon(splitter: splitter, language: language)
        var learner = WordLearner(read.words)
        var titles = TextRows()
        var subjects = TextRows()
        // By set of codes: the words of their labels.
        var about = [[Int32]?](repeating: nil, count: lists.codes.lists.count)
        var isMore = false
        for (procurement, place) in places.enumerated() {
            let title = learner.learn(read.rows[Int(place)], into: &lexicon, stemmer: stemmer)
            titles.append(title)
            if labels.isEmpty { continue }
            let set = Int(lists.codesOf[procurement])
            let more =
                about[set]
                ?? lexicon.learnWords(
                    labels.text(of: lists.codes.lists[set], lots: [], besides: ""), stemmer: stemmer)
            about[set] = more
            isMore = isMore || !more.isEmpty
            subjects.append(title + more)
        }
        var names = TextRows()
        var descriptions = TextRows()
        let isEmpty = suppliers.words.map { SupplierName.isEmpty($0) }
        learner = WordLearner(suppliers.words)
        for supplier in 0..<suppliers.names.count {
            names.append(
                learner.learn(suppliers.names[supplier].filter { !isEmpty[Int($0)] }, into: &lexicon, stemmer: stemmer))
            descriptions.append(learner.learn(suppliers.descriptions[supplier], into: &lexicon, stemmer: stemmer))
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
        self.names = TermVectors(ownNumbersOf: names, runs, leastTexts: 2, counting: .plain)
        nameWords = NameWords(suppliers)
        self.descriptions = TermVectors(descriptions, runs)
        isLabelled = isMore
        self.industryLabels = TermIndex(texts: industries, terms: lexicon.grams.count, counting: .plain)
        self.labels = labels
        self.lexicon = lexicon
        texts = [titles, self.names.texts, descriptions] + (isMore ? [subjects] : [])
        wordsOfTerms = runs.words.memory + stems.words.memory + self.names.terms.ofWord.memory
    }

    /// Adds the parts of a title's words, in any order.
    func addParts(ofTitle number: Int, to parts: inout [Int32]) {
        let titles = texts[0]
        let bytes = titles.bytes.span
        var cursor = TextRows.Cursor(titles.offsets.span, number)
        while cursor.next(bytes) { parts.append(contentsOf: lexicon.partsOfWord[cursor.word]) }
    }

    var memory: Int {
        texts.reduce(lexicon.memory + wordsOfTerms) { $0 + $1.memory } + titles.memory
            + (isLabelled ? subjects.memory : 0) + holders.memory + parts.memory + names.memory + descriptions.memory
            + industryLabels.memory + nameWords.memory
    }
}
