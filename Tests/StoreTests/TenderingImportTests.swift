import Containers
import Foundation
import GRDB
import Procurement
import TestSupport
import Testing

@testable import Store

/// What the statistics tell: who tendered, and who won where no notice says.
@Suite struct TenderingImportTests {

    private static func tenderer(_ place: Int, _ name: String? = nil) -> Tenderer {
        Tenderer(
            name: name ?? ["Alfa Städ AB", "Beta Städ AB", "Gamma Städ AB"][place], number: nil, size: .small,
            sni: SNICode(code: "81210", version: 2007))
    }

    private static func tendering(
        _ id: String = "P1", edition: Int = 2024, won: [Int], lost: [Int]? = nil, title: String = "Städning av skolor",
        published: String = "2023-01-20", lot: String = "L1"
    ) -> Tendering {
        var outline = Tendering.Outline(edition: edition, title: title)
        outline.buyer = "Uppsala kommun"
        outline.buyerNumber = "SE2120003005"
        outline.cpv = CPVCode("90911200")
        outline.published = CalendarDate(published)
        var told = TenderedLot(id: lot, outline: .init(edition: edition))
        told.contracted = TenderSet(edition: edition, tenderers: won.map { tenderer($0) })
        told.uncontracted = lost.map { TenderSet(edition: edition, tenderers: $0.map { tenderer($0) }) }
        return Tendering(procurement: id, outline: outline, lots: [told])
    }

    /// As the matcher sees it: of each supplier the wins and losses, by name.
    private static func record(_ store: Store) throws -> [String: [Int]] {
        let facts = try store.marketFacts().facts
        #expect(try store.integrityProblems() == [])
        return Dictionary(
            uniqueKeysWithValues: facts.suppliers.map { supplier in
                (
                    supplier.name,
                    [
                        facts.procurements.flatMap(\.wins).count { $0.supplier == supplier.id },
                        facts.procurements.flatMap(\.losers).count { $0 == supplier.id },
                    ]
                )
            })
    }

    // MARK: Industries

