/// How often things win at all, whatever is bought: what a query's own figures are compared with.
struct Background: Sendable {
    /// Wins by leaf of the industry tree.
    let industryWins: [Float]
    /// Suppliers by leaf.
    let industryMembers: [Float]
    /// Wins by size class.
    let sizeWins: [Float]
    /// Suppliers by size class.
    let sizeMembers: [Float]
    /// By run of four characters: its mean weight in the names of a procurement's winners.
    let meanName: [Float]
    /// Wins by supplier.
    let wins: [Int32]
    /// Days since 1970-01-01 of the latest dated procurement; nil without any.
    let latest: Int32?

    init(suppliers: SupplierTable, industries: IndustryTree, procurements: ProcurementTable, names: SparseVectors) {
        var industryWins = [Float](repeating: 0, count: industries.count)
        var industryMembers = industryWins
        var sizeWins = [Float](repeating: 0, count: SizeClass.allCases.count)
        var sizeMembers = sizeWins
        var meanName = [Float](repeating: 0, count: Int(names.terms.max() ?? -1) + 1)
        var share = [Float](repeating: 0, count: suppliers.count)
        for procurement in 0..<procurements.count {
            let winners = procurements.winners[procurement]
            for winner in winners { share[Int(winner)] += 1 / Float(winners.count * procurements.count) }
        }
        for supplier in 0..<suppliers.count {
            let wins = Float(procurements.awards.range(supplier).count)
            industryMembers[Int(suppliers.industries[supplier])] += 1
            industryWins[Int(suppliers.industries[supplier])] += wins
            sizeMembers[Int(suppliers.sizes[supplier].rawValue)] += 1
            sizeWins[Int(suppliers.sizes[supplier].rawValue)] += wins
            for index in names.range(supplier) where share[supplier] > 0 {
                meanName[Int(names.terms[index])] += names.weights[index] * share[supplier]
            }
        }
        self.industryWins = industryWins
        self.industryMembers = industryMembers
        self.sizeWins = sizeWins
        self.sizeMembers = sizeMembers
        self.meanName = meanName
        wins = (0..<suppliers.count).map { Int32(procurements.awards.range($0).count) }
        latest = procurements.dates.last { $0 != ProcurementTable.unknownDate }
    }
}
