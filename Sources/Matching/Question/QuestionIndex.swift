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
        self.names = TextField(count: texts.suppliers.count, stems: stems, trees: trees) { text, body in
            for word in texts.ofSuppliers.names[text] where !words.isFirmWord[Int(word)] {
                body(words.ofSuppliers[Int(word)], 1)
            }
        }
        descriptions = TextField(count: texts.suppliers.count, stems: stems, trees: trees) { text, body in
            for word in texts.ofSuppliers.descriptions[text] { body(words.ofSuppliers[Int(word)], 1) }
        }
        var isDescribed = SupplierSet(suppliers: texts.suppliers.count)
        for supplier in 0..<texts.suppliers.count where !texts.ofSuppliers.descriptions.range(supplier).isEmpty {
            isDescribed.insert(Int32(supplier))
        }
        self.isDescribed = isDescribed
        let swedish = words.codeNames
        codes = swedish.codes
        codeNames = TextField(count: swedish.rows.count, stems: stems, trees: trees) { text, body in
            for word in swedish.rows[text] { body(word, 1) }
        }
        industryNames = TextField(count: words.industryNames.count, stems: stems, trees: trees) { text, body in
            for word in words.industryNames[text] { body(word, 1) }
        }
        let english = EnglishNames(names.english, of: swedish.codes)
        englishStems = english.stems
        englishCodeNames = english.field
        dictionary = english.dictionary(to: codeNames, stems: analyser.stems)
        var rows: [UInt32: Int32] = [:]
        for (row, code) in codes.enumerated() { rows[code.number] = Int32(row) }
        let mainCodes = MainCodes(procurements.cpv)
        self.mainCodes = mainCodes
        var shares: [UInt16: Float] = [:]
        for (code, holders) in zip(mainCodes.codes, mainCodes.holders.rows) {
            shares[UInt16(code / 100_000), default: 0] +=
                Float(mainCodes.holders.range(Int(holders)).count) / Float(max(1, procurements.count))
        }
        groupShares = shares
        var holders = [[Int32]](repeating: [], count: codes.count)
        for (place, code) in mainCodes.codes.enumerated() {
            if let row = rows[code] { holders[Int(row)] = Array(mainCodes.holders[place]) }
        }
        var procurementsOfCode = RaggedRows<Int32>()
        for row in holders { procurementsOfCode.append(row) }
        self.procurementsOfCode = procurementsOfCode
        var firms = [Float](repeating: 0, count: industries.count)
        for leaf in suppliers.industries {
            var node = Int(leaf)
            firms[node] += 1
            while node != Int(IndustryTree.root) {
                node = Int(industries.parents[node])
                firms[node] += 1
            }
        }
        firmsOfIndustry = firms
        (offeredCodes, suppliersOfOffer) = Self.offers(of: texts.suppliers)
        let stemmer = WordStemmer()
        plainStems = Set(QuestionWords.plain.compactMap { analyser.stems.id(of: stemmer.stem($0)[...]) })
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

/// The words of all texts that questions are looked up in, in one vocabulary, with how many texts hold each.
private struct QuestionVocabulary {
    private(set) var words: Vocabulary
    private(set) var texts: [Int32]
    /// By word of `SupplierWords`: its number here.
    private(set) var ofSuppliers: [Int32] = []
    /// By word of `SupplierWords`: whether it says nothing in a firm's name.
    private(set) var isFirmWord: [Bool] = []
    /// Row = industry label, items = its words.
    private(set) var industryNames: [[Int32]] = []
    private(set) var codeNames: (codes: [CPVCode], rows: [[Int32]]) = ([], [])

    init(_ read: MarketTexts, places: [Int32], industries: IndustryTree, codeNames: [CPVCode: String]) {
        words = read.titles.words
        texts = read.titles.holders(places)
        let suppliers = read.ofSuppliers
        for word in 0..<Int32(suppliers.words.count) { ofSuppliers.append(number(of: suppliers.words[word])) }
        isFirmWord = suppliers.words.map { QuestionWords.isFirmWord($0) }
        for row in 0..<suppliers.names.count {
            count(suppliers.names[row].map { ofSuppliers[Int($0)] })
            count(suppliers.descriptions[row].map { ofSuppliers[Int($0)] })
        }
        for label in 0..<industries.labelTexts.count { industryNames.append(learn(industries.labelTexts.text(label))) }
        for (code, name) in codeNames.sorted(by: { $0.key < $1.key }) {
            self.codeNames.codes.append(code)
            self.codeNames.rows.append(learn(name))
        }
    }

    private mutating func number(of word: ArraySlice<UInt16>) -> Int32 {
        let number = words.intern(word)
        if Int(number) == texts.count { texts.append(0) }
        return number
    }

    /// One more text for each of its words.
    private mutating func count(_ row: [Int32]) {
        for (place, word) in row.enumerated() where !row[..<place].contains(word) { texts[Int(word)] += 1 }
    }

    private mutating func learn(_ text: String) -> [Int32] {
        let folded = FoldedText(text)
        let row = folded.words.map { number(of: folded.units[$0]) }
        count(row)
        return row
    }
}

/// What the CPV calls its codes in English.
private struct EnglishNames {
    private(set) var stems = Vocabulary()
    let field: TextField

    /// - Parameter codes: the rows of the field.
    init(_ names: [CPVCode: String], of codes: [CPVCode]) {
        let stemmer = Stemmer(.english)
        var stems = Vocabulary()
        let rows = codes.map { code -> [Int32] in
            let folded = FoldedText(names[code] ?? "")
            return folded.words.map { stems.intern(stemmer.stem(folded.units[$0])[...]) }
        }
        self.stems = stems
        field = TextField(count: codes.count, stems: stems.count, trees: WordTrees(ownStems: stems.count)) {
            text, body in
            for stem in rows[text] { body(stem, 1) }
        }
    }

    private static let mostWords = 3
    private static let least: Float = 0.3
    private static let besidesBest: Float = 0.7

    /// By stem: the Swedish stems whose codes are its codes, by Dice's coefficient (Dice 1945) of at least 0.3 and 0.7 times
    /// the best; three at most.
    func dictionary(to swedish: TextField, stems others: Vocabulary) -> [[Int32]] {
        /// By code: the Swedish stems that its name has as words of their own or as a half.
        var stemsOfCode = [[Int32]](repeating: [], count: swedish.count)
        var holders = [Float](repeating: 0, count: others.count)
        for stem in 0..<Int32(others.count) where others[stem].count > 2 && !QuestionWords.swedish.isEmpty(others[stem])
        {
            swedish.forEachPosting(of: stem) { code, worth in
                guard worth >= 0.69 else { return }
                stemsOfCode[Int(code)].append(stem)
                holders[Int(stem)] += 1
            }
        }
        return (0..<Int32(stems.count)).map { english in
            var common: [Int32: Float] = [:]
            var count: Float = 0
            field.forEachPosting(of: english) { code, _ in
                count += 1
                for stem in stemsOfCode[Int(code)] { common[stem, default: 0] += 1 }
            }
            let found = common.map { (stem: $0.key, dice: 2 * $0.value / (count + holders[Int($0.key)])) }
                .sorted { ($1.dice, $0.stem) < ($0.dice, $1.stem) }.prefix(Self.mostWords)
            let best = found.first?.dice ?? 0
            return found.filter { $0.dice >= Self.least && $0.dice >= Self.besidesBest * best }.map(\.stem)
        }
    }
}