    /// Of whom no register says an industry, the statistics' latest counts; an office's own register stands above them.
    @Test func theStatisticsTellTheIndustryWhereNoRegisterDoes() throws {
        let store = try Store.inMemory()
        let folder = try TemporaryFolder()
        var early = Self.tendering("P1", won: [0], lost: [1], published: "2022-01-20")
        early.lots[0].contracted?.tenderers[0].sni = SNICode(code: "43210", version: 2007)
        try store.take(Self.tendering("P2", won: [0], lost: [2]).notice)
        try store.take(early.notice)
        _ = try store.importRegister(path: folder.write("name,sni\nBeta Städ AB,96090\n", to: "r.csv"))
        let suppliers = try store.marketFacts().facts.suppliers
        #expect(
            Dictionary(uniqueKeysWithValues: suppliers.map { ($0.name, $0.register?.sni) })
                == ["Alfa Städ AB": "81210", "Beta Städ AB": "96090", "Gamma Städ AB": "81210"])
        // What is shown as the register's is the register's alone.
        let alfa = try #require(try store.suppliers(named: "Alfa Städ AB").first)
        #expect(try store.supplier(alfa.id)?.supplier.register == nil)
    }

    /// A code of SNI 2025 is what a key says, and without one a code of its own version.
    @Test func aCodeOfSNI2025IsNeverTakenForOneOf2007() throws {
        let store = try Store.inMemory()
        var tendering = Self.tendering(won: [0])
        tendering.lots[0].contracted?.tenderers[0].sni = SNICode(code: "81210", version: 2025)
        try store.take(tendering.notice)
        let register = try #require(try store.marketFacts().facts.suppliers.first?.register)
        #expect(register.sni == "81210" && register.firm?.sniVersion == .sni2025)
    }

    // MARK: Winners and losers

    @Test func whoWonHasWonAndWhoLostIsASupplierToo() throws {
        let store = try Store.inMemory()
        try store.take(Self.tendering(won: [0], lost: [1, 2]).notice)
        #expect(
            try Self.record(store) == ["Alfa Städ AB": [1, 0], "Beta Städ AB": [0, 1], "Gamma Städ AB": [0, 1]])
        let alfa = try #require(try store.suppliers(named: "Alfa Städ AB").first)
        #expect(try store.supplier(alfa.id)?.awards.map(\.notice) == ["uhm-P1"])
        #expect(alfa.size == .small)
    }

    @Test func theSameAgainChangesNothing() throws {
        let store = try Store.inMemory()
        let told = Self.tendering(won: [0], lost: [1])
        try store.take(told.notice)
        let (digest, generation) = try (store.contentDigest(), store.generation)
        let again = try store.take(told.notice, told.notice)
        #expect(again.unchanged == 2 && again.seen == 2)
        #expect(try store.contentDigest() == digest && store.generation == generation)
    }

    @Test func aLaterEditionSupersedes() throws {
        let store = try Store.inMemory()
        try store.take(Self.tendering(won: [0], lost: [1]).notice)
        let counts = try store.take(Self.tendering(edition: 2025, won: [1], lost: [2]).notice)
        #expect(counts.superseded == 1)
        #expect(try Self.record(store) == ["Beta Städ AB": [1, 0], "Gamma Städ AB": [0, 1]])
        // An earlier one comes too late.
        #expect(try store.take(Self.tendering(edition: 2023, won: [2]).notice).unchanged == 1)
    }

    @Test func lotsOfOneProcurementMayComeApart() throws {
        let store = try Store.inMemory()
        try store.takeAll(
            [Self.tendering(won: [0], lost: [1]).notice, Self.tendering(won: [1], lost: [2], lot: "L2").notice],
            chunk: 1)
        // Whoever won one lot has not lost the procurement.
        #expect(
            try Self.record(store) == ["Alfa Städ AB": [1, 0], "Beta Städ AB": [1, 0], "Gamma Städ AB": [0, 1]])
        #expect(try store.notice("uhm-P1")?.notice.lots.map(\.id) == ["L1", "L2"])
    }

    /// A reader that lets a person through changes nothing.
    @Test func aPersonIsNowhereInTheStore() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("torg.sqlite")
        let store = try Store(path: path)
        var told = Self.tendering(won: [0], lost: [1])
        told.lots[0].uncontracted?.tenderers += [
            Tenderer(name: "Torvald Rimfrostell", number: "SE5119991064"),
            Tenderer(name: "Torvald Rimfrostell enskild firma", number: nil),
        ]
        try store.take(told.notice)
        #expect(try Self.record(store).keys.sorted() == ["Alfa Städ AB", "Beta Städ AB"])
        #expect(try store.notice("uhm-P1")?.notice.tendering?.lots[0].tendererCount == 4)
        try store.close()
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file(file)))
            #expect(bytes.range(of: Data("Torvald".utf8)) == nil && bytes.range(of: Data("5119991064".utf8)) == nil)
        }
    }

    @Test func aSupplierHasTenderedForSoManyLots() throws {
        let store = try Store.inMemory()
        try store.take(
            Self.tendering(won: [0], lost: [1]).notice, Self.tendering("P2", won: [1], lost: [0, 2]).notice,
            Self.tendering("P3", won: [0], published: "2024-03-01").notice, Self.notice())
        let alfa = try #require(try store.suppliers(named: "Alfa Städ AB").first)
        let known = try #require(try store.supplier(alfa.id))
        let tenders = try #require(known.tenders)
        #expect(tenders.all == .init(lots: 3, contracted: 2))
        // Of the third nobody knows who lost.
        #expect(tenders.told == .init(lots: 2, contracted: 1))
        #expect(tenders.codes.map(\.code.description) == ["90911200"])
        #expect(tenders.codes.first?.count == tenders.all)
        #expect(tenders.buyers.map(\.buyer.key) == ["SE2120003005"])
        #expect(tenders.latest == CalendarDate("2024-03-01"))
        let other = try Store.inMemory()
        try other.take(Self.notice())
        let winner = try #require(try other.suppliers(named: "Alfa Städ AB").first)
        #expect(try other.supplier(winner.id)?.tenders == nil)
    }

    // MARK: Beside notices

    /// A notice of the result, of which the statistics tell too.
    private static func notice(_ winner: Int = 0, date: String = "2023-05-02", edit: (inout Notice) -> Void = { _ in })
        -> Notice
    {
        var notice = Samples.notice(
            "n1", date: date, winners: [Samples.organisation("ORG-2", tenderer(winner).name ?? "")])
        edit(&notice)
        return notice
    }

    /// Wins and losses, whatever comes first.
    private static func record(of notices: [Notice]) throws -> [String: [Int]] {
        var records: Set<[String: [Int]]> = []
        for order in [notices, notices.reversed()] {
            for chunk in [1, 500] {
                let store = try Store.inMemory()
                try store.takeAll(order, chunk: chunk)
                records.insert(try record(store))
            }
        }
        #expect(records.count == 1)
        return records.first ?? [:]
    }

    @Test func aWinThatANoticeTellsCountsOnceAndItsLosersAreKept() throws {
        let statistics = Self.tendering(won: [0], lost: [1])
        #expect(
            try Self.record(of: [Self.notice(), statistics.notice])
                == ["Alfa Städ AB": [1, 0], "Beta Städ AB": [0, 1]])
        let store = try Store.inMemory()
        try store.take(statistics.notice, Self.notice())
        let alfa = try #require(try store.suppliers(named: "Alfa Städ AB").first)
        let award = try #require(try store.supplier(alfa.id)?.awards.first)
        #expect(award.notice == "n1" && award.value == Money(hundredths: 125_000_000, currency: "SEK"))
        let counted = try store.marketFacts().facts.procurements.filter(\.isCounted)
        #expect(counted.map(\.notice) == ["n1"])
    }

    @Test func otherTitlesBuyersAndYearsAreOtherProcurements() throws {
        for other in [
            Self.notice { $0.title = LocalizedText("Städning av kontor", language: "SWE") },
            Self.notice(date: "2027-05-02"), Self.notice(date: "2022-05-02"),
            Self.notice { $0.organisations[0].nationalIDs = ["2120000142"] },
        ] {
            #expect(try Self.record(of: [other, Self.tendering(won: [0]).notice]) == ["Alfa Städ AB": [2, 0]])
        }
    }

    @Test func aNumberTiesThemWhateverTheTitle() throws {
        let statistics = Self.tendering("00123456-2023", won: [0], title: "Något annat")
        let notice = Self.notice { $0.publicationNumber = "123456-2023" }
        #expect(try Self.record(of: [notice, statistics.notice]) == ["Alfa Städ AB": [1, 0]])
    }

    @Test func aWinThatTheNoticeDoesNotNameCounts() throws {
        #expect(
            try Self.record(of: [Self.notice(), Self.tendering(won: [0, 1]).notice])
                == ["Alfa Städ AB": [1, 0], "Beta Städ AB": [1, 0]])
    }

    // MARK: Any order

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64]) func anyOrderGivesOneDigest(seed: UInt64) throws {
        var chance = SplitMix64(seed: seed)
        func some() -> [Int] { (0...2).filter { _ in Bool.random(using: &chance) } }
        var notices: [Notice] = (0..<40).map { _ in
            Self.tendering(
                "P\(Int.random(in: 1...6, using: &chance))", edition: Int.random(in: 2023...2025, using: &chance),
                won: some(), lost: Bool.random(using: &chance) ? some() : nil,
                title: ["Städning av skolor", "Annat"].randomElement(using: &chance) ?? "",
                lot: "L\(Int.random(in: 1...2, using: &chance))"
            ).notice
        }
        notices += (0...2).map { winner in Self.notice(winner) { $0.id = NoticeID("n\(winner)") } }
        let reference = try Store.inMemory()
        try reference.takeAll(notices)
        let expected = try reference.contentDigest()
        for _ in 0..<8 {
            let store = try Store.inMemory()
            try store.takeAll(
                (notices + notices.prefix(9)).shuffled(using: &chance), chunk: Int.random(in: 1...20, using: &chance))
            #expect(try store.contentDigest() == expected)
            #expect(try Self.record(store) == Self.record(reference))
            // The record that was made with the notice is that of its rows.
            try store.read { database in
                try FactsRows(database: database).forEach("> 0") { row, record in
                    let kept = try Data.fetchOne(
                        database, sql: "SELECT facts FROM notice_facts WHERE notice = ?", arguments: [row])
                    #expect(kept == Data(record))
                }
            }
        }
    }
}
