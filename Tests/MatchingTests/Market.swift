import Containers
import Matching
import Procurement

/// A small market, written down fact by fact.
struct Market {
    var facts = MarketFacts(suppliers: [], procurements: [])

    /// Adds a supplier and returns its id.
    @discardableResult
    mutating func supplier(
        _ id: String, name: String? = nil, size: SupplierSize? = nil, sni: String? = nil, sniLabel: String? = nil,
        description: String? = nil, nuts: [String] = [], offers: [String] = []
    ) -> SupplierID {
        var supplier = Supplier(id: SupplierID(id), name: name ?? id)
        supplier.size = size
        supplier.nuts = nuts.compactMap { NUTSCode($0) }
        if sni != nil || description != nil || !offers.isEmpty {
            var entry = RegisterEntry(name: supplier.name)
            entry.sni = sni
            entry.sniLabel = sniLabel
            entry.description = description
            entry.cpv = offers.compactMap { CPVCode($0) }
            supplier.register = entry
        }
        facts.suppliers.append(supplier)
        return supplier.id
    }

    /// Adds a past procurement that these suppliers won.
    mutating func procurement(
        _ id: String, _ title: String, cpv: String? = nil, won winners: [SupplierID], lost losers: [SupplierID] = [],
        on date: String? = "2021-05-01",
        buyer: String? = nil, nuts: [String] = [], goals: [String] = [], procedure: String? = nil,
        purpose: NoticePurpose = .result
    ) {
        var procurement = PastProcurement(notice: NoticeID(id), purpose: purpose, title: title)
        procurement.date = date.flatMap { CalendarDate($0) }
        procurement.cpv = [cpv].compactMap { $0.flatMap { CPVCode($0) } }
        procurement.buyers = buyer.map { [.init(key: $0.lowercased(), name: $0)] } ?? []
        procurement.nuts = nuts.compactMap { NUTSCode($0) }
        procurement.goals = goals.map { StrategicGoal(list: .strategicProcurement, code: $0) }
        procurement.procedureID = procedure.map { ProcedureID($0) }
        procurement.wins = winners.map { .init(supplier: $0) }
        procurement.losers = losers.sorted()
        facts.procurements.append(procurement)
    }

    func snapshot(asOf: String? = nil, labels: [String: String] = [:]) -> IndexSnapshot {
        let codes = labels.compactMap { key, label in CPVCode(key).map { ($0, label) } }
        return IndexBuilder(labels: CPVLabels(Dictionary(codes, uniquingKeysWith: { first, _ in first })))
            .build(facts, asOf: asOf.flatMap { CalendarDate($0) })
    }

    /// A market of made-up trades, as large as asked for; the same seed gives the same market.
    static func random(seed: UInt64, suppliers: Int = 60, procurements: Int = 200) -> Market {
        var generator = SplitMix64(seed: seed)
        func pick<Element>(_ items: [Element]) -> Element { items[Int.random(in: items.indices, using: &generator)] }
        let trades: [(words: [String], cpv: [String], sni: String)] = [
            (["skolskjuts", "taxi", "busstrafik"], ["60130000", "60120000"], "49320"),
            (["städtjänster", "lokalvård", "fönsterputs"], ["90910000", "90919200"], "81210"),
            (["livsmedel", "bröd", "mejeri"], ["15000000", "15810000"], "46390"),
            (["byggentreprenad", "takarbeten", "rivning"], ["45210000", "45261000"], "41200"),
            (["konsulttjänster", "arkitekt", "projektering"], ["71200000", "71300000"], "71110"),
        ]
        let towns = ["Umeå", "Lund", "Kalmar", "Växjö", "Gävle", "Örebro"]
        let sizes: [SupplierSize?] = [.micro, .small, .medium, .large, nil]
        var market = Market()
        var byTrade = trades.map { _ in [SupplierID]() }
        for number in 0..<suppliers {
            let trade = Int.random(in: trades.indices, using: &generator)
            let sni = Int.random(in: 0..<5, using: &generator) == 0 ? nil : trades[trade].sni
            let id = market.supplier(
                "s\(number * 7919 % 1000)-\(number)", name: "\(pick(towns)) \(pick(trades[trade].words)) AB",
                size: pick(sizes), sni: sni, sniLabel: trades[trade].words[0])
            byTrade[trade].append(id)
        }
        for number in 0..<procurements {
            let trade = Int.random(in: trades.indices, using: &generator)
            guard !byTrade[trade].isEmpty else { continue }
            let winners = Set((0..<Int.random(in: 1...3, using: &generator)).map { _ in pick(byTrade[trade]) })
            let town = pick(towns)
            let day = CalendarDate(daysSinceEpoch: 18_600 + Int32.random(in: 0..<300, using: &generator))
            market.procurement(
                "n\(number * 6007 % 997)-\(number)", "\(pick(trades[trade].words)) i \(town) \(number % 9)",
                cpv: pick(trades[trade].cpv), won: winners.sorted(), on: day.description, buyer: "\(town) kommun")
        }
        return market
    }
}

extension MatchQuery {
    init(_ title: String, cpv: String? = nil, buyer: String? = nil, nuts: [String] = [], goals: [String] = []) {
        self.init(title: title)
        self.cpv = [cpv].compactMap { $0.flatMap { CPVCode($0) } }
        buyerKey = buyer?.lowercased()
        buyerName = buyer
        self.nuts = nuts.compactMap { NUTSCode($0) }
        self.goals = goals
    }
}
