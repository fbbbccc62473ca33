import Procurement

/// Every past procurement that someone won, one array a property, in ascending order of date (unknown first), then id.
struct ProcurementTable: Sendable {
    static let unknownDate = Int32.min

    private(set) var ids = NameTable(TextPool())
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
    private(set) var cpv = CodeTable(sets: [], setOf: [])
    /// Row = procurement, items = suppliers, ascending, without repeats.
    private(set) var winners = Adjacency()
    /// Row = supplier, items = procurements, ascending.
    private(set) var awards = Adjacency()
    /// Row = buyer, items = procurements, ascending.
    private(set) var procurementsOfBuyer = Adjacency()
    /// Row = procurement, items = strategic goals.
    private(set) var goals = Adjacency()
    private(set) var goalCodes: [String] = []
    private var procedures = NameTable(TextPool())
    /// Row = procedure, items = procurements, ascending.
    private var procurementsOfProcedure = Adjacency()

    /// - Parameters:
    ///   - places: which of the procurements somebody won, ascending.
    ///   - lists: takes what they have in common, for the tables that are made beside this one.
    init(_ known: PastProcurements, places: [Int32], suppliers: SupplierTable, lists: inout ProcurementLists) {
        let supplierOf = Self.suppliers(known.winnersByNumber, in: suppliers)
        var ids = TextPool()
        var procedures = ByteTable()
        var ofProcedure: [(row: Int32, item: Int32)] = []
        var goals = SharedLists<Int32>()
        var buyerRows: [[Int32]] = []
        var row: [Int32] = []
        for (number, place) in places.enumerated() {
            known.fields(Int(place)) { fields in
                ids.append(fields.notice)
                titles.append(fields.title)
                dates.append(fields.day)
                if let procedure = fields.procedure {
                    ofProcedure.append((procedures.intern(procedure), Int32(number)))
                }
                lists.add(fields)
                if let last = lists.buyersOf.last, last == buyerRows.count {
                    buyerRows.append(numbers(of: lists.buyers.lists[Int(last)]))
                }
                let ofGoals = goals.number(of: fields.goalsList) { goalNumbers(of: fields.goals) }
                self.goals.append(goals.lists[Int(ofGoals)])
                row.removeAll(keepingCapacity: true)
                fields.forEachWinner { if supplierOf[$0] >= 0 { row.append(supplierOf[$0]) } }
                winners.append(row.sortedOnce)
            }
            buyers.append(buyerRows[Int(lists.buyersOf[number])])
        }
        self.ids = NameTable(ids)
        cpv = CodeTable(sets: lists.codes.lists, setOf: lists.codesOf)
        let order = procedures.pool.order
        var ranks = [Int32](repeating: 0, count: order.count)
        for (rank, number) in order.enumerated() { ranks[Int(number)] = Int32(rank) }
        self.procedures = NameTable(procedures.pool.ordered(order))
        procurementsOfProcedure = Adjacency(
            rows: order.count, pairs: ofProcedure.map { (ranks[Int($0.row)], $0.item) })
        awards = winners.transposed(rows: suppliers.count)
        procurementsOfBuyer = buyers.transposed(rows: buyerKeys.count)
    }

    /// The numbers of the suppliers that the records mean by theirs; -1 for nobody's.
    private static func suppliers(_ winners: [SupplierID?], in suppliers: SupplierTable) -> [Int32] {
        var ids = ByteTable()
        var firstWithID: [Int32] = []
        for supplier in 0..<suppliers.count {
            if suppliers.ids.withBytes(supplier, { ids.intern($0) }) == firstWithID.count {
                firstWithID.append(Int32(supplier))
            }
        }
        return winners.map { winner in
            winner.flatMap { ids.number(of: $0.rawValue) }.map { firstWithID[Int($0)] } ?? -1
        }
    }

    private mutating func numbers(of buyers: [PastProcurement.Buyer]) -> [Int32] {
        var row: [Int32] = []
        for buyer in buyers {
            let number = buyerKeys[buyer.key] ?? Int32(buyerKeys.count)
            if buyerKeys.updateValue(number, forKey: buyer.key) == nil {
                buyerNames.append(buyer.name)
                buyerKinds.append(BuyerKind(name: buyer.name))
            }
            if !row.contains(number) { row.append(number) }
        }
        return row
    }

    private mutating func goalNumbers(of goals: [StrategicGoal]) -> [Int32] {
        goals.filter { $0.code != "none" }.map { goal in
            if let number = goalCodes.firstIndex(of: goal.code) { return Int32(number) }
            goalCodes.append(goal.code)
            return Int32(goalCodes.count - 1)
        }
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

/// The lists that past procurements have in common, each once, and by procurement the number of its list.
struct ProcurementLists: Sendable {
    private(set) var codes = SharedLists<CPVCode>()
    private(set) var codesOf: [Int32] = []
    private(set) var regions = SharedLists<NUTSCode>()
    private(set) var regionsOf: [Int32] = []
    private(set) var buyers = SharedLists<PastProcurement.Buyer>()
    private(set) var buyersOf: [Int32] = []

    mutating func add(_ fields: ProcurementFields) {
        codesOf.append(codes.number(of: fields.cpv) { fields.codes })
        regionsOf.append(regions.number(of: fields.nuts) { fields.regions })
        buyersOf.append(buyers.number(of: fields.buyersList) { fields.buyers })
    }
}

extension [Int32] {
    /// In ascending order, without repeats.
    var sortedOnce: [Int32] {
        if count < 2 { return self }
        var result = sorted()
        var end = 1
        for index in 1..<result.count where result[index] != result[end - 1] {
            result[end] = result[index]
            end += 1
        }
        result.removeLast(result.count - end)
        return result
    }
}
