import Language
import Procurement

extension RetrievalIndex {
    /// What a supplier is found by: the words of its names, its industry, what the register says that it does and the titles
    /// of what it has won; its CPV codes in the register and those of what it has won; its regions.
    ///
    /// - Parameters:
    ///   - suppliers: in ascending order of id.
    ///   - read: their words.
    ///   - procurements: what they have won.
    init(_ suppliers: [Supplier], _ read: SupplierWords, _ procurements: ProcurementTable, _ words: WordTables) {
        let partsOfWord = words.lexicon.parts(of: read.words)
        var ofTitles = Adjacency()
        var parts: [Int32] = []
        for procurement in 0..<procurements.count {
            parts.removeAll(keepingCapacity: true)
            words.addParts(ofTitle: procurement, to: &parts)
            ofTitles.append(parts)
        }
        let awards = procurements.awards
        let texts = suppliers.indices.lazy.map { supplier in
            var parts: [Int32] = []
            for row in [read.names[supplier], read.others[supplier], read.descriptions[supplier]] {
                for word in row { parts.append(contentsOf: partsOfWord[Int(word)]) }
            }
            for procurement in awards[supplier] { parts.append(contentsOf: ofTitles[Int(procurement)]) }
            return parts
        }
        let codes = suppliers.indices.lazy.map { supplier in
            var codes = suppliers[supplier].register?.cpv.map { Int32($0.number) } ?? []
            for procurement in awards[supplier] { codes.append(contentsOf: procurements.cpv[Int(procurement)]) }
            return codes
        }
        self.init(
            words: texts, wordCount: words.lexicon.parts.count, codes: codes, regions: suppliers.lazy.map(\.regions))
    }
}
