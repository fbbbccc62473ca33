import Containers
import Language
import Procurement

/// The words of all texts that questions are looked up in, in one vocabulary, with how many texts hold each.
struct QuestionVocabulary {
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
