import Containers
import Foundation
import GRDB
import Procurement
import TestSupport
import Testing

@testable import Store

@Suite struct FirmImportTests {
    private let store: Store

    init() throws { store = try Store.inMemory() }

    private static func company(_ number: Int = 5_568_592_918, _ name: String = "Rena Golv AB") -> RegisteredFirm {
        var firm = RegisteredFirm(source: .bolagsverket, number: number, name: name)
        firm.serial = 1
        firm.legalForm = "AB"
        firm.activity = "Städar golv."
        firm.postcode = 75_320
        firm.town = "UPPSALA"
        return firm
    }

    private static func statistics(_ number: Int = 5_568_592_918, _ name: String = "RENA GOLV AB") -> RegisteredFirm {
        var firm = RegisteredFirm(source: .scb, number: number, name: name)
        firm.legalForm = "49"
        firm.activeStatus = 1
        firm.sni = ["81210"]
        firm.sniVersion = .sni2025
        firm.postcode = 11_122
        firm.refusesAdvertising = true
        return firm
    }

    @discardableResult
    private func take(_ firms: RegisteredFirm..., in other: Store? = nil) throws -> RegisterCounts {
        try Self.take(firms, in: other ?? store)
    }

    @discardableResult
    private static func take(_ firms: [RegisteredFirm], in store: Store) throws -> RegisterCounts {
        var taken = TakenFirms()
        let id = try store.beginImport(.register, paths: ["/r"])
        return try store.importFirms(
            firms.enumerated().map { (firm: $1, line: $0 + 2) }, from: "/r", into: id, taken: &taken)
    }

    private func supplier(_ id: SupplierID = "SE5568592918") throws -> Supplier? { try store.supplier(id)?.supplier }

    /// By the index of runs of three characters as by a look at every name, also where fewer are asked for.
    @Test func aFirmIsFoundByAPartOfTheNameThatItHasNow() throws {
        try take(Self.company(), Self.company(5_560_004_615, "Åkeri & Städ i Örebro 100% AB"))
        func found(_ part: String) throws -> [String] {
            var query = SupplierQuery()
            query.name = part
            return try store.findSuppliers(query).items.map(\.name)
        }
        #expect(try found("golv") == ["Rena Golv AB"])
        #expect(try found("ÖREB") == ["Åkeri & Städ i Örebro 100% AB"])
        #expect(try found("åk") == ["Åkeri & Städ i Örebro 100% AB"])
        #expect(try found(" ab").count == 2)
        #expect(try found("%%%%").isEmpty)
        #expect(try found("g_lv").isEmpty)
        try take(Self.company(5_568_592_918, "Blanka Fönster AB"))
        #expect(try found("golv").isEmpty)
        #expect(try found("fönster") == ["Blanka Fönster AB"])
        try store.database.write { database in
            // FTS5's own check, against the names that it indexes.
            try database.execute(sql: "INSERT INTO firm_names (firm_names, rank) VALUES ('integrity-check', 1)")
            try database.execute(sql: "DELETE FROM firms WHERE number = 5568592918")
        }
        #expect(try found("fönster").isEmpty)
    }

    @Test func aFirmThatNothingElseNamesIsASupplier() throws {
        #expect(try take(Self.company()).stored == 1)
        let supplier = try #require(try supplier())
        #expect(supplier.name == "Rena Golv AB" && supplier.number?.formatted == "556859-2918")
        let entry = try #require(supplier.register)
        #expect(entry.legalForm == "Aktiebolag" && entry.description == "Städar golv.")
        #expect(entry.nuts == ["SE121"].compactMap { NUTSCode($0) })
        #expect(entry.firm?.town == "UPPSALA" && entry.firm?.status == nil && entry.firm?.sources == [.bolagsverket])
        let facts = try store.marketFacts().facts
        #expect(facts.suppliers.map(\.id) == ["SE5568592918"])
        #expect(facts.suppliers.first?.register?.description == "Städar golv.")
        #expect(try store.counts().suppliers == 1)
        for query in ["golv", "rena golv ab"] {
            var wanted = SupplierQuery()
            wanted.name = query
            #expect(try store.findSuppliers(wanted).items.map(\.id) == ["SE5568592918"])
        }
        var wanted = SupplierQuery()
        wanted.number = "556859-2918"
        #expect(try store.findSuppliers(wanted).items.map(\.name) == ["Rena Golv AB"])
        #expect(try store.suppliers(["SE5568592918"]).map(\.awards) == [0])
    }

