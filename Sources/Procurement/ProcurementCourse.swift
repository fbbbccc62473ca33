/// How one procurement went, as its notice tells it: read for the few procurements that an answer speaks of.
package struct ProcurementCourse: Sendable, Hashable {
    package var notice: NoticeID
    package var title: String
    package var buyer: String?
    package var date: CalendarDate?
    /// Main code first.
    package var cpv: [CPVCode]
    /// BT-105 as in `Procedure.type`.
    package var procedureType: String?
    package var value: Disclosed<Money>
    package var awards: [Award]

    package init(
        notice: NoticeID, title: String, buyer: String? = nil, date: CalendarDate? = nil, cpv: [CPVCode] = [],
        procedureType: String? = nil, value: Disclosed<Money> = .missing, awards: [Award] = []
    ) {
        self.notice = notice
        self.title = title
        self.buyer = buyer
        self.date = date
        self.cpv = cpv
        self.procedureType = procedureType
        self.value = value
        self.awards = awards
    }
}

/// All that is stored of a field: what was bought in it, the contracts that have an end, and what is to come.
package struct CategoryFacts: Sendable, Hashable {
    /// A contract whose end its award states.
    package struct Contract: Sendable, Hashable {
        package var notice: NoticeID
        package var title: String
        package var buyer: String?
        package var lots: [LotID]
        package var suppliers: [SupplierID]
        package var ends: CalendarDate

        package init(
            notice: NoticeID, title: String, buyer: String?, lots: [LotID], suppliers: [SupplierID], ends: CalendarDate
        ) {
            self.notice = notice
            self.title = title
            self.buyer = buyer
            self.lots = lots
            self.suppliers = suppliers
            self.ends = ends
        }
    }

    /// A notice of what is to be bought, whose procedure no later notice has taken further.
    package struct Coming: Sendable, Hashable {
        package var notice: NoticeID
        package var title: String
        package var buyer: String?
        package var purpose: NoticePurpose
        package var date: CalendarDate?
        /// The last day for tenders of the lot that is open longest, where stated.
        package var deadline: CalendarDate?

        package init(
            notice: NoticeID, title: String, buyer: String?, purpose: NoticePurpose, date: CalendarDate?,
            deadline: CalendarDate?
        ) {
            self.notice = notice
            self.title = title
            self.buyer = buyer
            self.purpose = purpose
            self.date = date
            self.deadline = deadline
        }
    }

    /// What is counted (`PastProcurement.isCounted`), what nobody won too, sorted by date (unknown first), then by id.
    package var procurements: [PastProcurement]
    /// Of each of them its awards, by notice.
    package var awards: [NoticeID: [Award]]
    package var contracts: [Contract]
    package var coming: [Coming]
    /// The names of the winners.
    package var names: [SupplierID: String]
    package var generation: Int

    package init(
        procurements: [PastProcurement], awards: [NoticeID: [Award]], contracts: [Contract], coming: [Coming],
        names: [SupplierID: String], generation: Int
    ) {
        self.procurements = procurements
        self.awards = awards
        self.contracts = contracts
        self.coming = coming
        self.names = names
        self.generation = generation
    }
}
