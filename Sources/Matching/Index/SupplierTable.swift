import Procurement

/// What the snapshot knows of each supplier, one array a property; a supplier's number is its place by id.
struct SupplierTable: Sendable {
    /// Ascending.
    private(set) var ids = NameTable(TextPool())
    private(set) var names = PhrasePool()
    private(set) var sizes: [SizeClass] = []
    /// The leaf in `IndustryTree`.
    private(set) var industries: [Int32] = []
    /// Row = supplier, items = numbers in `regionCodes`, in the order of the codes.
    private(set) var regions = Adjacency()
    private(set) var regionCodes: [NUTSCode] = []
    /// Row = supplier, items = the first three digits of each CPV code that the register says it offers.
    private(set) var offers = ShortRows()

    /// - Parameter suppliers: in ascending order of id.
    init(_ suppliers: [Supplier], industries tree: inout IndustryTree) {
        var ids = TextPool()
        var regionNumbers: [NUTSCode: Int32] = [:]
        for supplier in suppliers.indices {
            ids.append(suppliers[supplier].id.rawValue)
            names.append(suppliers[supplier].name)
            sizes.append(SizeClass(suppliers[supplier].size ?? suppliers[supplier].register?.size))
            industries.append(
                tree.leaf(suppliers[supplier].register?.sni, label: suppliers[supplier].register?.sniLabel))
            regions.append(
                suppliers.regions(of: supplier).map { code in
                    let number = regionNumbers[code] ?? Int32(regionCodes.count)
                    if number == regionCodes.count {
                        regionNumbers[code] = number
                        regionCodes.append(code)
                    }
                    return number
                })
            let codes = suppliers[supplier].register?.cpv ?? []
            offers.append((codes.count < 2 ? codes : Set(codes).sorted()).map { UInt16($0.number / 100_000) })
        }
        names.close()
        self.ids = NameTable(ids)
    }

    var count: Int { ids.count }

    func number(of id: SupplierID) -> Int? { ids.number(of: id.rawValue) }

    func id(_ number: Int) -> SupplierID { SupplierID(ids[number]) }

    var memory: Int {
        ids.memory + names.memory + offers.memory + count * 5 + regions.memory
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

    /// Small or medium-sized without more counts as unknown.
    var withoutSME: SizeClass { self == .sme ? .unknown : self }

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
