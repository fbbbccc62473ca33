import Containers
import Procurement

/// Where procurements took place and where suppliers are, as far as codes and names tell.
struct RegionTable: Sendable {
    /// Every place that occurs, ascending; the tables below hold numbers in it. Of more than 65,536, which no honest feed has,
    /// the first.
    let places: [Place]
    /// Row = supplier, items = places it won in, repeated for each win, ascending.
    let wins: RaggedRows<UInt16>
    /// Row = supplier, items = its own places: its regions, else the last place that its name holds.
    let homes: RaggedRows<UInt16>
    /// Row = place: the suppliers that won there, with how often, and that have it as their own, which counts as
    /// `RegionSignal.home` wins.
    let suppliersAt: SupplierAmounts
    /// By place: wins there.
    let winsAt: [Float]
    let allWins: Float
    /// Row = procurement, items = its places.
    let sites: RaggedRows<UInt16>
    let localities: Localities

    /// - Parameters:
    ///   - lists: the regions and buyers of the procurements of the table.
    ///   - titles: of all procurements; those of the table are the ones of `places`.
    ///   - words: of the suppliers.
    init(
        _ table: ProcurementTable, _ lists: ProcurementLists, titles: TitleWords, places titlePlaces: [Int32],
        suppliers: [Supplier], words: SupplierWords
    ) {
        let sites = Sites(table, lists, titles: titles, places: titlePlaces)
        let finder = PlaceFinder(words.words)
        let homes = suppliers.indices.map { supplier in
            Self.homes(suppliers.regions(of: supplier), named: finder.last(in: words.names[supplier]))
        }
        var occurring: Set<Place> = []
        for list in sites.lists { occurring.formUnion(list) }
        for list in homes { occurring.formUnion(list) }
        let places = Array(occurring.sorted().prefix(Int(UInt16.max) + 1))
        let numbers = Dictionary(places.enumerated().map { ($1, UInt16($0)) }, uniquingKeysWith: { first, _ in first })
        self.places = places
        let numbersOfLists = sites.lists.map { list in list.compactMap { numbers[$0] } }
        var rowsOfSites = RaggedRows<UInt16>()
        rowsOfSites.reserve(rows: table.count, items: table.count)
        for list in sites.listOf { rowsOfSites.append(numbersOfLists[Int(list)]) }
        self.sites = rowsOfSites
        var rowsOfHomes = RaggedRows<UInt16>()
        rowsOfHomes.reserve(rows: suppliers.count, items: 0)
        for list in homes { rowsOfHomes.append(list.isEmpty ? [] : list.compactMap { numbers[$0] }) }
        self.homes = rowsOfHomes
        var wins = RaggedRows<UInt16>()
        var winsAt = [Float](repeating: 0, count: places.count)
        wins.reserve(rows: suppliers.count, items: table.awards.items.count)
        var row: [UInt16] = []
        for supplier in suppliers.indices {
            row.removeAll(keepingCapacity: true)
            for procurement in table.awards[supplier] { row += rowsOfSites[Int(procurement)] }
            row.sort()
            wins.append(row)
            for place in row { winsAt[Int(place)] += 1 }
        }
        self.wins = wins
        suppliersAt = Self.suppliersAt(places.count, suppliers: suppliers.count, wins: wins, homes: rowsOfHomes)
        self.winsAt = winsAt
        allWins = winsAt.reduce(0, +)
        localities = Localities(table, sites: rowsOfSites, wins: wins, homes: rowsOfHomes, places: places)
    }

    /// - Parameter wins: ascending within a supplier.
    private static func suppliersAt(
        _ places: Int, suppliers: Int, wins: RaggedRows<UInt16>, homes: RaggedRows<UInt16>
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
        places(nuts: nuts, named: named(ofBuyer: ofBuyer, ofTitle: { Gazetteer.places(in: title).first }))
    }

    fileprivate static func places(nuts: [NUTSCode], named: Place?) -> [Place] {
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
    fileprivate static func named(ofBuyer: Place?, ofTitle: () -> Place?) -> Place? {
        if let ofBuyer, ofBuyer.municipality != 0 { return ofBuyer }
        if let ofTitle = ofTitle(), ofBuyer.map({ $0.region == ofTitle.region }) ?? true {
            return ofTitle
        }
        return ofBuyer
    }

    /// - Parameters:
    ///   - all: the supplier's regions.
    ///   - named: the last place that its name holds.
    private static func homes(_ all: [NUTSCode], named: Place?) -> [Place] {
        let regions = all.filter { $0.code.utf8.count > 2 }
        if let named, regions.isEmpty || regions.contains(where: { $0.contains(named.region) }) { return [named] }
        return regions.map { Place(region: $0) }
    }

    var memory: Int {
        places.count * 24 + wins.memory + homes.memory + sites.memory + winsAt.count * 4 + suppliersAt.memory
            + localities.memory
    }
}

/// The places of procurements. Few lists of places are many procurements'.
private struct Sites {
    private(set) var lists: [[Place]] = []
    /// By procurement: the number of its list.
    private(set) var listOf: [Int32] = []

    private struct Key: Hashable {
        let regions: Int32
        let named: Int32
    }

    init(_ table: ProcurementTable, _ read: ProcurementLists, titles: TitleWords, places: [Int32]) {
        let finder = PlaceFinder(titles.words)
        let ofBuyers = read.buyers.lists.map { $0.first.flatMap { Gazetteer.places(in: $0.name).first } }
        var named: [Place: Int32] = [:]
        var numbers: [Key: Int32] = [:]
        for number in 0..<table.count {
            let place = RegionTable.named(ofBuyer: ofBuyers[Int(read.buyersOf[number])]) {
                finder.first(in: titles.rows[Int(places[number])])
            }
            var key = Key(regions: read.regionsOf[number], named: -1)
            if let place {
                let known = named[place] ?? Int32(named.count)
                named[place] = known
                key = Key(regions: key.regions, named: known)
            }
            let list = numbers[key] ?? Int32(lists.count)
            if list == lists.count {
                numbers[key] = list
                lists.append(RegionTable.places(nuts: read.regions.lists[Int(key.regions)], named: place))
            }
            listOf.append(list)
        }
    }
}

extension [Supplier] {
    /// Where one is, by its notices and by the register, in the order of the codes.
    ///
    /// What is asked of hundreds of thousands is asked where they lie: a copy of each would cost more than the answer.
    func regions(of number: Int) -> [NUTSCode] {
        let ofRegister = self[number].register?.nuts ?? []
        if ofRegister.isEmpty, self[number].nuts.count < 2 { return self[number].nuts }
        return Set(self[number].nuts + ofRegister).sorted()
    }
}
