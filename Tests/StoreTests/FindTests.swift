import Procurement
import TestSupport
import Testing

@testable import Store

@Suite struct FindTests {
    private let store: Store

    init() throws {
        store = try Store.inMemory()
        var ferry = Samples.notice("ferry", title: "Färjetrafik i skärgården", date: "2022-01-10", cpv: ["60600000"])
        ferry.publicationNumber = "00123456-2022"
        ferry.organisations[0] = Samples.organisation("BUYER", "Region Stockholm", number: "2321000016")
        ferry.procedureID = "P-7"
        try store.take(
            ferry,
            Samples.notice(
                "school", title: "Städning av skolor", date: "2023-05-02",
                winners: [Samples.organisation("W", "Rena Golv AB", number: "5568592918", size: .small, nuts: "SE121")]),
            Samples.notice(
                "pool", title: "Städning av simhall", date: "2023-06-01", cpv: ["90911000"],
                winners: [Samples.organisation("W", "Åhs & Söner HB", nuts: "SE110")], purpose: .competition))
    }

    private func notices(_ change: (inout NoticeQuery) -> Void) throws -> [NoticeID] {
        var query = NoticeQuery()
        change(&query)
        return try store.findNotices(query).items.map(\.id)
    }

    private func suppliers(_ change: (inout SupplierQuery) -> Void) throws -> [String] {
        var query = SupplierQuery()
        change(&query)
        return try store.findSuppliers(query).items.map(\.name)
    }

    @Test func textsAreFoundHoweverTheirLettersAreWritten() throws {
        var notice = Samples.notice("glass", title: "Glas\u{AD}ma\u{308}steri\u{AD}arbeten")
        notice.description = LocalizedText("Va\u{30A}rdmo\u{308}bler, ﬁltar", language: "SWE")
        notice.lots[0].title = LocalizedText("Foder\u{200B}tra\u{308}", language: "SWE")
        notice.organisations[0].name = LocalizedText("Va\u{308}stra\u{A0}Sko\u{AD}gens kommun", language: "SWE")
        try store.take(notice)
        for text in [
            "glasmästeriarbeten", "GLASMA\u{308}STERIARBETEN", "glas\u{AD}mästeri", "vårdmöbler filtar", "foderträ",
            "västra skogens",
        ] {
            #expect(try notices { $0.text = text } == ["glass"], "\(text)")
        }
        #expect(try notices { $0.buyer = "Västra Skogens" } == ["glass"])
        // What was learnt is forgotten whole.
        notice.version = 2
        notice.title = LocalizedText("Annat", language: "SWE")
        try store.take(notice)
        #expect(try notices { $0.text = "glasmästeriarbeten" } == [])
        #expect(try store.integrityProblems() == [])
    }

    /// In the order asked for, without those that there are none of; and as they are after a change, though they are kept
    /// in mind from one list to the next.
    /// What is masked can't be searched for either: whoever tries digit by digit learns nothing.
    @Test func noPersonalNumberIsFoundByItsDigits() throws {
        var notice = Samples.notice("person", title: "Snöröjning för 811228-9874")
        notice.description = LocalizedText("Ring 19811228 9874 om lott", language: "SWE")
        notice.lots[0].title = LocalizedText("Lott 811228:9874", language: "SWE")
        try store.take(notice)
        #expect(try notices { $0.text = "snöröjning" } == ["person"])
        for query in ["811228", "8112*", "9874", "811228-9874", "8112289874", "19811228"] {
            #expect(try notices { $0.text = query } == [], "\(query)")
        }
    }

