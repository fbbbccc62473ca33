import Containers
import Language
import Procurement

/// The texts of a snapshot as rows of numbered words, and the terms that the words are made of: what the tables of words
/// are reckoned from.
struct WordRows: Sendable {
    private(set) var lexicon: Lexicon
    /// By procurement: its title.
    private(set) var titles = VarintRows()
    /// By procurement: its title with its codes' labels. Empty where no label adds anything.
    private(set) var subjects = VarintRows()
    /// By supplier: what is telling of its name.
    private(set) var names = VarintRows()
    /// By supplier: what the register says that it does.
    private(set) var descriptions = VarintRows()
    /// By industry label: its runs.
    private(set) var industryLabels: [[Int32]] = []

    /// - Parameters:
    ///   - lists: the codes of past procurements.
    ///   - titles: of all procurements.
    ///   - places: which of the titles are those of past procurements.
    init(
        _ lists: ProcurementLists, titles read: TitleWords, places: [Int32], suppliers: SupplierWords,
        industryLabels: PackedTexts, labels: CPVLabels, language: StemmedLanguage
    ) {
        let stemmer = Stemmer(language)
        let splitter = CompoundSplitter(vocabulary: read.words, texts: read.holders(places))
        lexicon = Lexicon(splitter: splitter, language: language)
        var learner = WordLearner(read.words)
        // By set of codes: the words of their labels.
        var about = [[Int32]?](repeating: nil, count: lists.codes.lists.count)
        var isMore = false
        var row: [Int32] = []
        titles.reserve(rows: places.count)
        for (procurement, place) in places.enumerated() {
            row.removeAll(keepingCapacity: true)
            learner.learn(read.rows[Int(place)], into: &lexicon, stemmer: stemmer, to: &row)
            titles.append(&row)
            if labels.isEmpty { continue }
            let set = Int(lists.codesOf[procurement])
            let more =
                about[set]
                ?? lexicon.learnWords(
                    labels.text(of: lists.codes.lists[set], lots: [], besides: ""), stemmer: stemmer)
            about[set] = more
            isMore = isMore || !more.isEmpty
            row += more
            subjects.append(&row)
        }
        if !isMore { subjects = VarintRows() }
        let isEmpty = suppliers.words.map { SupplierName.isEmpty($0) }
        learner = WordLearner(suppliers.words)
        names.reserve(rows: suppliers.names.count)
        descriptions.reserve(rows: suppliers.names.count)
        for supplier in 0..<suppliers.names.count {
            row.removeAll(keepingCapacity: true)
            learner.learn(
                suppliers.names[supplier].lazy.filter { !isEmpty[Int($0)] }, into: &lexicon, stemmer: stemmer, to: &row)
            names.append(&row)
            row.removeAll(keepingCapacity: true)
            learner.learn(suppliers.descriptions[supplier], into: &lexicon, stemmer: stemmer, to: &row)
            descriptions.append(&row)
        }
        for label in 0..<industryLabels.count {
            self.industryLabels.append(lexicon.learn(FoldedText(industryLabels.text(label)), stemmer: stemmer).grams)
        }
        titles.close()
        subjects.close()
        names.close()
        descriptions.close()
    }

    /// Adds the parts of a title's words, in any order.
    func addParts(ofTitle number: Int, to row: inout GroupedRows) {
        let bytes = titles.rows.items.span
        var cursor = VarintRows.Cursor(titles.rows.offsets.span, number)
        while cursor.next(bytes) { row.add(lexicon.partsOfWord[cursor.number]) }
    }
}
