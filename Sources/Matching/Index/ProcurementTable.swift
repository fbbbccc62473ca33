import Containers
import Procurement

/// Every past procurement that someone won, one array a property, in ascending order of date (unknown first), then id.
struct ProcurementTable: Sendable {
    static let unknownDate = Int32.min

    /// By what they are looked for; made beside the other tables.
    var keys = ProcurementKeys()
    private(set) var titles = PackedPhrases()
    /// Days since 1970-01-01, or `unknownDate`.
    private(set) var dates: [Int32] = []
    /// Row = procurement, items = buyers.
    private(set) var buyers = RaggedRows<Int32>()
    private(set) var buyerKeys: [String: Int32] = [:]
    private(set) var buyerNames = PackedTexts()
    /// By buyer; nil where its name doesn't tell.
    private(set) var buyerKinds: [BuyerKind?] = []
    /// Row = procurement, items = CPV codes as numbers, main first.
    private(set) var cpv = CodeTable(sets: [], setOf: [])
    /// Row = procurement, items = suppliers, ascending, without repeats.
    private(set) var winners = RaggedRows<Int32>()
    /// Row = supplier, items = procurements, ascending.
    private(set) var awards = RaggedRows<Int32>()
    /// By item of `awards`: how often the supplier won in the procurement, each set of lots once. Empty where that is once
    /// everywhere.
    private(set) var winsOfAwards: [UInt16] = []
    /// Row = procurement, items = suppliers that tendered and won nothing in it, ascending. Empty where nobody is known that did.
    private(set) var losers = RaggedRows<Int32>()
    /// Row = supplier, items = procurements, ascending. Empty as `losers`.
    private(set) var losses = RaggedRows<Int32>()
    /// Row = procurement, items = main codes of its lots that differ from its own.
    private(set) var lotCodes = CodeTable(sets: [], setOf: [])
    /// Row = buyer, items = procurements, ascending.
    private(set) var procurementsOfBuyer = RaggedRows<Int32>()
    /// Row = procurement, items = strategic goals. Empty where no procurement has any.
    private var goals = RaggedRows<Int32>()
    private(set) var goalCodes: [String] = []

    /// - Parameters:
    ///   - places: which of the procurements somebody won, ascending.
    ///   - lists: takes what they have in common, for the tables that are made beside this one.
    init(_ known: PastProcurements, places: [Int32], suppliers: SupplierTable, lists: inout ProcurementLists) {
        let numbersOfIDs = Self.numbers(known.suppliers, in: suppliers)
        let supplierOf = known.winners.map { $0 < 0 ? -1 : numbersOfIDs[Int($0)] }
        var goals = SharedLists<Int32>()
        var buyerRows: [[Int32]] = []
        var row: [Int32] = []
        var repeated: [(procurement: Int32, wins: [Int32: Int])] = []
        dates.reserveCapacity(places.count)
        buyers.reserve(rows: places.count, items: places.count)
        winners.reserve(rows: places.count, items: places.count)
        losers.reserve(rows: places.count, items: 0)
        self.goals.reserve(rows: places.count, items: places.count)
        known.forEachFields(of: places) { number, fields in
            titles.append(fields.title)
            dates.append(fields.day)
            lists.add(fields)
            let ofBuyers = Int(lists.buyersOf[number])
            if ofBuyers == buyerRows.count { buyerRows.append(numbers(of: lists.buyers.lists[ofBuyers])) }
            buyers.append(buyerRows[ofBuyers])
            let ofGoals = goals.number(of: fields.goalsList) { goalNumbers(of: fields.goals) }
            self.goals.append(goals.lists[Int(ofGoals)])
            row.removeAll(keepingCapacity: true)
            fields.forEachWin { winner, _ in if supplierOf[winner] >= 0 { row.append(supplierOf[winner]) } }
            let count = row.count
            row.sortOnce()
            winners.append(row)
            var lost: [Int32] = []
            fields.forEachLoser { loser in
                let supplier = supplierOf[loser]
                if supplier >= 0, !row.contains(supplier) { lost.append(supplier) }
            }
            lost.sortOnce()
            losers.append(lost)
            if count > row.count { repeated.append((Int32(number), Self.wins(in: fields, supplierOf))) }
        }
        titles.close()
        if self.goals.items.isEmpty { self.goals = RaggedRows<Int32>() }
        cpv = CodeTable(sets: lists.codes.lists, setOf: lists.codesOf)
        lotCodes = CodeTable(sets: lists.lotCodes.lists, setOf: lists.lotCodesOf)
        awards = winners.transposed(rows: suppliers.count)
        winsOfAwards = Self.winsOfAwards(awards, repeated)
        procurementsOfBuyer = buyers.transposed(rows: buyerKeys.count)
        if losers.items.isEmpty {
            losers = RaggedRows<Int32>()
        } else {
            losses = losers.transposed(rows: suppliers.count)
        }
    }

