import Language
import Procurement

extension RetrievalIndex {
    /// What a supplier is found by: the words of its names, its industry, what the register says that it does and the titles
    /// of what it has won; its CPV codes in the register and those of what it has won; its regions.
    ///
    /// - Parameters:
    ///   - suppliers: in ascending order of id.
    ///   - won: past procurements.
    ///   - awards: by supplier, the places in `won` of what it has won.
    init(
        _ suppliers: [Supplier], won: [PastProcurement], awards: Adjacency, lexicon: Lexicon
    ) {
        var titles = Adjacency()
        for procurement in won { titles.append(lexicon.read(FoldedText(procurement.title)).parts) }
        let texts = suppliers.indices.lazy.map { number in
            let supplier = suppliers[number]
            var text = FoldedText(supplier.name)
            for name in supplier.otherNames { text.append(name) }
            supplier.register?.sniLabel.map { text.append($0) }
            supplier.register?.description.map { text.append($0) }
            return awards[number].reduce(into: lexicon.read(text).parts) { $0 += titles[Int($1)] }
        }
        let codes = suppliers.indices.lazy.map { number in
            awards[number].reduce(into: suppliers[number].register?.cpv.map { Int32($0.number) } ?? []) {
                $0 += won[Int($1)].cpv.map { Int32($0.number) }
            }
        }
        let regions = suppliers.lazy.map { Set($0.nuts + ($0.register?.nuts ?? [])).sorted() }
        self.init(words: texts, wordCount: lexicon.parts.count, codes: codes, regions: regions)
    }
}
