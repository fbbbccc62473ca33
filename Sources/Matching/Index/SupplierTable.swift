import Containers
import Procurement

/// What the snapshot knows of each supplier, one array a property; a supplier's number is its place by id.
struct SupplierTable: Sendable {
    /// Ascending.
    private(set) var ids = SortedTexts()
    private(set) var names = PackedPhrases()
    private(set) var sizes: [SizeClass] = []
    /// The leaf in `IndustryTree`.
    private(set) var industries: [Int32] = []
    /// Row = supplier, items = numbers in `regionCodes`, in the order of the codes.
    private(set) var regions = RaggedRows<Int32>()
    private(set) var regionCodes: [NUTSCode] = []
    /// By supplier: whether it may stand on a list.
    private(set) var candidacies: [Candidacy] = []
    /// Those that may not, ascending.
    private(set) var barred: [Int32] = []
    /// What the public registers say against a supplier's being there, of those alone where they do.
    private(set) var statuses: [Int32: FirmStatus] = [:]
    /// By supplier: its country in ISO 3166 alpha-2 as a number, 0 where it isn't known.
    private(set) var countries: [UInt16] = []
    /// Row = supplier, items = the first three digits of each CPV code that the register says it offers.
    private(set) var offers = RaggedRows<UInt16>()

    /// - Parameter suppliers: in ascending order of id.
    init(_ suppliers: [Supplier], industries tree: inout IndustryTree) {
        var ids = PackedTexts()
        var regionNumbers: [NUTSCode: Int32] = [:]
        for supplier in suppliers.indices {
            ids.append(text: suppliers[supplier].id.rawValue)
            names.append(suppliers[supplier].name)
            candidacies.append(Candidacy(suppliers[supplier]))
            if let status = suppliers[supplier].register?.firm?.status { statuses[Int32(supplier)] = status }
            countries.append(Self.country(of: suppliers[supplier]))
            sizes.append(SizeClass(suppliers[supplier].size ?? suppliers[supplier].register?.size))
            industries.append(
                tree.leaf(
                    suppliers[supplier].register?.sni,
                    version: suppliers[supplier].register?.firm?.sniVersion ?? .sni2007,
                    label: suppliers[supplier].register?.sniLabel))
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
        barred = candidacies.indices.filter { candidacies[$0] != .open }.map(Int32.init)
        names.close()
        self.ids = SortedTexts(ids)
    }

    /// The country that is recorded, else that of its number, else that of its first region.
    private static func country(of supplier: Supplier) -> UInt16 {
        let known =
            supplier.country ?? supplier.number?.country
            ?? (supplier.nuts + (supplier.register?.nuts ?? [])).first?.country
        return known.flatMap(CountryCode.alpha2).map(number(ofCountry:)) ?? 0
    }

    /// - Parameter code: two letters.
    static func number(ofCountry code: String) -> UInt16 { code.utf8.reduce(0) { $0 << 8 | UInt16($1) } }

    var count: Int { ids.count }

    func number(of id: SupplierID) -> Int? { ids.number(of: id.rawValue) }

    func id(_ number: Int) -> SupplierID { SupplierID(ids[number]) }

    var memory: Int {
        ids.memory + names.memory + offers.memory + count * 8 + regions.memory
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
