import Procurement

/// How a match is asked for.
package struct MatchOptions: Sendable {
    package enum Language: Sendable { case english, swedish }

    package var limit: Int
    /// False leaves out sentences and evidence.
    package var explain: Bool
    package var language: Language
    package var weights: Weights
    package var filter: SupplierFilter

    package init(
        limit: Int = 20, explain: Bool = true, language: Language = .english, weights: Weights = .standard,
        filter: SupplierFilter = SupplierFilter()
    ) {
        self.limit = limit
        self.explain = explain
        self.language = language
        self.weights = weights
        self.filter = filter
    }
}

/// Which suppliers may stand on the list (`where`). All conditions must hold.
package struct SupplierFilter: Sendable, Hashable {
    /// Nil: any size, also unknown. `sme` stands for micro, small and medium too.
    package var sizes: Set<SupplierSize>?
    /// In or around any of these regions; suppliers without a region are left out. Nil: anywhere.
    package var nuts: [NUTSCode]?
    /// True: only those without a known win; false: only those with one. Nil: both.
    package var newcomers: Bool?
    package var excluded: Set<SupplierID>

    package init(
        sizes: Set<SupplierSize>? = nil, nuts: [NUTSCode]? = nil, newcomers: Bool? = nil,
        excluded: Set<SupplierID> = []
    ) {
        self.sizes = sizes
        self.nuts = nuts
        self.newcomers = newcomers
        self.excluded = excluded
    }

    /// Why the supplier is left out; nil when it may stand on the list.
    func objection(to supplier: Int, in snapshot: IndexSnapshot) -> Objection? {
        let table = snapshot.suppliers
        if let sizes, !Self.admits(table.sizes[supplier], sizes) { return .size }
        if let nuts,
            !table.regions[supplier].contains(where: { number in
                let own = table.regionCodes[Int(number)]
                return nuts.contains { $0.contains(own) || own.contains($0) }
            })
        {
            return .region
        }
        if let newcomers, snapshot.procurements.awards[supplier].isEmpty != newcomers { return .newcomer }
        if !excluded.isEmpty, excluded.contains(table.id(supplier)) { return .excluded }
        return nil
    }

    var isEmpty: Bool { sizes == nil && nuts == nil && newcomers == nil && excluded.isEmpty }

    enum Objection: Sendable { case size, region, newcomer, excluded }

    private static func admits(_ size: SizeClass, _ wanted: Set<SupplierSize>) -> Bool {
        guard let size = size.size else { return false }
        return wanted.contains(size) || (wanted.contains(.sme) && size.isSME)
    }
}
