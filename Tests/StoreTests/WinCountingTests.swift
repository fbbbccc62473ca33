import Containers
import GRDB
import Procurement
import TestSupport
import Testing

@testable import Store

/// A win is one contract, or one lot and party, once.
@Suite struct WinCountingTests {
    private static let firm = Samples.organisation("ORG-2", "Direkt Elva AB")

    /// A notice of a procedure that the firm won a lot of.
    private static func notice(
        _ id: NoticeID, procedure: String? = "P1", date: String = "2023-05-02", title: String = "Städning av skolor",
        purpose: NoticePurpose = .result, dialect: NoticeSource.Dialect = .eForms, winners: [Organisation] = [firm],
        edit: (inout Notice) -> Void = { _ in }
    ) -> Notice {
        var notice = Samples.notice(id, title: title, date: date, winners: winners, purpose: purpose)
        notice.source.dialect = dialect
        notice.procedureID = procedure.map { ProcedureID($0) }
        for award in notice.awards.indices { notice.awards[award].concluded = CalendarDate("2023-04-20") }
        edit(&notice)
        return notice
    }

    /// How often each winner won, in finds, in profiles and in the matcher's facts, whatever the order of import.
    private static func wins(of notices: [Notice]) throws -> [Int] {
        var found: Set<[Int]> = []
        var generator = SplitMix64(seed: 11)
        for chunk in [1, 2, 500] {
            for order in [notices, notices.reversed(), notices.shuffled(using: &generator)] {
                let store = try Store.inMemory()
                try store.takeAll(order, chunk: chunk)
                let facts = try store.marketFacts().facts
                let suppliers = try store.findSuppliers(SupplierQuery()).items
                for supplier in suppliers {
                    let won = facts.procurements.flatMap(\.wins).count { $0.supplier == supplier.id }
                    let profile = try #require(try store.supplier(supplier.id))
                    #expect(won == supplier.awards)
                    #expect(profile.awardCount == supplier.awards)
                    #expect(profile.awards.count == supplier.awards)
                }
                #expect(try store.integrityProblems() == [])
                found.insert(suppliers.map(\.awards))
            }
        }
        #expect(found.count == 1)
        return found.first ?? []
    }

    private static func modification(_ id: NoticeID, of notice: String) -> Notice {
        self.notice(id, procedure: notice, date: "2023-06-0\(id.rawValue.last ?? "1")", purpose: .contractModification)
        {
            $0.modifies = ModifiedContract(notice: NoticeID(notice), sections: ["1"])
        }
    }

    // MARK: Modifications

    @Test func modificationsAddNoWin() throws {
        let result = Self.notice("100001-2023", dialect: .ted)
        let changes = (1...5).map { Self.modification(NoticeID("10000\($0 + 1)-2023"), of: "100001-2023") }
        #expect(try Self.wins(of: [result] + changes) == [1])
        #expect(try Self.wins(of: changes) == [0])
    }

    @Test func modificationsAreFoundBesideWhatTheyModify() throws {
        let store = try Store.inMemory()
        let result = Self.notice("aaaa", purpose: .result) { $0.publicationNumber = "00100001-2023" }
        try store.take(Self.modification("m2", of: "100001-2023"), result, Self.modification("m1", of: "aaaa"))
        let told = try #require(try store.notice("aaaa"))
        #expect(told.modifiedBy == ["m1", "m2"])
        #expect(try store.notice("m2")?.modified == "aaaa")
        #expect(try store.notice("m1")?.modified == "aaaa")
        let supplier = try #require(try store.findSuppliers(SupplierQuery()).items.first)
        var query = NoticeQuery()
        query.supplier = supplier.id
        #expect(try store.findNotices(query).items.count == 3)
        #expect(supplier.latestAward == CalendarDate("2023-05-02"))
        #expect(try store.counts().awards == 1)
        // For the matcher it is one procurement.
        let procurements = try store.marketFacts().facts.procurements
        #expect(procurements.filter { !$0.wins.isEmpty }.map(\.notice) == ["aaaa"])
        #expect(procurements.filter(\.isRetelling).map(\.notice) == ["m1", "m2"])
    }

    // MARK: One notice

