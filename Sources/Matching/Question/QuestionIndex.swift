import Containers
import Language
import Procurement

/// What a question in words is looked up in: the titles of past procurements, the names of CPV codes, and what is written of
/// suppliers (their names, what their industries are called, what the register says that they do). Built with the snapshot
/// and never changed.
struct QuestionIndex: Sendable {
    let analyser: CompoundAnalyser
    /// By past procurement.
    let titles: TextField
    /// By code of `codes`, as it is called in Swedish.
    let codeNames: TextField
    /// The same in English; its stems are those of `englishStems`.
    let englishCodeNames: TextField
    let englishStems: Vocabulary
    /// By English stem: the Swedish stems that stand in the names of the same codes, the surest first.
    let dictionary: [[Int32]]
    /// By row of `IndustryTree.labelTexts`.
    let industryNames: TextField
    /// By supplier.
    let names: TextField
    /// By supplier.
    let descriptions: TextField
    /// The suppliers of whom the register says what they do.
    let isDescribed: SupplierSet
    /// The codes that have a name, ascending.
    let codes: [CPVCode]
    let mainCodes: MainCodes
    /// By the first three digits of a main code: the share of all past procurements, none of them 0.
    let groupShares: [UInt16: Float]
    /// Row = code of `codes`, items = the past procurements that have it as their main code.
    let procurementsOfCode: RaggedRows<Int32>
    /// Stems that weigh little wherever they stand.
    let plainStems: Set<Int32>
    /// By node of the industry tree: how many firms are in it.
    let firmsOfIndustry: [Float]
    /// The codes that the register says that firms offer, ascending.
    let offeredCodes: [UInt32]
    /// Row = code of `offeredCodes`, items = suppliers.
    let suppliersOfOffer: RaggedRows<Int32>

    init(
        _ texts: MarketTexts, places: [Int32], procurements: ProcurementTable, suppliers: SupplierTable,
        industries: IndustryTree,
        names: (swedish: [CPVCode: String], english: [CPVCode: String])
    ) {
        let words = QuestionVocabulary(texts, places: places, industries: industries, codeNames: names.swedish)
        var analyser = CompoundAnalyser(words: words.words, texts: words.texts)
        let trees = WordTrees(words.words, learntBy: &analyser)
        let stems = analyser.stems.count
        self.analyser = analyser
        let roles = TitleRoles(texts.titles.words)
        titles = TextField(count: places.count, stems: stems, trees: trees) { text, body in
            roles.forEachWord(of: texts.titles.rows[Int(places[text])], body)
        }
        let (read, ofSuppliers) = (texts.ofSuppliers, words.ofSuppliers)
        self.names = TextField(count: texts.suppliers.count, stems: stems, trees: trees) { text, body in
            for word in read.names[text] where !words.isFirmWord[Int(word)] { body(ofSuppliers[Int(word)], 1) }
        }
        descriptions = TextField(count: texts.suppliers.count, stems: stems, trees: trees) { text, body in
            for word in read.descriptions[text] { body(ofSuppliers[Int(word)], 1) }
        }
        isDescribed = Self.described(texts)
        industryNames = TextField(words.industryNames, stems: stems, trees: trees)
        codes = words.codeNames.codes
        codeNames = TextField(words.codeNames.rows, stems: stems, trees: trees)
        let english = EnglishNames(names.english, of: codes)
        englishStems = english.stems
        englishCodeNames = english.field
        dictionary = english.dictionary(to: codeNames, stems: analyser.stems)
        mainCodes = MainCodes(procurements.cpv)
        groupShares = mainCodes.groupShares
        procurementsOfCode = mainCodes.procurements(of: codes)
        firmsOfIndustry = Self.firms(of: industries, suppliers)
        (offeredCodes, suppliersOfOffer) = Self.offers(of: texts.suppliers)
        let stemmer = WordStemmer()
        plainStems = Set(QuestionWords.plain.compactMap { analyser.stems.id(of: stemmer.stem($0)[...]) })
    }

    private static func described(_ texts: MarketTexts) -> SupplierSet {
        var described = SupplierSet(suppliers: texts.suppliers.count)
        for supplier in texts.suppliers.indices where texts.ofSuppliers.descriptions.length(supplier) > 0 {
            described.insert(Int32(supplier))
        }
        return described
    }

    private static func firms(of industries: IndustryTree, _ suppliers: SupplierTable) -> [Float] {
        var firms = [Float](repeating: 0, count: industries.count)
        for leaf in suppliers.industries {
            var node = Int(leaf)
            firms[node] += 1
            while node != Int(IndustryTree.root) {
                node = Int(industries.parents[node])
                firms[node] += 1
            }
        }
        return firms
    }

    private static func offers(of suppliers: [Supplier]) -> ([UInt32], RaggedRows<Int32>) {
        var pairs: [(code: UInt32, supplier: Int32)] = []
        for supplier in suppliers.indices {
            for code in suppliers[supplier].register?.cpv ?? [] { pairs.append((code.number, Int32(supplier))) }
        }
        let codes = Set(pairs.map(\.code)).sorted()
        let rows = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, Int32($0)) })
        return (
            codes,
            RaggedRows<Int32>(rows: codes.count, pairs: pairs.map { (row: rows[$0.code] ?? 0, item: $0.supplier) })
        )
    }

    /// Bytes held, for reports.
    var memory: Int {
        analyser.memory + titles.memory + codeNames.memory + englishCodeNames.memory + industryNames.memory
            + names.memory + descriptions.memory + mainCodes.memory + suppliersOfOffer.memory
    }
}
