import Language
import Procurement

/// Everything that a match needs, laid out for reading and never changed: any number of threads share one.
///
/// Built by `IndexBuilder`. A reply carries the `generation` of the snapshot that it was made from.
package final class IndexSnapshot: Sendable {
    package let generation: Int
    /// Nothing dated after this day is in here. Nil: no limit.
    package let asOf: CalendarDate?
    /// Recent competitions that no result is known for, the latest first, as queries.
    package let openNotices: [OpenNotice]

    let suppliers: SupplierTable
    let industries: IndustryTree
    let procurements: ProcurementTable
    let lexicon: Lexicon
    let titles: WordIndex
    let supplierWords: TermIndex
    let cpv: CPVOrder
    private let numbers: [String: Int32]

    init(
        generation: Int, asOf: CalendarDate?, openNotices: [OpenNotice], suppliers: SupplierTable,
        industries: IndustryTree, procurements: ProcurementTable, lexicon: Lexicon, titles: WordIndex,
        supplierWords: TermIndex, cpv: CPVOrder
    ) {
        self.generation = generation
        self.asOf = asOf
        self.openNotices = openNotices
        self.suppliers = suppliers
        self.industries = industries
        self.procurements = procurements
        self.lexicon = lexicon
        self.titles = titles
        self.supplierWords = supplierWords
        self.cpv = cpv
        numbers = Dictionary(
            (0..<procurements.count).map { (procurements.ids[$0], Int32($0)) }, uniquingKeysWith: { $1 })
    }

    /// The place of a notice among the past procurements; nil where it has no known winner.
    func procurementNumber(of notice: NoticeID) -> Int? {
        numbers[notice.rawValue].map(Int.init)
    }

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
}