    /// A framework of one lot with four tenders of one party.
    @Test func furtherTendersOfAPartyAddNone() throws {
        let members = (1...4).map { Samples.organisation(OrganisationID("ORG-\($0)"), "Tygfirma \($0) AB") }
        let notice = Self.notice("a", winners: members) { notice in
            var award = notice.awards[0]
            award.winners = members.map(\.id)
            notice.awards = [award, award, award, award]
        }
        #expect(try Self.wins(of: [notice]) == [1, 1, 1, 1])
        let store = try Store.inMemory()
        try store.take(notice)
        #expect(try store.counts().awards == 1)
    }

    @Test func lotsOfOneNoticeAreWinsOfTheirOwn() throws {
        let notice = Self.notice("a") { notice in
            notice.lots.append(Lot(id: "LOT-0002"))
            var second = notice.awards[0]
            second.lots = ["LOT-0002"]
            notice.awards.append(second)
        }
        #expect(try Self.wins(of: [notice]) == [2])
    }

    // MARK: One procedure

    @Test func anAnnouncedAwardAndItsResultAreOne() throws {
        let announced = Self.notice("veat", date: "2023-03-01", purpose: .directAward) {
            $0.awards[0].concluded = CalendarDate("2023-02-20")
            $0.awards[0].value = .missing
        }
        #expect(try Self.wins(of: [announced]) == [1])
        #expect(try Self.wins(of: [announced, Self.notice("result", date: "2023-09-01")]) == [1])
        // The winner's number, where one alone has it, hinders nothing.
        let numbered = Self.notice(
            "result", winners: [Samples.organisation("ORG-2", "Direkt Elva Aktiebolag", number: "5568592918")])
        #expect(try Self.wins(of: [announced, numbered]) == [1])
    }

    @Test func theResultIsTheProcurement() throws {
        let store = try Store.inMemory()
        try store.take(Self.notice("veat", date: "2023-03-01", purpose: .directAward))
        #expect(try store.marketFacts().facts.procurements.map(\.wins.count) == [1])
        try store.take(Self.notice("result", date: "2023-09-01"))
        let procurements = try store.marketFacts().facts.procurements
        #expect(procurements.map(\.notice) == ["veat", "result"])
        #expect(procurements.map(\.wins.count) == [0, 1])
        #expect(procurements.map(\.isRetelling) == [true, false])
    }

    /// A later version that no longer names the firm gives the announcement its win back.
    @Test func whatIsNoLongerToldElsewhereCounts() throws {
        let store = try Store.inMemory()
        let announced = Self.notice("veat", date: "2023-03-01", purpose: .directAward)
        var later = Self.notice("result", winners: [Samples.organisation("ORG-2", "En annan AB")])
        later.version = 2
        try store.take(announced, Self.notice("result"))
        try store.take(later)
        #expect(try store.findSuppliers(SupplierQuery()).items.map(\.awards) == [1, 1])
        #expect(try store.marketFacts().facts.procurements.map(\.wins.count) == [1, 1])
    }

    @Test func otherContractsOfAProcedureAreWinsOfTheirOwn() throws {
        let first = Self.notice("a")
        let otherLot = Self.notice("b") {
            $0.lots = [Lot(id: "LOT-0002")]
            $0.awards[0].lots = ["LOT-0002"]
        }
        let otherDay = Self.notice("c") { $0.awards[0].concluded = CalendarDate("2023-08-20") }
        let otherNumber = [
            Self.notice("d") { $0.awards[0].contractNumber = "UH-1" },
            Self.notice("e") { $0.awards[0].contractNumber = "UH-2" },
        ]
        let otherParty = Self.notice("f", winners: [Samples.organisation("ORG-2", "Direkt Tolv AB")])
        #expect(try Self.wins(of: [first, otherLot]) == [2])
        #expect(try Self.wins(of: [first, otherDay]) == [2])
        #expect(try Self.wins(of: otherNumber) == [2])
        #expect(try Self.wins(of: [first, otherParty]) == [1, 1])
        // Someone's else procedure that happens to have the same id.
        let otherBuyer = Self.notice("g") { $0.organisations[0].nationalIDs = ["2120000142"] }
        #expect(try Self.wins(of: [first, otherBuyer]) == [2])
    }

