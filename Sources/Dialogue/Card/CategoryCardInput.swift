import Procurement

/// All that a category's card is made from.
package struct CategoryCardInput: Sendable, Hashable {
    package var category: CategoryID
    /// The day that the card speaks of.
    package var asOf: CalendarDate
    /// How far ahead contracts that run out are listed.
    package var monthsAhead: Int
    /// Who won for the first time within so many months is a newcomer.
    package var newcomerMonths: Int
    /// The procurements that touch the category, those without winners too.
    package var procurements: [PastProcurement]
    /// How the lots of these procurements went.
    package var lots: [LotCourse]
    /// Names of the winners; one without is shown by its id.
    package var names: [SupplierID: String]
    package var contracts: [CardContract]
    package var coming: [ComingNotice]

    package init(
        category: CategoryID, asOf: CalendarDate, monthsAhead: Int = 12, newcomerMonths: Int = 12,
        procurements: [PastProcurement], lots: [LotCourse] = [], names: [SupplierID: String] = [:],
        contracts: [CardContract] = [],
        coming: [ComingNotice] = []
    ) {
        self.category = category
        self.asOf = asOf
        self.monthsAhead = monthsAhead
        self.newcomerMonths = newcomerMonths
        self.procurements = procurements
        self.lots = lots
        self.names = names
        self.contracts = contracts
        self.coming = coming
    }
}

/// A contract whose end is stated.
package struct CardContract: Sendable, Hashable, Codable {
    package var notice: NoticeID
    package var title: String
    package var buyer: String?
    package var suppliers: [SupplierID]
    package var ends: CalendarDate

    package init(notice: NoticeID, title: String, buyer: String?, suppliers: [SupplierID], ends: CalendarDate) {
        self.notice = notice
        self.title = title
        self.buyer = buyer
        self.suppliers = suppliers
        self.ends = ends
    }
}

/// A notice of what is to be bought: planned, or open for tenders.
package struct ComingNotice: Sendable, Hashable, Codable {
    package var notice: NoticeID
    package var title: String
    package var buyer: String?
    package var purpose: NoticePurpose
    package var date: CalendarDate?
    /// The last day for tenders, where stated.
    package var deadline: CalendarDate?

    package init(
        notice: NoticeID, title: String, buyer: String?, purpose: NoticePurpose, date: CalendarDate? = nil,
        deadline: CalendarDate? = nil
    ) {
        self.notice = notice
        self.title = title
        self.buyer = buyer
        self.purpose = purpose
        self.date = date
        self.deadline = deadline
    }
}