    /// By supplier, how many different sets of lots it won.
    private static func wins(in fields: ProcurementFields, _ supplierOf: [Int32]) -> [Int32: Int] {
        struct Win: Hashable {
            let supplier: Int32
            let lots: [UInt8]
        }
        var wins: Set<Win> = []
        fields.forEachWin { winner, lots in
            if supplierOf[winner] >= 0 { wins.insert(Win(supplier: supplierOf[winner], lots: Array(lots))) }
        }
        return wins.reduce(into: [:]) { $0[$1.supplier, default: 0] += 1 }
    }

    private static func winsOfAwards(
        _ awards: RaggedRows<Int32>, _ repeated: [(procurement: Int32, wins: [Int32: Int])]
    ) -> [UInt16] {
        guard repeated.contains(where: { $0.wins.values.contains { $0 > 1 } }) else { return [] }
        var times = [UInt16](repeating: 1, count: awards.items.count)
        for (procurement, wins) in repeated {
            for (supplier, count) in wins where count > 1 {
                var range = awards.range(Int(supplier))
                while range.count > 1 {
                    let middle = range.lowerBound + range.count / 2
                    range =
                        awards.items[middle] <= procurement
                        ? middle..<range.upperBound : range.lowerBound..<middle
                }
                if let index = range.first { times[index] = UInt16(clamping: count) }
            }
        }
        return times
    }

    /// The first supplier of each id; -1 where there is none.
    private static func numbers(_ ids: [SupplierID], in suppliers: SupplierTable) -> [Int32] {
        var last = -1
        return ids.map { id in
            // From a store, both come in the same order.
            if last + 1 < suppliers.count, suppliers.ids.isText(last + 1, id.rawValue),
                last < 0 || !suppliers.ids.isText(last, id.rawValue)
            {
                last += 1
            } else {
                guard let number = suppliers.number(of: id) else { return -1 }
                last = number
            }
            return Int32(last)
        }
    }

    private mutating func numbers(of buyers: [PastProcurement.Buyer]) -> [Int32] {
        var row: [Int32] = []
        for buyer in buyers {
            let number = buyerKeys[buyer.key] ?? Int32(buyerKeys.count)
            if buyerKeys.updateValue(number, forKey: buyer.key) == nil {
                buyerNames.append(text: buyer.name)
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

    var count: Int { dates.count }

    var ids: SortedTexts { keys.ids }

    func date(_ number: Int) -> CalendarDate? {
        dates[number] == Self.unknownDate ? nil : CalendarDate(daysSinceEpoch: dates[number])
    }

    /// Whether anybody is known that tendered and won nothing. Only the national statistics tell of such.
    var tellsLosers: Bool { !losers.items.isEmpty }

    /// Who tendered in a procurement and won nothing in it, ascending.
    func losers(of number: Int) -> ArraySlice<Int32> { losers.items.isEmpty ? [] : losers[number] }

    /// The procurements that a supplier tendered in and won nothing in, ascending.
    func losses(of supplier: Int) -> ArraySlice<Int32> { losses.items.isEmpty ? [] : losses[supplier] }

    /// Numbers in `goalCodes`.
    func goals(of number: Int) -> ArraySlice<Int32> { goals.items.isEmpty ? [] : goals[number] }

    /// Of the procurement's first buyer.
    func buyerKind(of number: Int) -> BuyerKind? { buyers[number].first.flatMap { buyerKinds[Int($0)] } }

    func buyerName(_ number: Int) -> String? { buyers[number].first.map { buyerNames.text(Int($0)) } }

    var memory: Int {
        keys.memory + titles.memory + dates.count * 4 + buyers.memory + cpv.memory + lotCodes.memory + winners.memory
            + awards.memory + losers.memory + losses.memory + winsOfAwards.count * 2 + goals.memory
            + procurementsOfBuyer.memory + buyerNames.memory
    }
}

/// The lists that past procurements have in common, each once, and by procurement the number of its list.
struct ProcurementLists: Sendable {
    private(set) var codes = SharedLists<CPVCode>()
    private(set) var codesOf: [Int32] = []
    private(set) var lotCodes = SharedLists<CPVCode>()
    private(set) var lotCodesOf: [Int32] = []
    private(set) var regions = SharedLists<NUTSCode>()
    private(set) var regionsOf: [Int32] = []
    private(set) var buyers = SharedLists<PastProcurement.Buyer>()
    private(set) var buyersOf: [Int32] = []

    mutating func add(_ fields: ProcurementFields) {
        codesOf.append(codes.number(of: fields.cpv) { fields.codes })
        lotCodesOf.append(lotCodes.number(of: fields.lotCodesList) { fields.lotCodes })
        regionsOf.append(regions.number(of: fields.nuts) { fields.regions })
        buyersOf.append(buyers.number(of: fields.buyersList) { fields.buyers })
    }
}
