import Language
import Procurement

/// Builds a snapshot from what the store knows. Pure: the same facts in any order give the same snapshot.
package struct IndexBuilder: Sendable {
    /// The language that texts are stemmed in.
    package var language: StemmedLanguage
    /// What the CPV calls its codes; empty where no code list has been loaded.
    package var labels: CPVLabels
    /// The same in both languages, for questions in words.
    package var names: (swedish: [CPVCode: String], english: [CPVCode: String]) = ([:], [:])
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
        build(facts, generation: generation, asOf: asOf, progress: progress, beside: { _ in }).snapshot
    }

    /// - Parameter beside: what else is made of the texts, while the tables are being made.
    private func build<Other: Sendable>(
        _ facts: MarketFacts, generation: Int, asOf: CalendarDate?, progress: (Double) -> Void,
        beside: @escaping @Sendable (MarketTexts) -> Other
    ) -> (snapshot: IndexSnapshot, other: Other) {
        let known = facts.procurements.sorted
        let sorted = Self.sorted(facts.suppliers)
        let past = known.indices.compactMap { place -> Int32? in
            let outline = known.outline(place)
            return outline.isWon && Self.isKnown(outline, on: asOf) ? Int32(place) : nil
        }
        let unwon = known.indices.compactMap { place -> Int32? in
            let outline = known.outline(place)
            return outline.isCounted && !outline.isWon && Self.isKnown(outline, on: asOf) ? Int32(place) : nil
        }

        var tree = IndustryTree()
        var reading = ProcurementLists()
        let ((suppliers, procurements), (texts, other)) = sideBySide {
            let suppliers = SupplierTable(sorted, industries: &tree)
            return (suppliers, ProcurementTable(known, places: past, suppliers: suppliers, lists: &reading))
        } _: {
            let texts = MarketTexts(sorted, known)
            return (texts, beside(texts))
        }
        let (industries, lists) = (tree, reading)
        progress(0.4)
        let ((rows, keys), regions) = sideBySide {
            let rows = WordRows(
                lists, titles: texts.titles, places: past, suppliers: texts.ofSuppliers,
                industryLabels: industries.labelTexts, labels: labels, language: language)
            return (rows, ProcurementKeys(known, places: past))
        } _: {
            RegionTable(
                procurements, lists, titles: texts.titles, places: past, suppliers: sorted, words: texts.ofSuppliers)
        }
        progress(0.6)
        let ((words, background, classes), (retrieval, questions)) = sideBySide {
            let words = WordTables(rows, suppliers: texts.ofSuppliers, labels: labels)
            let background = Background(
                suppliers: suppliers, industries: industries, procurements: procurements, names: words.names)
            return (words, background, SupplierClasses(suppliers, awards: procurements.awards, regions: regions))
        } _: {
            (
                RetrievalIndex(sorted, texts.ofSuppliers, procurements, rows),
                QuestionIndex(
                    texts, places: past, procurements: procurements, suppliers: suppliers, industries: industries,
                    names: names)
            )
        }
        var whole = procurements
        whole.keys = keys
        let snapshot = IndexSnapshot(
            generation: generation, asOf: asOf,
            dataThrough: known.indices.lazy.map { known.outline($0) }.filter {
                $0.isCounted && Self.isKnown($0, on: asOf)
            }
            .compactMap(\.date).max(),
            openNotices: open(known, asOf: asOf).map { OpenNotice(facts.described[$0.notice] ?? $0) },
            suppliers: suppliers, industries: industries, procurements: whole,
            cpv: CPVOrder(procurements.cpv), words: words, regions: regions, background: background, classes: classes,
            retrieval: retrieval, unwon: UnwonCodes(known, places: unwon), questions: questions)
        return (snapshot, other)
    }

    /// The snapshot with what needs are looked up in.
    ///
    /// - Parameter names: what the CPV calls its codes, in both languages.
    package func buildBoth(
        _ facts: MarketFacts, generation: Int, names: (swedish: [CPVCode: String], english: [CPVCode: String]),
        progress: @Sendable (Double) -> Void = { _ in }
    ) -> (snapshot: IndexSnapshot, needs: NeedIndex) {
        var builder = self
        builder.names = names
        let (snapshot, known) = builder.build(facts, generation: generation, asOf: nil, progress: progress) {
            NeedNames($0, swedish: names.swedish, english: names.english)
        }
        return (snapshot, NeedIndex(known, facts, in: snapshot))
    }

    /// In ascending order of id, as the store gives them already.
    static func sorted(_ suppliers: [Supplier]) -> [Supplier] {
        let isOrdered = suppliers.indices.dropFirst().allSatisfy { next in
            !suppliers[next].id.rawValue.utf8.lexicographicallyPrecedes(suppliers[next - 1].id.rawValue.utf8)
        }
        if isOrdered { return suppliers }
        return suppliers.sorted { $0.id.rawValue.utf8.lexicographicallyPrecedes($1.id.rawValue.utf8) }
    }

    /// The competitions that a snapshot of these facts shows as open. Their descriptions are words of a query.
    package func openNotices(in facts: MarketFacts) -> [NoticeID] {
        var known = facts.procurements
        known.sort()
        return open(known, asOf: nil).map(\.notice)
    }

    private func open(_ known: PastProcurements, asOf: CalendarDate?) -> [PastProcurement] {
        func isMeant(_ place: Int, _ purpose: NoticePurpose) -> Bool {
            let outline = known.outline(place)
            return outline.purpose == purpose && Self.isKnown(outline, on: asOf)
        }
        guard known.indices.contains(where: { isMeant($0, .competition) }) else { return [] }
        var settled: Set<ProcedureID> = []
        for place in known.indices where isMeant(place, .result) {
            if let procedure = known.procedure(place) { settled.insert(procedure) }
        }
        return known.last(openNoticeLimit) { place in
            isMeant(place, .competition) && known.procedure(place).map { !settled.contains($0) } ?? true
        }
    }

    private static func isKnown(_ outline: PastProcurements.Outline, on day: CalendarDate?) -> Bool {
        guard let day, let date = outline.date else { return true }
        return date <= day
    }
}
