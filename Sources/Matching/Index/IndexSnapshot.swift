import Containers
import Language
import Procurement

/// Everything that a match needs, laid out for reading and never changed: any number of threads share one.
///
/// Built by `IndexBuilder`. A reply carries the `generation` of the snapshot that it was made from.
package final class IndexSnapshot: Sendable {
    package let generation: Int
    /// Nothing dated after this day is in here. Nil: no limit.
    package let asOf: CalendarDate?
    /// The date of the newest procurement that counts.
    package let dataThrough: CalendarDate?
    /// Recent competitions that no result is known for, the latest first, as queries.
    package let openNotices: [OpenNotice]

    let suppliers: SupplierTable
    let industries: IndustryTree
    let procurements: ProcurementTable
    let cpv: CPVOrder
    let words: WordTables
    let regions: RegionTable
    let background: Background
    let classes: SupplierClasses
    /// For finding suppliers without matching them.
    let retrieval: RetrievalIndex
    /// Where nobody is known to have won.
    let unwon: UnwonCodes
    /// For questions in words.
    let questions: QuestionIndex
    /// What people decided on suppliers.
    let verdicts: VerdictTable
    /// The everyday words that stand for others in questions.
    package let everyday: EverydayWords

    init(
        generation: Int, asOf: CalendarDate?, dataThrough: CalendarDate?, openNotices: [OpenNotice],
        suppliers: SupplierTable,
        industries: IndustryTree, procurements: ProcurementTable, cpv: CPVOrder, words: WordTables,
        regions: RegionTable, background: Background, classes: SupplierClasses, retrieval: RetrievalIndex,
        unwon: UnwonCodes, questions: QuestionIndex
    ) {
        self.generation = generation
        self.asOf = asOf
        self.dataThrough = dataThrough
        self.openNotices = openNotices
        self.suppliers = suppliers
        self.industries = industries
        self.procurements = procurements
        self.cpv = cpv
        self.words = words
        self.regions = regions
        self.background = background
        self.classes = classes
        self.retrieval = retrieval
        self.unwon = unwon
        self.questions = questions
        verdicts = VerdictTable()
        everyday = EverydayWords()
    }

    private init(_ other: IndexSnapshot, _ verdicts: VerdictTable, _ everyday: EverydayWords, generation: Int) {
        self.generation = generation
        self.verdicts = verdicts
        self.everyday = everyday
        asOf = other.asOf
        dataThrough = other.dataThrough
        openNotices = other.openNotices
        suppliers = other.suppliers
        industries = other.industries
        procurements = other.procurements
        cpv = other.cpv
        words = other.words
        regions = other.regions
        background = other.background
        classes = other.classes
        retrieval = other.retrieval
        unwon = other.unwon
        questions = other.questions
    }

    /// The same facts with these verdicts and everyday words. The tables are shared, so that a verdict costs no new index.
    ///
    /// - Parameter words: nil for those that it has.
    package func with(_ verdicts: [Verdict], words: EverydayWords? = nil, generation: Int) -> IndexSnapshot {
        let everyday = words ?? everyday
        let others = IndexSnapshot(self, self.verdicts, everyday, generation: generation)
        return IndexSnapshot(self, VerdictTable(verdicts, in: others), everyday, generation: generation)
    }

    /// Bytes held by the tables, reckoned from their sizes; small tables and strings in dictionaries left out.
    package var memory: Int { memoryOfTables.reduce(0) { $0 + $1.bytes } }

    /// The same by table.
    package var memoryOfTables: [(name: String, bytes: Int)] {
        [
            ("suppliers", suppliers.memory), ("procurements", procurements.memory), ("codes", cpv.memory),
            ("places", regions.memory), ("groups of wins", background.memory), ("classes", classes.memory),
            ("suppliers.find", retrieval.memory), ("questions", questions.memory),
        ] + words.memoryOfTables
    }

    /// The part of it that `suppliers.find` needs.
    package var retrievalMemory: Int { retrieval.memory }

    package var supplierCount: Int { suppliers.count }
    /// Past procurements with a known winner.
    package var procurementCount: Int { procurements.count }
    /// Wins: one for each supplier in each procurement.
    package var awardCount: Int { procurements.winners.items.count }
}

/// A competition still open, as far as the store knows.
package struct OpenNotice: Sendable, Hashable {
    package var notice: NoticeID
    package var title: String
    package var date: CalendarDate?
    package var buyerName: String?
    package var query: MatchQuery

    init(_ procurement: PastProcurement) {
        notice = procurement.notice
        title = procurement.title
        date = procurement.date
        buyerName = procurement.buyers.first?.name
        query = MatchQuery(procurement)
    }
}
