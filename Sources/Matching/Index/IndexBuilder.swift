import Language
import Procurement

/// Builds a snapshot from what the store knows. Pure: the same facts in any order give the same snapshot.
package struct IndexBuilder: Sendable {
    /// The language that texts are stemmed in.
    package var language: StemmedLanguage
    /// How many open notices the snapshot keeps, the latest first.
    package var openNoticeLimit: Int

    package init(language: StemmedLanguage = .swedish, openNoticeLimit: Int = 200) {
        self.language = language
        self.openNoticeLimit = openNoticeLimit
    }

    /// - Parameters:
    ///   - asOf: leave out every notice dated after this day. Notices without a date stay.
    package func build(_ facts: MarketFacts, generation: Int = 0, asOf: CalendarDate? = nil) -> IndexSnapshot {
        let known = facts.procurements.filter { procurement in
            guard let asOf, let date = procurement.date else { return true }
            return date <= asOf
        }.sorted(by: Self.precedes)
        let past = known.filter { !$0.wins.isEmpty }

        var industries = IndustryTree()
        let sorted = facts.suppliers.sorted {
            Array($0.id.rawValue.utf8).lexicographicallyPrecedes(Array($1.id.rawValue.utf8))
        }
        let suppliers = SupplierTable(sorted, industries: &industries)
        let procurements = ProcurementTable(past, suppliers: suppliers)

        let stemmer = Stemmer(language)
        var lexicon = Lexicon()
        let titles = past.map { lexicon.learn(FoldedText($0.title), stemmer: stemmer) }
        let supplierTexts = sorted.map { lexicon.learn(SupplierText.words(of: $0), stemmer: stemmer) }
        return IndexSnapshot(
            generation: generation, asOf: asOf, openNotices: open(known), suppliers: suppliers, industries: industries,
            procurements: procurements, lexicon: lexicon, titles: WordIndex(titles, lexicon: lexicon),
            supplierWords: TermIndex(texts: supplierTexts.map(\.grams), terms: lexicon.grams.count),
            cpv: CPVOrder(procurements.cpv))
    }

    private func open(_ known: [PastProcurement]) -> [OpenNotice] {
        let settled = Set(known.filter { $0.purpose == .result }.compactMap(\.procedureID))
        return known.reversed().lazy.filter { procurement in
            procurement.purpose == .competition && procurement.procedureID.map { !settled.contains($0) } ?? true
        }.prefix(openNoticeLimit).map {
            OpenNotice(
                notice: $0.notice, title: $0.title, date: $0.date, buyerName: $0.buyers.first?.name,
                query: MatchQuery($0))
        }
    }

    private static func precedes(_ left: PastProcurement, _ right: PastProcurement) -> Bool {
        let days = (
            left.date?.daysSinceEpoch ?? ProcurementTable.unknownDate,
            right.date?.daysSinceEpoch ?? ProcurementTable.unknownDate
        )
        return days.0 != days.1 ? days.0 < days.1 : left.notice < right.notice
    }
}

/// Which of a supplier's words can meet the words of a need.
enum SupplierText {
    /// Legal forms and the like, which every other name holds.
    private static let empty: Set<String> = [
        "ab", "aktiebolag", "aktiebolaget", "hb", "kb", "handelsbolag", "kommanditbolag", "publ", "i", "och", "sverige",
        "svenska", "filial", "as", "oy", "gmbh", "ltd", "aps",
    ]

    /// Names, the register's description and what the register calls its industry.
    static func words(of supplier: Supplier) -> FoldedText {
        var text = name(supplier.name)
        if let register = supplier.register {
            for part in [register.sniLabel, register.description].compactMap({ $0 }) { text.append(part) }
        }
        return text
    }

    static func name(_ name: String) -> FoldedText {
        let folded = FoldedText(name)
        return FoldedText(folded.strings.filter { !empty.contains($0) }.joined(separator: " "))
    }
}
