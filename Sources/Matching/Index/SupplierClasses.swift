import Containers

/// Suppliers that several signals say the same of: of one industry and size, with as many wins, with or without codes
/// that the register says they offer, and with as many signs of where they are.
struct SupplierClasses: Sendable {
    struct Members: Hashable, Sendable {
        /// The leaf in `IndustryTree`.
        let industry: Int32
        let size: SizeClass
        /// Up to `SupplierClass.mostWins`.
        let wins: Int
        /// Wins, and one for all that the register offers; up to `SupplierClass.mostWins`.
        let tries: Int
        /// Signs of where it is, as `RegionSignal` counts them; up to `SupplierClass.mostSigns`.
        let signs: Int
    }

    /// By supplier: its place in `all`.
    let ofSupplier: [Int32]
    let all: [Members]

    init(_ suppliers: SupplierTable, awards: RaggedRows<Int32>, regions: RegionTable) {
        var numbers: [Members: Int32] = [:]
        var all: [Members] = []
        ofSupplier = (0..<suppliers.count).map { supplier in
            let wins = awards.range(supplier).count
            let offers = suppliers.offers.range(supplier).isEmpty ? 0 : 1
            let members = Members(
                industry: suppliers.industries[supplier], size: suppliers.sizes[supplier],
                wins: min(wins, SupplierClass.mostWins), tries: min(wins + offers, SupplierClass.mostWins),
                signs: min(Int(RegionSignal.signs(of: supplier, in: regions)), SupplierClass.mostSigns))
            if let number = numbers[members] { return number }
            let number = Int32(all.count)
            numbers[members] = number
            all.append(members)
            return number
        }
        self.all = all
    }

    /// Bytes held, for reports.
    var memory: Int { ofSupplier.count * 4 + all.count * MemoryLayout<Members>.stride }
}

/// A set of suppliers, one bit each.
struct SupplierSet: Sendable {
    private var bits: [UInt64]

    init(suppliers: Int) { bits = [UInt64](repeating: 0, count: suppliers / 64 + 1) }

    mutating func insert(_ supplier: Int32) { bits[Int(supplier) >> 6] |= 1 << UInt64(supplier & 63) }

    func contains(_ supplier: Int) -> Bool { bits[supplier >> 6] >> UInt64(supplier & 63) & 1 == 1 }
}
