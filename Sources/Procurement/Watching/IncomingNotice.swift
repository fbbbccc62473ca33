/// What of a notice the watches are compared with.
package struct IncomingNotice: Sendable, Hashable {
    /// Its row in the store: the later it came, the higher.
    package var row: Int64
    package var id: NoticeID
    /// The earliest stored notice that it took the place of, directly or over others; itself where there is none. A notice
    /// and the change of it are one matter.
    package var origin: NoticeID
    package var purpose: NoticePurpose
    /// The day it counts from; `nil` where it has none.
    package var date: CalendarDate?
    /// Of the notice and of its lots.
    package var cpv: [CPVCode]
    package var nuts: [NUTSCode]
    package var buyers: [PastProcurement.Buyer]
    /// Every id that its winners and tenderers ever had.
    package var suppliers: [SupplierID]
    /// Title, description and the lots' titles.
    package var text: String

    package init(
        row: Int64, id: NoticeID, origin: NoticeID? = nil, purpose: NoticePurpose = .competition,
        date: CalendarDate? = nil, cpv: [CPVCode] = [],
        nuts: [NUTSCode] = [], buyers: [PastProcurement.Buyer] = [], suppliers: [SupplierID] = [], text: String = ""
    ) {
        self.row = row
        self.id = id
        self.origin = origin ?? id
        self.purpose = purpose
        self.date = date
        self.cpv = cpv
        self.nuts = nuts
        self.buyers = buyers
        self.suppliers = suppliers
        self.text = text
    }
}
