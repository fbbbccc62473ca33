import Procurement

/// Every past procurement that someone won, one array a property, in ascending order of date (unknown first), then id.
struct ProcurementTable: Sendable {
    static let unknownDate = Int32.min

    private(set) var ids = TextPool()
    private var noticeNumbers: [String: Int32] = [:]
    private(set) var titles = TextPool()
    /// Days since 1970-01-01, or `unknownDate`.
    private(set) var dates: [Int32] = []
    /// The number of the procedure; -1 where none is stated.
    private(set) var procedures: [Int32] = []
    private(set) var procedureNumbers: [String: Int32] = [:]
    /// Row = procurement, items = buyers.
    private(set) var buyers = Adjacency()
    private(set) var buyerKeys: [String: Int32] = [:]
    private(set) var buyerNames = TextPool()
    /// Row = procurement, items = CPV codes' numbers, main first.
    private(set) var cpv = Adjacency()
    private(set) var kinds: [ContractKind?] = []
    /// Row = procurement, items = suppliers, ascending, without repeats.
    private(set) var winners = Adjacency()
    /// Row = supplier, items = procurements, ascending.
    private(set) var awards = Adjacency()
    /// Row = buyer, items = procurements, ascending.
    private(set) var procurementsOfBuyer = Adjacency()
    private(set) var goals: [[String]] = []
    private(set) var nuts: [[NUTSCode]] = []
    /// Whole units of the currency, the largest award to one supplier; nil where unknown.
    private(set) var values: [Money?] = []

    init(_ procurements: [PastProcurement], suppliers: SupplierTable) {
        for procurement in procurements { add(procurement, suppliers: suppliers) }
        awards = winners.transposed(rows: suppliers.count)
        procurementsOfBuyer = buyers.transposed(rows: buyerKeys.count)
    }

    var count: Int { ids.count }

    /// The places of these notices and of all notices of these procedures, ascending.
    func numbers(notices: Set<NoticeID>, procedures: Set<ProcedureID>) -> [Int32] {
        var numbers = Set(notices.compactMap { noticeNumbers[$0.rawValue] })
        let wanted = Set(procedures.compactMap { procedureNumbers[$0.rawValue] })
        if !wanted.isEmpty {
            for (number, procedure) in self.procedures.enumerated() where wanted.contains(procedure) {
                numbers.insert(Int32(number))
            }
        }
        return numbers.sorted()
    }

    func date(_ number: Int) -> CalendarDate? {
        dates[number] == Self.unknownDate ? nil : CalendarDate(daysSinceEpoch: dates[number])
    }

    func buyerName(_ number: Int) -> String? { buyers[number].first.map { buyerNames[Int($0)] } }

    private mutating func add(_ procurement: PastProcurement, suppliers: SupplierTable) {
        noticeNumbers[procurement.notice.rawValue] = Int32(count)
        ids.append(procurement.notice.rawValue)
        titles.append(procurement.title)
        dates.append(procurement.date?.daysSinceEpoch ?? Self.unknownDate)
        procedures.append(
            procurement.procedureID.map { procedure in
                Self.number(procedure.rawValue, in: &procedureNumbers)
            } ?? -1)
        var rows: [Int32] = []
        for buyer in procurement.buyers {
            let known = buyerKeys.count
            let number = Self.number(buyer.key, in: &buyerKeys)
            if buyerKeys.count > known { buyerNames.append(buyer.name) }
            if !rows.contains(number) { rows.append(number) }
        }
        buyers.append(rows)
        cpv.append(procurement.cpv.map { Int32($0.number) })
        kinds.append(procurement.kind ?? procurement.cpv.first?.kind)
        winners.append(Set(procurement.wins.compactMap { suppliers.number(of: $0.supplier).map(Int32.init) }).sorted())
        goals.append(procurement.goals.map(\.code).filter { $0 != "none" })
        nuts.append(procurement.nuts)
        values.append(procurement.wins.compactMap(\.value).max { $0.hundredths < $1.hundredths } ?? procurement.value)
    }

    private static func number(_ key: String, in table: inout [String: Int32]) -> Int32 {
        if let number = table[key] { return number }
        let number = Int32(table.count)
        table[key] = number
        return number
    }
}
