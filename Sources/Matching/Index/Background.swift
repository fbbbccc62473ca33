import Procurement

/// How often things win at all, whatever is bought: what a query's own figures are compared with.
struct Background: Sendable {
    /// Wins by leaf of the industry tree.
    let industryWins: [Float]
    /// Wins by size class.
    let sizeWins: [Float]
    /// Suppliers by size class.
    let sizeMembers: [Float]
    /// Wins by the first three digits of the main CPV code.
    let groupWins: [UInt32: Float]
    /// Wins by supplier.
    let wins: [Int32]
    /// Days since 1970-01-01 of the latest dated procurement; nil without any.
    let latest: Int32?

    init(suppliers: SupplierTable, industries: IndustryTree, procurements: ProcurementTable) {
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
        for procurement in 0..<procurements.count {
            guard let code = procurements.cpv[procurement].first else { continue }
            groupWins[UInt32(code) / 100_000, default: 0] += Float(procurements.winners.range(procurement).count)
        }
        self.industryWins = industryWins
        self.sizeWins = sizeWins
        self.sizeMembers = sizeMembers
        self.groupWins = groupWins
        wins = (0..<suppliers.count).map { Int32(procurements.awards.range($0).count) }
        latest = procurements.dates.last { $0 != ProcurementTable.unknownDate }
    }
}
