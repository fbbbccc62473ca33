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
    ///   - progress: told now and then how much is done, from 0 to 1.
    package func build(
        _ facts: MarketFacts, generation: Int = 0, asOf: CalendarDate? = nil,
        progress: @Sendable (Double) -> Void = { _ in }
    ) -> IndexSnapshot {
        let known = facts.procurements.sorted
        let middle = known.count / 2
        let (former, latter) = sideBySide {
            known.elements(in: 0..<middle) { $0.isWon && Self.isKnown($0, on: asOf) }
        } _: {
            known.elements(in: middle..<known.count) { $0.isWon && Self.isKnown($0, on: asOf) }
        }
        let past = former + latter

        var industries = IndustryTree()
        let sorted = Self.sorted(facts.suppliers)
        let suppliers = SupplierTable(sorted, industries: &industries)
        let industryLabels = industries.labelTexts
        let (words, (procurements, regions)) = sideBySide {
            WordTables(
                procurements: past, suppliers: sorted, industryLabels: industryLabels, labels: labels,
                language: language)
        } _: {
            let table = ProcurementTable(past, suppliers: suppliers)
            return (table, RegionTable(procurements: past, suppliers: sorted, table: table))
        }

        progress(0.6)
        return IndexSnapshot(
            generation: generation, asOf: asOf,
            openNotices: open(known, asOf: asOf).map { OpenNotice(facts.described[$0.notice] ?? $0) },
            suppliers: suppliers, industries: industries, procurements: procurements, words: words,
            regions: regions
        ) {
            RetrievalIndex(sorted, won: past, awards: procurements.awards, lexicon: words.lexicon)
        }
    }

    /// The snapshot with what needs are looked up in.
    ///
    /// - Parameter names: what the CPV calls its codes, in both languages.
    package func buildBoth(
        _ facts: MarketFacts, generation: Int, names: (swedish: [CPVCode: String], english: [CPVCode: String]),
        progress: @Sendable (Double) -> Void = { _ in }
    ) -> (snapshot: IndexSnapshot, needs: NeedIndex) {
        let (snapshot, known) = sideBySide {
            build(facts, generation: generation, progress: progress)
        } _: {
            NeedNames(facts, swedish: names.swedish, english: names.english)
        }
        return (snapshot, NeedIndex(known, facts, in: snapshot))
    }

    /// In ascending order of id, as the store gives them already.
    private static func sorted(_ suppliers: [Supplier]) -> [Supplier] {
        func isOrdered(_ one: Supplier, _ next: Supplier) -> Bool {
            !next.id.rawValue.utf8.lexicographicallyPrecedes(one.id.rawValue.utf8)
        }
        if zip(suppliers, suppliers.dropFirst()).allSatisfy(isOrdered) { return suppliers }
        return suppliers.sorted { $0.id.rawValue.utf8.lexicographicallyPrecedes($1.id.rawValue.utf8) }
    }

    /// The competitions that a snapshot of these facts shows as open. Their descriptions are words of a query.
    package func openNotices(in facts: MarketFacts) -> [NoticeID] {
        var known = facts.procurements
        known.sort()
        return open(known, asOf: nil).map(\.notice)
    }

    private func open(_ known: PastProcurements, asOf: CalendarDate?) -> [PastProcurement] {
        var settled: Set<ProcedureID> = []
        for place in known.indices {
            let outline = known.outline(place)
            guard outline.purpose == .result, Self.isKnown(outline, on: asOf) else { continue }
            if let procedure = outline.procedure { settled.insert(procedure) }
        }
        return known.last(openNoticeLimit) { outline in
            outline.purpose == .competition && Self.isKnown(outline, on: asOf)
                && outline.procedure.map { !settled.contains($0) } ?? true
        }
    }

    private static func isKnown(_ outline: PastProcurements.Outline, on day: CalendarDate?) -> Bool {
        guard let day, let date = outline.date else { return true }
        return date <= day
    }
}
