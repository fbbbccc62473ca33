import Procurement

/// What to look for among the current notices. Everything given must hold.
package struct NoticeQuery: Sendable, Hashable {
    /// Words of title, description, lot titles and buyers' names; each may be the beginning of a word.
    package var text: String?
    /// At least one of them must hold a code of the notice or of a lot.
    package var cpv: [CPVPattern] = []
    /// A buyer's organisation number, its key, or words of its name.
    package var buyer: String?
    package var supplier: SupplierID?
    package var purpose: NoticePurpose?
    package var procedure: ProcedureID?
    /// The first and the last day, by `Notice.date`.
    package var from: CalendarDate?
    package var to: CalendarDate?

    package init() {}
}

/// A notice as a list shows it.
package struct NoticeSummary: Sendable, Hashable {
    package var id: NoticeID
    package var version: Int
    package var publicationNumber: String?
    package var procedureID: ProcedureID?
    package var purpose: NoticePurpose
    package var type: String?
    package var date: CalendarDate?
    package var title: String
    package var cpv: [CPVCode]
    package var buyers: [PastProcurement.Buyer]
    package var value: Money?
    /// How many different suppliers won something in it.
    package var kind: ContractKind?
    package var lots: Int
    package var winners: Int
}
