import Containers
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
    ///   - words: of the procurements' titles.
    init(_ suppliers: [Supplier], _ read: SupplierWords, _ procurements: ProcurementTable, _ words: WordRows) {
        let partsOfWord = words.lexicon.parts(of: read.words)
        let awards = procurements.awards
        self.init(
            suppliers: suppliers.count, wordCount: words.lexicon.parts.count,
            regions: suppliers.indices.lazy.map { suppliers.regions(of: $0) }
        ) { supplier, row in
            for word in read.names[supplier] { row.add(partsOfWord[Int(word)]) }
            for word in read.others[supplier] { row.add(partsOfWord[Int(word)]) }
            for word in read.descriptions[supplier] { row.add(partsOfWord[Int(word)]) }
            for procurement in awards[supplier] { words.addParts(ofTitle: Int(procurement), to: &row) }
        } codes: { supplier, codes in
            if let ofRegister = suppliers[supplier].register?.cpv { codes += ofRegister.map { Int32($0.number) } }
            for procurement in awards[supplier] { codes.append(contentsOf: procurements.cpv[Int(procurement)]) }
        }
    }
}