    @Test func awardsAndAnOfficesOwnRegisterJoinByNumber() throws {
        try store.take(
            Samples.notice("a", winners: [Samples.organisation("W", "Golvet Rent AB", number: "5568592918")]))
        let folder = try TemporaryFolder()
        try take(Self.company(), Self.statistics())
        #expect(try supplier()?.name == "Rena Golv AB")
        #expect(try supplier()?.otherNames == ["Golvet Rent AB"], "large letters make no other name")
        #expect(try store.marketFacts().facts.suppliers.count == 1)
        _ = try store.importRegister(
            path: folder.write(
                "name,id,description,sni\nGolv i Uppsala AB,556859-2918,Slipar golv,43330\n", to: "r.csv"))
        let joined = try #require(try supplier())
        #expect(joined.name == "Golv i Uppsala AB" && joined.register?.description == "Slipar golv")
        #expect(joined.register?.sni == "43330" && joined.register?.firm?.sniVersion == .sni2007)
        #expect(joined.register?.legalForm == "Aktiebolag")
        #expect(joined.register?.firm?.refusesAdvertising == true)
        #expect(try store.supplier("SE5568592918")?.awardCount == 1)
        // By its name in the public register it is found once.
        var wanted = SupplierQuery()
        wanted.name = "golv"
        #expect(try store.findSuppliers(wanted).items.map(\.name) == ["Golv i Uppsala AB"])
    }

    @Test func bolagsverketTellsWhatAFirmIsAndStatisticsSwedenItsIndustry() throws {
        var inactive = Self.statistics()
        inactive.activeStatus = 9
        try take(inactive, Self.company())
        let entry = try #require(try supplier()?.register)
        #expect(entry.sni == "81210" && entry.firm?.sniVersion == .sni2025)
        #expect(entry.nuts.map(\.code) == ["SE121"])
        #expect(entry.firm?.status == nil, "a firm at rest is still registered")
        #expect(entry.firm?.sources == [.bolagsverket, .scb])
    }

    @Test func ofSeveralRowsTheLowestSerialSpeaks() throws {
        var second = Self.company(5_568_592_918, "Bifirman")
        second.serial = 2
        second.ended = CalendarDate("2020-01-01")
        try take(second, Self.company())
        #expect(try supplier()?.name == "Rena Golv AB" && supplier()?.otherNames == ["Bifirman"])
        #expect(try supplier()?.register?.firm?.status == nil)
    }

    @Test(
        arguments: [
            ("KKAV", nil, [], .bankrupt), ("LIAV", nil, [], .deregistered), ("VERKUPP", nil, [], .deregistered),
            ("FUAV", nil, [], .merged), ("AVREG", 5_560_360_793, [], .merged), (nil, nil, ["LI", "KK"], .bankrupt),
            (nil, nil, ["FR", "LI"], .inLiquidation), (nil, nil, ["FR"], .inReconstruction), (nil, nil, ["XX"], nil),
        ] as [(String?, Int?, [String], FirmStatus.Kind?)])
    func whatBecameOfIt(reason: String?, successor: Int?, going: [String], kind: FirmStatus.Kind?) throws {
        let day = try #require(CalendarDate("2024-03-01"))
        var firm = Self.company()
        firm.endReason = reason
        firm.ended = reason == nil ? nil : day
        firm.successor = successor
        firm.proceedings = going.map { .init(code: $0, since: day) }
        try take(firm)
        let status = try supplier()?.register?.firm?.status
        #expect(status?.kind == kind)
        #expect(status?.since == (kind == nil ? nil : day))
        #expect(status?.successor?.formatted == successor.map { _ in "556036-0793" })
        // Who is gone and never won anything is no part of what matches are made of; who is told alone stays.
        #expect(try store.marketFacts().facts.suppliers.isEmpty == (status?.isGone == true))
        #expect(try store.counts().suppliers == (status?.isGone == true ? 0 : 1))
    }

    @Test func aFirmThatOnlyStatisticsSwedenKnowsHasCeasedWhenItSaysSo() throws {
        var firm = Self.statistics()
        firm.activeStatus = 9
        try take(firm)
        #expect(try supplier()?.register?.firm?.status?.kind == .ceased)
    }

    @Test func aWinnerThatIsGoneKeepsItsWins() throws {
        try store.take(Samples.notice("a", winners: [Samples.organisation("W", "Rena Golv AB", number: "5568592918")]))
        var firm = Self.company()
        firm.ended = CalendarDate("2024-03-01")
        try take(firm)
        let facts = try store.marketFacts().facts
        #expect(facts.suppliers.first?.register?.firm?.status?.isGone == true)
        #expect(facts.procurements.first?.wins.count == 1)
    }