    @Test func suppliersAreShownAsTheyAre() throws {
        let ids: [SupplierID] = ["SE0000000000", "SE5568592918"]
        let other = try #require(
            try store.findSuppliers(SupplierQuery()).items.first { $0.name == "Åhs & Söner HB" }?.id)
        for _ in 0..<2 {
            let shown = try store.suppliers(ids + [other])
            #expect(shown.map(\.name) == ["Rena Golv AB", "Åhs & Söner HB"])
            #expect(shown.map(\.size) == [.small, nil])
            #expect(shown.map(\.awards) == [1, 1])
            #expect(shown.map(\.latestAward) == [CalendarDate("2023-05-02"), CalendarDate("2023-06-01")])
            #expect(try store.findSuppliers(SupplierQuery()).items == shown)
        }
        try store.take(
            Samples.notice(
                "office", title: "Städning av kontor", date: "2024-02-03",
                winners: [Samples.organisation("W", "Rena Golv AB", number: "5568592918", size: .small, nuts: "SE121")])
        )
        let shown = try store.suppliers([other] + ids)
        #expect(shown.map(\.awards) == [1, 2])
        #expect(shown.last?.latestAward == CalendarDate("2024-02-03"))
    }

    @Test func noticesComeNewestFirst() throws {
        #expect(try notices { _ in } == ["pool", "school", "ferry"])
    }

    @Test(
        arguments: [
            ("städning", ["pool", "school"]), ("STÄD skol", ["school"]), ("stadning", []),
            ("uppsala", ["pool", "school"]),
            ("del 1", ["pool", "school", "ferry"]), ("\"del\" (* ^", ["pool", "school", "ferry"]),
            ("färjetrafik", ["ferry"]),
        ] as [(String, [NoticeID])])
    func wordsAreFound(text: String, expected: [NoticeID]) throws {
        #expect(try notices { $0.text = text } == expected)
    }

    @Test func everythingGivenMustHold() throws {
        #expect(try notices { $0.cpv = [CPVPattern("9091*")!] } == ["pool", "school"])
        #expect(try notices { $0.cpv = [CPVPattern("90911200")!, CPVPattern("60*")!] } == ["school", "ferry"])
        #expect(try notices { $0.buyer = "212000-3005" } == ["pool", "school"])
        #expect(try notices { $0.buyer = "SE2321000016" } == ["ferry"])
        #expect(try notices { $0.buyer = "region stock" } == ["ferry"])
        #expect(try notices { $0.buyer = "städning" } == [])
        #expect(try notices { $0.supplier = "SE5568592918" } == ["school"])
        #expect(try notices { $0.supplier = "SE0000000000" } == [])
        #expect(try notices { $0.purpose = .competition } == ["pool"])
        #expect(try notices { $0.procedure = "P-7" } == ["ferry"])
        #expect(
            try notices {
                $0.from = CalendarDate("2023-05-02")
                $0.to = CalendarDate("2023-05-31")
            } == ["school"])
        #expect(
            try notices {
                $0.text = "städning"
                $0.from = CalendarDate("2023-05-03")
            } == ["pool"])
    }

    @Test func aSummarySaysWhoBoughtAndHowManyWon() throws {
        let school = try #require(try store.findNotices(NoticeQuery()).items.first { $0.id == "school" })
        #expect(school.buyers == [.init(key: "SE2120003005", name: "Uppsala kommun")])
        #expect(school.winners == 1)
    }

    @Test func suppliersAreFoundByAnyPartOfTheirNames() throws {
        #expect(try suppliers { $0.name = "golv" } == ["Rena Golv AB"])
        #expect(try suppliers { $0.name = "åhs och" } == ["Åhs & Söner HB"])
        #expect(try suppliers { $0.name = "ahs" } == [])
        #expect(try suppliers { $0.name = "%" } == [])
        #expect(try suppliers { $0.number = "SE556859291801" } == ["Rena Golv AB"])
        #expect(try suppliers { $0.number = "5164049768" } == [])
        #expect(try suppliers { $0.sizes = [.small, .micro] } == ["Rena Golv AB"])
        #expect(try suppliers { $0.nuts = [NUTSCode("SE12")!] } == ["Rena Golv AB"])
        #expect(try suppliers { $0.nuts = [NUTSCode("SE")!] } == ["Rena Golv AB", "Åhs & Söner HB"])
        #expect(try suppliers { $0.newcomers = true } == [])
        #expect(try suppliers { $0.excluded = ["SE5568592918"] } == ["Åhs & Söner HB"])
    }

    @Test func pagesFollowOneAnotherWithoutGapOrRepeat() throws {
        try store.takeAll(
            (1...25).map {
                Samples.notice(
                    NoticeID("p\($0)"), date: "2023-07-0\($0 % 3 + 1)",
                    winners: [
                        Samples.organisation(
                            "W", "Lika Namn \($0 % 4)", number: nil, country: ["SE", "NO", "FI"][$0 % 3])
                    ])
            })
        var ids: [NoticeID] = []
        var cursor: PageCursor?
        repeat {
            let page = try store.findNotices(NoticeQuery(), limit: 4, after: cursor)
            ids += page.items.map(\.id)
            cursor = try page.next.map { try PageCursor($0.text) }
        } while cursor != nil
        #expect(ids == (try store.findNotices(NoticeQuery(), limit: 100).items.map(\.id)))
        #expect(Set(ids).count == 28)
        var names: [SupplierID] = []
        repeat {
            let page = try store.findSuppliers(SupplierQuery(), limit: 3, after: cursor)
            names += page.items.map(\.id)
            cursor = page.next
        } while cursor != nil
        #expect(names.count == 14)
        #expect(Set(names).count == 14)
    }

    @Test(arguments: ["", "!", "AAAA", "bm90IG1pbmU", "🙂"])
    func aForeignCursorIsRefused(text: String) throws {
        #expect(throws: StoreError.invalidCursor(text)) {
            _ = try store.findNotices(NoticeQuery(), after: PageCursor(text))
        }
    }

    @Test func aNoticeIsGotByIDOrPublicationNumber() throws {
        #expect(try store.notice("00123456-2022")?.notice.id == "ferry")
        let school = try #require(try store.notice("school"))
        #expect(school.suppliers == ["W": "SE5568592918"])
        #expect(school.standing == .current)
        #expect(school.position.file == "/feeds/sample.xml")
        #expect(try store.notice("school", version: 2) == nil)
        #expect(try store.notice("none") == nil)
    }

    @Test func aSupplierComesWithItsAwards() throws {
        let supplier = try #require(try store.supplier("SE5568592918"))
        #expect(supplier.awardCount == 1)
        let award = try #require(supplier.awards.first)
        #expect(award.notice == "school")
        #expect(award.title == "Städning av skolor")
        #expect(award.lots == ["LOT-0001"])
        #expect(award.value == Money(hundredths: 125_000_000, currency: "SEK"))
        #expect(award.buyers.map(\.name) == ["Uppsala kommun"])
        #expect(try store.supplier("none") == nil)
    }

    @Test func refusalsAreListedOnceTheLatestFirst() throws {
        let refusals = (1...5).map { (line: Int) in
            FeedOutcome.refusal(
                Refusal(
                    reason: "not-xml", detail: "it ends within a tag",
                    position: FeedPosition(file: "/f.xml", line: line),
                    noticeID: NoticeID("n\(line)")))
        }
        for _ in 0..<2 {
            let id = try store.beginImport(paths: ["/f.xml"])
            #expect(try store.importOutcomes(refusals, into: id).refused == 5)
        }
        let first = try store.refusals(limit: 3)
        #expect(first.items.map(\.refusal.position.line) == [5, 4, 3])
        #expect(first.items.first?.refusal.noticeID == "n5")
        let second = try store.refusals(limit: 3, after: first.next)
        #expect(second.items.map(\.refusal.position.line) == [2, 1])
        #expect(second.next == nil)
    }

    @Test func countsSayHowMuchThereIs() throws {
        let counts = try store.counts()
        #expect(
            counts
                == StoreCounts(
                    notices: 3, noticeVersions: 3, suppliers: 2, awards: 2, refusals: 0, conflicts: 0, generation: 1))
    }
}
