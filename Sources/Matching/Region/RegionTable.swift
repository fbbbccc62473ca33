import Procurement

/// Where procurements took place and where suppliers are, as far as codes and names tell.
struct RegionTable: Sendable {
    /// Every place that occurs, ascending; the tables below hold numbers in it.
    let places: [Place]
    /// Row = supplier, items = places it won in, repeated for each win, ascending.
    let wins: Adjacency
    /// Row = supplier, items = its own places: its regions, else the last place that its name holds.
    let homes: Adjacency
    /// Row = place: the suppliers that won there, with how often, and that have it as their own, which counts as
    /// `RegionSignal.home` wins.
    let suppliersAt: SupplierAmounts
    /// By place: wins there.
    let winsAt: [Float]
    let allWins: Float
    /// Row = procurement, items = its places.
    let sites: Adjacency
    let localities: Localities

    init(procurements: [PastProcurement], suppliers: [Supplier], table: ProcurementTable) {
        // Buyers are few beside procurements.
        var ofBuyers: [String: Place?] = [:]
        let sites = procurements.map { procurement in
            let ofBuyer = procurement.buyers.first.flatMap { buyer in
                if let known = ofBuyers[buyer.name] { return known }
                let place = Gazetteer.places(in: buyer.name).first
                ofBuyers.updateValue(place, forKey: buyer.name)
                return place
            }
            return Self.places(nuts: procurement.nuts, ofBuyer: ofBuyer, title: procurement.title)
        }
        let homes = suppliers.map { Self.homes(of: $0) }
        var occurring: Set<Place> = []
        for list in sites { occurring.formUnion(list) }
        for list in homes { occurring.formUnion(list) }
        let places = occurring.sorted()
        let numbers = Dictionary(places.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
        func rows(_ lists: [[Place]]) -> Adjacency {
            var rows = Adjacency()
            for list in lists { rows.append(list.compactMap { numbers[$0] }) }
            return rows
        }
        self.places = places
        let rowsOfSites = rows(sites)
        self.sites = rowsOfSites
        let rowsOfHomes = rows(homes)
        self.homes = rowsOfHomes
        var wins = Adjacency()
        var winsAt = [Float](repeating: 0, count: places.count)
        for supplier in suppliers.indices {
            let row = table.awards[supplier].flatMap { rowsOfSites[Int($0)] }.sorted()
            wins.append(row)
            for place in row { winsAt[Int(place)] += 1 }
        }
        self.wins = wins
        suppliersAt = Self.suppliersAt(places.count, suppliers: suppliers.count, wins: wins, homes: rowsOfHomes)
        self.winsAt = winsAt
        allWins = winsAt.reduce(0, +)
        localities = Localities(
            table, sites: rowsOfSites, wins: wins, homes: rowsOfHomes, places: places.count
        ) { left, right in
            places[Int(left)].nearness(to: places[Int(right)])
        }
    }

    /// - Parameter wins: ascending within a supplier.
    private static func suppliersAt(
        _ places: Int, suppliers: Int, wins: Adjacency, homes: Adjacency
    ) -> SupplierAmounts {
        SupplierAmounts(rows: places, suppliers: suppliers) { supplier, body in
            let homes = homes[supplier]
            var index = wins.range(supplier).lowerBound
            let end = wins.range(supplier).upperBound
            while index < end {
                let place = wins.items[index]
                let first = index
                while index < end, wins.items[index] == place { index += 1 }
                body(Int(place), Float(index - first) + (homes.contains(place) ? RegionSignal.home : 0))
            }
            for (position, home) in homes.enumerated()
            where !wins[supplier].contains(home) && !homes.prefix(position).contains(home) {
                body(Int(home), RegionSignal.home)
            }
        }
    }

    /// Where a procurement takes place: its NUTS codes, the first of them made finer by a municipality that the
    /// buyer's name or the title holds; else that place alone.
    static func places(nuts: [NUTSCode], buyer: String?, title: String) -> [Place] {
        places(nuts: nuts, ofBuyer: buyer.flatMap { Gazetteer.places(in: $0).first }, title: title)
    }

    private static func places(nuts: [NUTSCode], ofBuyer: Place?, title: String) -> [Place] {
        let named = named(ofBuyer: ofBuyer, title: title)
        let regions = nuts.filter { $0.code.utf8.count > 2 }
        guard !regions.isEmpty else { return named.map { [$0] } ?? [] }
        if let named, named.municipality != 0, let index = regions.firstIndex(where: { $0.contains(named.region) }) {
            return [named] + regions[..<index].map { Place(region: $0) }
                + regions[(index + 1)...].map { Place(region: $0) }
        }
        return regions.map { Place(region: $0) }
    }

    /// The buyer's municipality; else a place in the title, within the buyer's county where that is known; else the
    /// buyer's county.
    private static func named(ofBuyer: Place?, title: String) -> Place? {
        if let ofBuyer, ofBuyer.municipality != 0 { return ofBuyer }
        if let ofTitle = Gazetteer.places(in: title).first, ofBuyer.map({ $0.region == ofTitle.region }) ?? true {
            return ofTitle
        }
        return ofBuyer
    }

    private static func homes(of supplier: Supplier) -> [Place] {
        let regions = Set(supplier.nuts + (supplier.register?.nuts ?? [])).filter { $0.code.utf8.count > 2 }
        if let named = Gazetteer.places(in: supplier.name).last,
            regions.isEmpty || regions.contains(where: { $0.contains(named.region) })
        {
            return [named]
        }
        return regions.sorted().map { Place(region: $0) }
    }

    var memory: Int {
        places.count * 24 + wins.memory + homes.memory + sites.memory + winsAt.count * 4 + suppliersAt.memory
            + localities.memory
    }
}
