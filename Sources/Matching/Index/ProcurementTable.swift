import Procurement

/// Every past procurement that someone won, one array a property, in ascending order of date (unknown first), then id.
struct ProcurementTable: Sendable {
    static let unknownDate = Int32.min

    let ids: NameTable
    private(set) var titles = TextPool()
    /// Days since 1970-01-01, or `unknownDate`.
    private(set) var dates: [Int32] = []
    /// Row = procurement, items = buyers.
    private(set) var buyers = Adjacency()
    private(set) var buyerKeys: [String: Int32] = [:]
    private(set) var buyerNames = TextPool()
    /// By buyer; nil where its name doesn't tell.
    private(set) var buyerKinds: [BuyerKind?] = []
    /// Row = procurement, items = CPV codes as numbers, main first.
    let cpv: CodeTable
    /// Row = procurement, items = suppliers, ascending, without repeats.
    private(set) var winners = Adjacency()
    /// Row = supplier, items = procurements, ascending.
    private(set) var awards = Adjacency()
    /// Row = buyer, items = procurements, ascending.
    private(set) var procurementsOfBuyer = Adjacency()
    /// Row = procurement, items = strategic goals.
    private(set) var goals = Adjacency()
    private(set) var goalCodes: [String] = []
    private let procedures: NameTable
    /// Row = procedure, items = procurements, ascending.
    private let procurementsOfProcedure: Adjacency

    init(_ procurements: [PastProcurement], suppliers: SupplierTable) {
        ids = NameTable(procurements.map(\.notice.rawValue))
        let procedures = NameTable(Array(Set(procurements.compactMap(\.procedureID?.rawValue))).sorted())
        let ofProcedure = procurements.enumerated().compactMap { number, procurement in
            procurement.procedureID.flatMap { procedures.number(of: $0.rawValue) }
                .map { (row: Int32($0), item: Int32(number)) }
        }
        procurementsOfProcedure = Adjacency(rows: procedures.count, pairs: ofProcedure)
        self.procedures = procedures
        cpv = CodeTable(procurements.lazy.map { $0.cpv.map { Int32($0.number) } })
        var goalNumbers: [String: Int32] = [:]
        for procurement in procurements {
            titles.append(procurement.title)
            dates.append(procurement.date?.daysSinceEpoch ?? Self.unknownDate)
            var row: [Int32] = []
            for buyer in procurement.buyers {
                let number = buyerKeys[buyer.key] ?? Int32(buyerKeys.count)
                if buyerKeys.updateValue(number, forKey: buyer.key) == nil {
                    buyerNames.append(buyer.name)
                    buyerKinds.append(BuyerKind(name: buyer.name))
                }
                if !row.contains(number) { row.append(number) }
            }
            buyers.append(row)
            winners.append(
                Set(procurement.wins.compactMap { suppliers.number(of: $0.supplier).map(Int32.init) }).sorted())
            goals.append(
                procurement.goals.filter { $0.code != "none" }.map { goal in
                    let number = goalNumbers[goal.code] ?? Int32(goalCodes.count)
                    if goalNumbers.updateValue(number, forKey: goal.code) == nil { goalCodes.append(goal.code) }
                    return number
                })
        }
        awards = winners.transposed(rows: suppliers.count)
        procurementsOfBuyer = buyers.transposed(rows: buyerKeys.count)
    }

    var count: Int { ids.count }

    /// The places of these notices and of all notices of these procedures, ascending.
    func numbers(notices: Set<NoticeID>, procedures: Set<ProcedureID>) -> [Int32] {
        var numbers = Set(notices.compactMap { ids.number(of: $0.rawValue).map(Int32.init) })
        for procedure in procedures {
            guard let row = self.procedures.number(of: procedure.rawValue) else { continue }
            numbers.formUnion(procurementsOfProcedure[row])
        }
        return numbers.sorted()
    }

    func date(_ number: Int) -> CalendarDate? {
        dates[number] == Self.unknownDate ? nil : CalendarDate(daysSinceEpoch: dates[number])
    }

    /// Of the procurement's first buyer.
    func buyerKind(of number: Int) -> BuyerKind? { buyers[number].first.flatMap { buyerKinds[Int($0)] } }

    func buyerName(_ number: Int) -> String? { buyers[number].first.map { buyerNames[Int($0)] } }

    var memory: Int {
        ids.memory + titles.memory + dates.count * 4 + buyers.memory + cpv.memory + winners.memory + awards.memory
            + goals.memory + procurementsOfBuyer.memory + procedures.memory + procurementsOfProcedure.memory
            + buyerNames.memory
    }
}
