import Containers
import Procurement

/// How often things win at all, whatever is bought: what a query's own figures are compared with. Also what can be
/// reckoned of each procurement before any query comes.
struct Background: Sendable {
    /// Wins by leaf of the industry tree.
    let industryWins: [Float]
    /// Wins by size class.
    let sizeWins: [Float]
    /// Suppliers by size class.
    let sizeMembers: [Float]
    /// Wins by the first three digits of the main CPV code.
    let groupWins: [UInt32: Float]
    /// By run of four characters: its mean weight in the names of a procurement's winners.
    let meanName: [Float]
    /// By kind of buyer: wins from such buyers.
    let winsByBuyerKind: [Int]
    /// By win, as in `ProcurementTable.awards`: the first three digits of the procurement's main code; `noGroup` without one.
    let groupsOfWins: [UInt16]
    static let noGroup: UInt16 = 1000
    /// Row = the first three digits of a code: the suppliers that have won or offer such, with how many wins, and which
    /// part of what they offer.
    let suppliersOfGroup: SupplierAmounts
    /// Days since 1970-01-01 of the latest dated procurement; nil without any.
    let latest: Int32?

    var memory: Int { meanName.count * 4 + groupsOfWins.count * 2 + suppliersOfGroup.memory }

    init(suppliers: SupplierTable, industries: IndustryTree, procurements: ProcurementTable, names: TermVectors) {
        var industryWins = [Float](repeating: 0, count: industries.count)
        var sizeWins = [Float](repeating: 0, count: SizeClass.allCases.count)
        var sizeMembers = sizeWins
        for supplier in 0..<suppliers.count {
            let wins = Float(procurements.awards.range(supplier).count)
            industryWins[Int(suppliers.industries[supplier])] += wins
            sizeMembers[Int(suppliers.sizes[supplier].rawValue)] += 1
            sizeWins[Int(suppliers.sizes[supplier].rawValue)] += wins
        }
        var groupWins: [UInt32: Float] = [:]
        var winsByBuyerKind = [Int](repeating: 0, count: BuyerKind.allCases.count)
        var shares = [Float](repeating: 0, count: suppliers.count)
        for procurement in 0..<procurements.count {
            let winners = procurements.winners[procurement]
            let kind = procurements.buyerKind(of: procurement)
            for winner in winners {
                shares[Int(winner)] += 1 / Float(winners.count * procurements.count)
            }
            if let kind { winsByBuyerKind[kind.rawValue] += winners.count }
            guard let code = procurements.cpv[procurement].first else { continue }
            groupWins[UInt32(code) / 100_000, default: 0] += Float(winners.count)
        }
        let meanName = names.sum(Array(0..<Int32(suppliers.count)), times: shares)
        let latest = procurements.dates.last { $0 != ProcurementTable.unknownDate }
        self.industryWins = industryWins
        self.sizeWins = sizeWins
        self.sizeMembers = sizeMembers
        self.groupWins = groupWins
        self.meanName = meanName
        self.winsByBuyerKind = winsByBuyerKind
        let groupsOfWins = procurements.awards.items.map { procurement in
            procurements.cpv[Int(procurement)].first.map { UInt16($0 / 100_000) } ?? Self.noGroup
        }
        self.groupsOfWins = groupsOfWins
        suppliersOfGroup = Self.suppliersOfGroup(groupsOfWins, awards: procurements.awards, offers: suppliers.offers)
        self.latest = latest
    }

    private static func suppliersOfGroup(
        _ groupsOfWins: [UInt16], awards: RaggedRows<Int32>, offers: RaggedRows<UInt16>
    ) -> SupplierAmounts {
        SupplierAmounts(rows: Int(noGroup) + 1, suppliers: awards.count) { supplier, body in
            let offered = offers.range(supplier)
            var groups = awards.range(supplier).map { (group: groupsOfWins[$0], amount: Float(1)) }
            groups += offered.map { (offers.items[$0], 1 / Float(offered.count)) }
            groups.sort { $0.group < $1.group }
            var index = 0
            while index < groups.count {
                let group = groups[index].group
                var amount: Float = 0
                while index < groups.count, groups[index].group == group {
                    amount += groups[index].amount
                    index += 1
                }
                body(Int(group), amount)
            }
        }
    }
}

extension IndexSnapshot {
    /// A year takes exp(-0.2) of what a likeness is worth.
    private static let yearlyDecay: Float = 0.2
    /// Where many won, winning says less.
    private static let crowdExponent: Float = -0.2
    private static let crowds: [Float] = (0...64).map { Logarithm.power(Float(max(1, $0)), crowdExponent) }

    /// exp(-0.2 · years before the latest procurement); one year is assumed where no date is known.
    func freshness(_ procurement: Int) -> Float {
        let date = procurements.dates[procurement]
        guard let latest = background.latest, date != ProcurementTable.unknownDate else {
            return Logarithm.exponential(-Self.yearlyDecay)
        }
        return Logarithm.exponential(-Self.yearlyDecay * Float(latest - date) / 365)
    }

    /// winners^-0.2.
    func crowd(_ procurement: Int) -> Float { Self.crowd(of: procurements.winners.range(procurement).count) }

    /// tenderers^-0.2, of all that are known, winners or not.
    func crowdOfTenderers(_ procurement: Int) -> Float {
        Self.crowd(of: procurements.winners.range(procurement).count + procurements.losers(of: procurement).count)
    }

    private static func crowd(of count: Int) -> Float {
        count < crowds.count ? crowds[count] : Logarithm.power(Float(count), crowdExponent)
    }

    /// All that the supplier won.
    func wins(of supplier: Int) -> Int { procurements.awards.range(supplier).count }
}
