import Containers
import Procurement

/// How a match is asked for.
package struct MatchOptions: Sendable {
    package var limit: Int
    /// False leaves out sentences and evidence.
    package var explain: Bool
    package var language: TextLanguage
    package var weights: Weights
    package var filter: SupplierFilter
    /// Whether the best suppliers without a known win are listed apart too.
    package var listsNewcomers: Bool

    package init(
        limit: Int = 20, explain: Bool = true, language: TextLanguage = .en, weights: Weights = .standard,
        filter: SupplierFilter = SupplierFilter(), listsNewcomers: Bool = false
    ) {
        self.limit = limit
        self.explain = explain
        self.language = language
        self.weights = weights
        self.filter = filter
        self.listsNewcomers = listsNewcomers
    }
}

/// Which suppliers may stand on the list (`where`). All conditions must hold.
package struct SupplierFilter: Sendable, Hashable {
    /// Nil: any size, also unknown. `sme` stands for micro, small and medium too.
    package var sizes: Set<SupplierSize>?
    /// In or around any of these regions. Nil: anywhere.
    package var nuts: [NUTSCode]?
    /// Whether suppliers without a region count as in those of `nuts`.
    package var includesUnknownPlace: Bool
    /// Countries in ISO 3166 alpha-2; suppliers of no known country are left out. Nil: any.
    package var countries: Set<String>?
    /// True: only those without a known win; false: only those with one. Nil: both.
    package var newcomers: Bool?
    /// Nil: any.
    package var only: Set<SupplierID>?
    package var excluded: Set<SupplierID>
    /// Those that were asked before, and are left out for it.
    package var asked: Set<SupplierID> = []
    /// Those named as numbers of a snapshot; nil until they were looked up.
    private var numbers: Numbers?

    private struct Numbers: Sendable, Hashable {
        var only: Set<Int32>?
        var excluded: Set<Int32>
        var asked: Set<Int32>
    }

    package init(
        sizes: Set<SupplierSize>? = nil, nuts: [NUTSCode]? = nil, includesUnknownPlace: Bool = false,
        countries: Set<String>? = nil, newcomers: Bool? = nil, only: Set<SupplierID>? = nil,
        excluded: Set<SupplierID> = []
    ) {
        self.sizes = sizes
        self.nuts = nuts
        self.includesUnknownPlace = includesUnknownPlace
        self.countries = countries
        self.newcomers = newcomers
        self.only = only
        self.excluded = excluded
    }

    /// Why the supplier is not on the list, by what it is or by these conditions; nil when it may stand there.
    func obstacle(to supplier: Int, in snapshot: IndexSnapshot) -> Objection? {
        switch snapshot.suppliers.candidacies[supplier] {
        case .masked: .masked
        case .authority: .authority
        case .gone: .gone(snapshot.suppliers.statuses[Int32(supplier)])
        case .open: objection(to: supplier, in: snapshot)
        }
    }

    /// Whether every supplier may stand on the list.
    func admitsAll(in snapshot: IndexSnapshot) -> Bool { isEmpty && snapshot.suppliers.barred.isEmpty }

    /// Which condition the supplier fails; nil when it meets all.
    func objection(to supplier: Int, in snapshot: IndexSnapshot) -> Objection? {
        let table = snapshot.suppliers
        if let sizes, !Self.admits(table.sizes[supplier], sizes) { return .size }
        if let nuts,
            !(includesUnknownPlace && table.regions[supplier].isEmpty),
            !table.regions[supplier].contains(where: { number in
                let own = table.regionCodes[Int(number)]
                return nuts.contains { $0.contains(own) || own.contains($0) }
            })
        {
            return .region
        }
        if let countries,
            !countries.contains(where: { SupplierTable.number(ofCountry: $0) == table.countries[supplier] })
        {
            return .country
        }
        if let newcomers, snapshot.procurements.awards[supplier].isEmpty != newcomers { return .newcomer }
        if let numbers {
            if let only = numbers.only, !only.contains(Int32(supplier)) { return .notNamed }
            if numbers.asked.contains(Int32(supplier)) { return .asked }
            return numbers.excluded.contains(Int32(supplier)) ? .excluded : nil
        }
        if let only, !only.contains(table.id(supplier)) { return .notNamed }
        if !asked.isEmpty, asked.contains(table.id(supplier)) { return .asked }
        if !excluded.isEmpty, excluded.contains(table.id(supplier)) { return .excluded }
        return nil
    }

    /// The same with those named looked up, for whoever asks of every supplier of the snapshot.
    func lookedUp(in snapshot: IndexSnapshot) -> SupplierFilter {
        func numbers(_ ids: Set<SupplierID>) -> Set<Int32> {
            Set(ids.compactMap { snapshot.suppliers.number(of: $0).map(Int32.init) })
        }
        var filter = self
        filter.numbers = Numbers(only: only.map(numbers), excluded: numbers(excluded), asked: numbers(asked))
        return filter
    }

    var isEmpty: Bool {
        sizes == nil && nuts == nil && countries == nil && newcomers == nil && only == nil && excluded.isEmpty
            && asked.isEmpty
    }

    enum Objection: Sendable, Equatable {
        case size, region, country, newcomer, notNamed, asked, excluded, masked, authority
        /// With what the registers say.
        case gone(FirmStatus?)
    }

    private static func admits(_ size: SizeClass, _ wanted: Set<SupplierSize>) -> Bool {
        guard let size = size.size else { return false }
        return wanted.contains(size) || (wanted.contains(.sme) && size.isSME)
    }
}