    @Test func theSameAgainChangesNothing() throws {
        let rows = [Self.company(), Self.statistics(), Self.company(5_560_360_793, "Annan AB")]
        try Self.take(rows, in: store)
        let (digest, generation) = try (store.contentDigest(), store.generation)
        let again = try Self.take(rows.reversed(), in: store)
        #expect(again.unchanged == 3 && again.stored == 0)
        #expect(try store.contentDigest() == digest && store.generation == generation)
    }

    @Test func ofTwoRowsOfOneFirmInAFileTheFirstCounts() throws {
        let counts = try take(Self.company(), Self.company(5_568_592_918, "Annat Namn AB"), Self.company())
        #expect(counts.stored == 1 && counts.refused == 1 && counts.unchanged == 1)
        #expect(try supplier()?.name == "Rena Golv AB")
        #expect(try store.refusals().items.map(\.refusal.position.line) == [3])
    }

    /// Of the registers, of an office's own, of notices: whatever came first, the store says the same in the end.
    @Test(arguments: [1, 8, 64, 512] as [UInt64])
    func theOrderOfImportsMakesNoDifference(seed: UInt64) throws {
        var chance = SplitMix64(seed: seed)
        let numbers = [5_568_592_918, 5_560_360_793, 5_567_037_485, 5_164_049_768]
        var companies: [RegisteredFirm] = []
        var statistics: [RegisteredFirm] = []
        for number in numbers {
            if chance.below(4) > 0 {
                var firm = Self.company(number, "Firma \(chance.below(3)) AB")
                firm.serial = chance.below(3)
                if chance.below(3) == 0 { firm.ended = CalendarDate("2024-03-01") }
                companies.append(firm)
            }
            if chance.below(4) > 0 {
                var firm = Self.statistics(number, "FIRMA \(chance.below(3)) AB")
                firm.activeStatus = [0, 1, 9][chance.below(3)]
                statistics.append(firm)
            }
        }
        let folder = try TemporaryFolder()
        let own = try folder.write("name,id,sni\nEgen AB,556859-2918,43330\nNy AB,,\n", to: "own.csv")
        let key = try folder.write("sni2025;sni2007;label\n81210;81210;Lokalvård\n", to: "key.csv")
        let steps: [(Store) throws -> Void] = [
            { [companies] in try Self.take(companies, in: $0) }, { [statistics] in try Self.take(statistics, in: $0) },
            { _ = try $0.importRegister(path: own) },
            {
                try $0.take(
                    Samples.notice("a", winners: [Samples.organisation("W", "Vinnare AB", number: "5560360793")]))
            },
            { _ = try $0.importFirmKey(path: key) },
        ]
        var seen: Set<String> = []
        for _ in 0..<6 {
            let other = try Store.inMemory()
            for step in steps.shuffled(using: &chance) { try step(other) }
            let facts = try other.marketFacts().facts.suppliers
            seen.insert("\(try other.contentDigest()) \(facts)")
        }
        #expect(seen.count == 1)
    }

    @Test func aKeyMapsIndustriesAndPostcodesGetTheirMunicipality() throws {
        let folder = try TemporaryFolder()
        var shared = Self.statistics(5_560_360_793, "B AB")
        shared.sni = ["62100"]
        var unknown = Self.statistics(5_567_037_485, "C AB")
        unknown.sni = ["99999"]
        unknown.postcode = 84_098
        try take(Self.statistics(), shared, unknown)
        let counts = try store.importFirmKey(
            path: folder.write(
                "SNI2025;SNI2007;label\n81210;81210;Lokalvård\n62100;62010;Dataprogrammering\n62100;62090;Annat\nx;y;z\n",
                to: "key.csv"))
        #expect(counts.stored == 3 && counts.refused == 1)
        let places = try store.importFirmKey(
            path: folder.write("postcode;county;municipality\n840 98;SE322;Berg\n11122;01;Stockholm\n", to: "post.csv"))
        #expect(places.stored == 2)
        let entry = try supplier()?.register
        #expect(entry?.sni == "81210" && entry?.sniLabel == "Lokalvård" && entry?.firm?.sniVersion == .sni2007)
        #expect(entry?.firm?.municipality == "Stockholm" && entry?.nuts.map(\.code) == ["SE110"])
        // What all have in common is what is sure.
        #expect(try supplier("SE5560360793")?.register?.sni == "620")
        let last = try supplier("SE5567037485")?.register
        #expect(last?.sni == "99999" && last?.firm?.sniVersion == .sni2025)
        #expect(last?.nuts.map(\.code) == ["SE322"] && last?.firm?.municipality == "Berg")
        #expect(try store.importFirmKey(path: folder.file("key.csv")).unchanged == 3)
    }
}
