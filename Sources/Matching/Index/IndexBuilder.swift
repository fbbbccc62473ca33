import Language
import Procurement

/// Builds a snapshot from what the store knows. Pure: the same facts in any order give the same snapshot.
package struct IndexBuilder: Sendable {
    /// The language that texts are stemmed in.
    package var language: StemmedLanguage
    /// What the CPV calls its codes; empty where no code list has been loaded.
    package var labels: CPVLabels
    /// How many open notices the snapshot keeps, the latest first.
    package var openNoticeLimit: Int

    package init(language: StemmedLanguage = .swedish, labels: CPVLabels = CPVLabels(), openNoticeLimit: Int = 200) {
        self.language = language
        self.labels = labels
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
        let words = WordTables(
            procurements: past, suppliers: sorted, industryLabels: industries.labelTexts, labels: labels,
            language: language)

        return IndexSnapshot(
            generation: generation, asOf: asOf, openNotices: open(known), suppliers: suppliers, industries: industries,
            procurements: procurements, words: words,
            regions: RegionTable(procurements: past, suppliers: sorted, table: procurements),
            retrieval: RetrievalIndex(sorted, won: past, awards: procurements.awards, lexicon: words.lexicon))
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
