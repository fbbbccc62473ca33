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
    /// The main codes of its lots that aren't among `cpv`'s first, without repeats.
    package var lotCodes: [CPVCode]
    /// Sorted by supplier, one entry a supplier and lot set. Empty when nobody won, when nothing is known, and when all
    /// that it tells of wins was told elsewhere (`isRetelling`).
    package var wins: [Win]
    /// Those who tendered and won nothing in it, sorted, each once. Empty where none of them is known.
    package var losers: [SupplierID]
    /// True where it is no procurement of its own: it modifies a contract, or tells once more what another notice tells.
    package var isRetelling = false
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
        lotCodes = []
        wins = []
        losers = []
    }
}

extension PastProcurement {
    /// Whether it is counted as a procurement: a result, or an award without one, that is told nowhere else.
    package var isCounted: Bool { !isRetelling && (purpose == .result || !wins.isEmpty) }

    /// The main code of the notice and those of its lots: what it is counted under, in a category as in a match.
    package var mainCodes: [CPVCode] { cpv.prefix(1) + lotCodes }
}

extension [CPVCode] {
    /// The main codes of lots that differ from the notice's own, each once.
    ///
    /// - Parameter lots: the codes of each lot, the main one first.
    package static func ofLots(_ lots: some Sequence<[CPVCode]>, besides main: CPVCode?) -> [CPVCode] {
        var codes: [CPVCode] = []
        var seen: Set<CPVCode> = []
        for lot in lots {
            guard let code = lot.first, code != main, seen.insert(code).inserted else { continue }
            codes.append(code)
        }
        return codes
    }
}

extension [PastProcurement.Win] {
    /// One win a supplier and set of lots, sorted; of several values the first stated.
    ///
    /// This is what a win is: a party's contract for a lot or some lots, however many of its tenders were chosen.
    package var merged: Self {
        guard count > 1 else { return self }
        var merged: Self = []
        var places: [[String]: Int] = [:]
        for win in self {
            let key = [win.supplier.rawValue] + win.lots.map(\.rawValue)
            if let place = places[key] {
                merged[place].value = merged[place].value ?? win.value
            } else {
                places[key] = merged.count
                merged.append(win)
            }
        }
        return merged.sorted { left, right in
            left.supplier == right.supplier
                ? left.lots.lexicographicallyPrecedes(right.lots) : left.supplier < right.supplier
        }
    }
}
