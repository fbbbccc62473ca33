import Procurement

/// How often things win at all, whatever is bought: what a query's own figures are compared with. Also what can be
/// reckoned of each procurement before any query comes.
struct Background: Sendable {
    /// A year takes exp(-0.2) of what a likeness is worth.
    private static let yearlyDecay: Float = 0.2
    /// Where many won, winning says less.
    private static let crowdExponent: Float = -0.2

    /// By procurement: exp(-0.2 · years before the latest one); one year is assumed where no date is known.
    let freshness: [Float]
    /// By procurement: winners^-0.2.
    let crowd: [Float]
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
    /// Wins by supplier.
    let wins: [Int32]
    /// The same, at most `SupplierClass.mostWins`.
    let winClasses: [Int32]
    /// By kind of buyer: wins from such buyers, by supplier.
    let winsByBuyerKind: [[Int32]]
    /// Suppliers whose CPV codes the register gives, ascending.
    let offering: [Int32]
    /// Days since 1970-01-01 of the latest dated procurement; nil without any.
    let latest: Int32?

    var memory: Int {
        freshness.count * 8 + wins.count * 8 + offering.count * 4 + meanName.count * 4
            + winsByBuyerKind.reduce(0) { $0 + $1.count * 4 }
    }

    init(suppliers: SupplierTable, industries: IndustryTree, procurements: ProcurementTable, names: SparseVectors) {
        let wins = (0..<suppliers.count).map { Int32(procurements.awards.range($0).count) }
        var industryWins = [Float](repeating: 0, count: industries.count)
        var sizeWins = [Float](repeating: 0, count: SizeClass.allCases.count)
        var sizeMembers = sizeWins
        for supplier in 0..<suppliers.count {
            industryWins[Int(suppliers.industries[supplier])] += Float(wins[supplier])
            sizeMembers[Int(suppliers.sizes[supplier].rawValue)] += 1
            sizeWins[Int(suppliers.sizes[supplier].rawValue)] += Float(wins[supplier])
        }
        var groupWins: [UInt32: Float] = [:]
        var winsByBuyerKind = [[Int32]](
            repeating: [Int32](repeating: 0, count: suppliers.count), count: BuyerKind.allCases.count)
        var shares = [Float](repeating: 0, count: suppliers.count)
        for procurement in 0..<procurements.count {
            let winners = procurements.winners[procurement]
            let kind = procurements.buyerKind(of: procurement)
            for winner in winners {
                shares[Int(winner)] += 1 / Float(winners.count * procurements.count)
                if let kind { winsByBuyerKind[kind.rawValue][Int(winner)] += 1 }
            }
            guard let code = procurements.cpv[procurement].first else { continue }
            groupWins[UInt32(code) / 100_000, default: 0] += Float(winners.count)
        }
        var meanName = [Float](repeating: 0, count: Int(names.terms.max() ?? -1) + 1)
        for supplier in 0..<suppliers.count where shares[supplier] > 0 {
            for index in names.range(supplier) {
                meanName[Int(names.terms[index])] += shares[supplier] * names.weights[index]
            }
        }
        let latest = procurements.dates.last { $0 != ProcurementTable.unknownDate }
        freshness = procurements.dates.map { date in
            guard let latest, date != ProcurementTable.unknownDate else {
                return Logarithm.exponential(-Self.yearlyDecay)
            }
            return Logarithm.exponential(-Self.yearlyDecay * Float(latest - date) / 365)
        }
        crowd = (0..<procurements.count).map {
            Logarithm.power(Float(max(1, procurements.winners.range($0).count)), Self.crowdExponent)
        }
        self.industryWins = industryWins
        self.sizeWins = sizeWins
        self.sizeMembers = sizeMembers
        self.groupWins = groupWins
        self.meanName = meanName
        self.winsByBuyerKind = winsByBuyerKind
        self.wins = wins
        winClasses = wins.map { min($0, Int32(SupplierClass.mostWins)) }
        offering = (0..<Int32(suppliers.count)).filter { !suppliers.offers.range(Int($0)).isEmpty }
        self.latest = latest
    }
}