    /// Under a dynamic purchasing system the same lot is bought again and again, often without a day.
    @Test func callsUnderADynamicSystemAreWinsOfTheirOwn() throws {
        let calls = (1...3).map { number in
            Self.notice(NoticeID("a\(number)"), date: "2023-0\(number)-01") {
                $0.procedure.dynamicPurchasingSystem = "dps-list"
                $0.awards[0].concluded = nil
            }
        }
        #expect(try Self.wins(of: calls) == [3])
    }

    @Test func whatHasMoreNoticesThanAPurchaseIsNone() throws {
        let calls = (1...65).map { number in Self.notice(NoticeID("a\(number)")) { $0.awards[0].concluded = nil } }
        #expect(try Self.wins(of: Array(calls.prefix(64))) == [1])
        #expect(try Self.wins(of: calls) == [65])
    }

    // MARK: Two notices of one award

    @Test func whatAPortalAndTEDTellIsOne() throws {
        let portal = Self.notice("uh-17", procedure: "17", dialect: .mapped) { $0.lots = [] }
        let ted = Self.notice("100001-2023", procedure: "99-2023", date: "2023-05-12", dialect: .ted) {
            $0.lots = [Lot(id: "1")]
            $0.awards[0].lots = []
        }
        #expect(try Self.wins(of: [portal, ted]) == [1])
        // The same procedure under two ids, as eForms has it.
        #expect(try Self.wins(of: [Self.notice("uuid-1"), Self.notice("uuid-2", date: "2023-05-12")]) == [1])
    }

    @Test func whatIsNotSurelyTheSameIsTwo() throws {
        func portal(_ edit: (inout Notice) -> Void = { _ in }) -> Notice {
            Self.notice("uh-17", procedure: "17", dialect: .mapped, edit: edit)
        }
        func ted(
            _ date: String = "2023-05-12", title: String = "Städning av skolor",
            dialect: NoticeSource.Dialect = .ted, _ edit: (inout Notice) -> Void = { _ in }
        ) -> Notice {
            Self.notice("100001-2023", procedure: "99-2023", date: date, title: title, dialect: dialect, edit: edit)
        }
        #expect(try Self.wins(of: [portal(), ted("2023-06-12")]) == [2])
        #expect(try Self.wins(of: [portal(), ted(title: "Städning av kontor")]) == [2])
        let otherValue = ted { $0.awards[0].value = .stated(Money(hundredths: 1, currency: "SEK")) }
        #expect(try Self.wins(of: [portal(), otherValue]) == [2])
        let otherDay = ted { $0.awards[0].concluded = CalendarDate("2023-04-21") }
        #expect(try Self.wins(of: [portal(), otherDay]) == [2])
        // Nothing that both state speaks for it.
        let silent = ted {
            $0.awards[0].value = .missing
            $0.awards[0].concluded = nil
        }
        #expect(try Self.wins(of: [portal(), silent]) == [2])
        // One source tells its procedures apart itself, unless both value and day are the same.
        let sameSource = ted(dialect: .mapped) { $0.awards[0].value = .missing }
        #expect(try Self.wins(of: [portal(), sameSource]) == [2])
        #expect(try Self.wins(of: [portal(), ted(dialect: .mapped)]) == [1])
    }

    // MARK: Stores of an earlier schema

    @Test func whatWasStoredBeforeIsCountedAnew() throws {
        let store = try Store.inMemory()
        try store.take(
            Self.notice("veat", date: "2023-03-01", purpose: .directAward), Self.notice("result", date: "2023-09-01"))
        let expected = try store.contentDigest()
        let generation = try store.generation
        try store.write {
            try $0.execute(
                sql: """
                    UPDATE notices SET alike = NULL; UPDATE wins SET retold = 0; DELETE FROM notice_facts;
                    INSERT INTO facts_pending SELECT 1, 0, max(row) FROM notices
                    """)
        }
        #expect(try store.findSuppliers(SupplierQuery()).items.map(\.awards) == [2])
        try store.completeFacts()
        #expect(try store.contentDigest() == expected)
        #expect(try store.findSuppliers(SupplierQuery()).items.map(\.awards) == [1])
        #expect(try store.marketFacts().facts.procurements.map(\.wins.count) == [0, 1])
        #expect(try store.generation == generation + 1)
    }
}
