import Procurement

/// What the snapshot knows of each supplier, one array a property; a supplier's number is its place by id.
struct SupplierTable: Sendable {
    /// Ascending.
    let ids: NameTable
    private(set) var names = TextPool()
    private(set) var sizes: [SizeClass] = []
    /// The same as numbers, where small or medium-sized without more counts as unknown.
    private(set) var sizeNumbers: [Int32] = []
    /// The leaf in `IndustryTree`.
    private(set) var industries: [Int32] = []
    private(set) var regions: [[NUTSCode]] = []
    /// Row = supplier, items = the CPV codes that the register says it offers, as numbers.
    private(set) var offers = Adjacency()

    /// - Parameter suppliers: in ascending order of id.
    init(_ suppliers: [Supplier], industries tree: inout IndustryTree) {
        ids = NameTable(suppliers.map(\.id.rawValue))
        for supplier in suppliers {
            names.append(supplier.name)
            let size = SizeClass(supplier.size ?? supplier.register?.size)
            sizes.append(size)
            sizeNumbers.append(Int32((size == .sme ? .unknown : size).rawValue))
            industries.append(tree.leaf(supplier.register?.sni, label: supplier.register?.sniLabel))
            regions.append(Array(Set(supplier.nuts + (supplier.register?.nuts ?? []))).sorted())
            offers.append(Set(supplier.register?.cpv ?? []).sorted().map { Int32($0.number) })
        }
    }

    var count: Int { ids.count }

    func number(of id: SupplierID) -> Int? { ids.number(of: id.rawValue) }

    func id(_ number: Int) -> SupplierID { SupplierID(ids[number]) }

    var memory: Int {
        ids.memory + names.memory + offers.memory + count * 9
            + regions.reduce(0) { $0 + 8 + ($1.isEmpty ? 0 : 32 + $1.count * 16) }
    }
}

/// A size class in one byte.
enum SizeClass: UInt8, Sendable, CaseIterable {
    case unknown, micro, small, medium, large, sme

    init(_ size: SupplierSize?) {
        self =
            switch size {
            case nil: .unknown
            case .micro: .micro
            case .small: .small
            case .medium: .medium
            case .large: .large
            case .sme: .sme
            }
    }

    var size: SupplierSize? {
        switch self {
        case .unknown: nil
        case .micro: .micro
        case .small: .small
        case .medium: .medium
        case .large: .large
        case .sme: .sme
        }
    }
}
