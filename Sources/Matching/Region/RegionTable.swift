import Procurement

/// Where procurements took place and where suppliers are, as far as codes and names tell.
struct RegionTable: Sendable {
    /// Every place that occurs, ascending; the tables below hold numbers in it.
    let places: [Place]
    /// Row = supplier, items = places it won in, repeated for each win, ascending.
    let wins: Adjacency
    /// Row = supplier, items = its own places: its regions, else the last place that its name holds.
    let homes: Adjacency
    /// By place: wins there.
    let winsAt: [Float]
    let allWins: Float
    /// Row = procurement, items = its places.
    let sites: Adjacency
    let localities: Localities

    init(procurements: [PastProcurement], suppliers: [Supplier], table: ProcurementTable) {
        let sites = procurements.map { Self.places(of: $0) }
        let homes = suppliers.map { Self.homes(of: $0) }
        let places = Set(sites.flatMap { $0 } + homes.flatMap { $0 }).sorted()
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
        self.winsAt = winsAt
        allWins = winsAt.reduce(0, +)
        localities = Localities(table, sites: rowsOfSites, wins: wins, homes: rowsOfHomes) { left, right in
            places[Int(left)].nearness(to: places[Int(right)])
        }
    }

    /// Where a procurement takes place: its NUTS codes, the first of them made finer by a municipality that the
    /// buyer's name or the title holds; else that place alone.
    static func places(nuts: [NUTSCode], buyer: String?, title: String) -> [Place] {
        let named = named(buyer: buyer, title: title)
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
    private static func named(buyer: String?, title: String) -> Place? {
        let ofBuyer = buyer.flatMap { Gazetteer.places(in: $0).first }
        if let ofBuyer, ofBuyer.municipality != 0 { return ofBuyer }
        if let ofTitle = Gazetteer.places(in: title).first, ofBuyer.map({ $0.region == ofTitle.region }) ?? true {
            return ofTitle
        }
        return ofBuyer
    }

    private static func places(of procurement: PastProcurement) -> [Place] {
        places(nuts: procurement.nuts, buyer: procurement.buyers.first?.name, title: procurement.title)
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
        places.count * 24 + wins.memory + homes.memory + sites.memory + winsAt.count * 4 + localities.memory
    }
}
