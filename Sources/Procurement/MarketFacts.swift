/// All that the matcher learns from: what the store knows, without how it is kept.
package struct MarketFacts: Sendable {
    /// Sorted by id.
    package var suppliers: [Supplier]
    /// Notices in their latest version, sorted by date (unknown first), then by id.
    package var procurements: [PastProcurement]

    package init(suppliers: [Supplier], procurements: [PastProcurement]) {
        self.suppliers = suppliers
        self.procurements = procurements
    }
}

/// What one notice says of a procurement, with its organisations brought together across notices.
package struct PastProcurement: Sendable, Hashable {
    /// A buyer is one buyer by its organisation number, else by its normalised name.
    package struct Buyer: Sendable, Hashable {
        package var key: String
        package var name: String

        package init(key: String, name: String) {
            self.key = key
            self.name = name
        }
    }

    /// One supplier's win of some lots.
    package struct Win: Sendable, Hashable {
        package var supplier: SupplierID
        package var lots: [LotID]
        /// Of the whole award, also where a consortium shares it. Nil when missing or withheld.
        package var value: Money?

        package init(supplier: SupplierID, lots: [LotID] = [], value: Money? = nil) {
            self.supplier = supplier
            self.lots = lots
            self.value = value
        }
    }

    /// A lot's own words and codes.
    package struct LotText: Sendable, Hashable {
        package var id: LotID
        package var title: String
        package var description: String?
        package var cpv: [CPVCode]

        package init(id: LotID, title: String, description: String? = nil, cpv: [CPVCode] = []) {
            self.id = id
            self.title = title
            self.description = description
            self.cpv = cpv
        }
    }

    package var notice: NoticeID
    package var procedureID: ProcedureID?
    package var purpose: NoticePurpose
    package var date: CalendarDate?
    package var title: String
    package var description: String?
    /// Main code first.
    package var cpv: [CPVCode]
    package var kind: ContractKind?
    package var nuts: [NUTSCode]
    package var buyers: [Buyer]
    package var lots: [LotText]
    package var goals: [StrategicGoal]
    package var value: Money?
    /// Sorted by supplier, one entry a supplier and lot set. Empty when nobody won, or nothing is known.
    package var wins: [Win]
    /// How many tenders came in, where stated for at least one lot (the largest).
    package var tendersReceived: Int?
    /// BT-105 as in `Procedure.type`.
    package var procedureType: String?

    package init(notice: NoticeID, purpose: NoticePurpose, title: String) {
        self.notice = notice
        self.purpose = purpose
        self.title = title
        cpv = []
        nuts = []
        buyers = []
        lots = []
        goals = []
        wins = []
    }
}
