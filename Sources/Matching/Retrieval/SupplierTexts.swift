import Language
import Procurement

extension RetrievalIndex {
    /// What a supplier is found by: the words of its names, its industry, what the register says that it does and the titles
    /// of what it has won; its CPV codes in the register and those of what it has won; its regions.
    ///
    /// - Parameters:
    ///   - suppliers: in ascending order of id.
    ///   - won: past procurements in the order of `procurements`.
    init(
        _ suppliers: [Supplier], regions: [[NUTSCode]], won: [PastProcurement], procurements: ProcurementTable,
        words: WordTables
    ) {
        let lexicon = words.lexicon
        var titles = Adjacency()
        for procurement in won { titles.append(lexicon.read(FoldedText(procurement.title)).parts) }
        let texts = suppliers.indices.lazy.map { number in
            let supplier = suppliers[number]
            var text = FoldedText(supplier.name)
            for name in supplier.otherNames { text.append(name) }
            supplier.register?.sniLabel.map { text.append($0) }
            supplier.register?.description.map { text.append($0) }
            return procurements.awards[number].reduce(into: lexicon.read(text).parts) { $0 += titles[Int($1)] }
        }
        let codes = suppliers.indices.lazy.map { number in
            procurements.awards[number].reduce(into: suppliers[number].register?.cpv.map { Int32($0.number) } ?? []) {
                $0 += procurements.cpv[Int($1)]
            }
        }
        self.init(words: texts, wordCount: lexicon.parts.count, codes: codes, regions: regions)
    }
}
