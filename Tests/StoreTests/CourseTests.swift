import Procurement
import TestSupport
import Testing

@testable import Store

@Suite struct CourseTests {
    private let store: Store
    init() throws { store = try Store.inMemory() }

    private let winner = Samples.organisation("ORG-1", "Moppen AB", number: "5560360793")

    /// Two lots: one won until the end of June, one that nobody wanted; the value withheld.
    private func notice(_ id: NoticeID) -> Notice {
        var notice = Samples.notice(id, winners: [winner])
        notice.value = .withheld(Withholding(field: "not-val"))
        notice.procedure.type = "open"
        notice.awards[0].tendersReceived = .stated(2)
        notice.awards[0].ends = CalendarDate("2026-06-30")
        notice.awards.append(Award(lots: ["LOT-0002"], outcome: .noWinner(reason: "no-rece")))
        return notice
    }

    private func call(_ id: NoticeID, _ purpose: NoticePurpose, procedure: ProcedureID, deadline: String?) -> Notice {
        var notice = Samples.notice(id, purpose: purpose)
        notice.procedureID = procedure
        notice.lots[0].deadline = deadline.flatMap { CalendarDate($0) }
        return notice
    }

    @Test func tellsHowProcurementsWentWhatWasWithheldToo() throws {
        try store.take(notice("n1"), Samples.notice("n2"))
        let courses = try store.courses(of: ["n1", "n2", "unknown"])
        #expect(Set(courses.keys) == ["n1", "n2"])
        let course = try #require(courses["n1"])
        #expect(course.title == "Städning av skolor" && course.buyer == "Uppsala kommun")
        #expect(course.procedureType == "open" && course.value.isWithheld)
        #expect(course.awards == notice("n1").awards)
        #expect(courses["n2"]?.value == .missing && courses["n2"]?.awards == [])
        #expect(try store.courses(of: []).isEmpty)
    }

    @Test func gathersACategoryWithItsContractsAndWhatIsToCome() throws {
        try store.take(
            notice("n1"), Samples.notice("other", cpv: ["15000000"], winners: [winner]),
            call("plan", .planning, procedure: "p1", deadline: nil),
            call("called", .planning, procedure: "p2", deadline: nil),
            call("call", .competition, procedure: "p2", deadline: "2026-05-01"))
        let facts = try store.categoryFacts([CPVPattern("909*")!, CPVPattern("906*")!])
        #expect(facts.procurements.map(\.notice) == ["n1"])
        #expect(facts.awards["n1"]?.count == 2)
        #expect(facts.names.values.sorted() == ["Moppen AB"])
        let contract = try #require(facts.contracts.first)
        #expect(facts.contracts.count == 1 && contract.lots == ["LOT-0001"])
        #expect(contract.suppliers == Array(facts.names.keys) && contract.ends == CalendarDate("2026-06-30"))
        #expect(facts.coming.map(\.notice) == ["call", "plan"])
        #expect(facts.coming[0].deadline == CalendarDate("2026-05-01") && facts.coming[1].deadline == nil)
        #expect(facts.generation == (try store.generation))
        #expect(try store.categoryFacts([]).procurements.isEmpty)
    }

    @Test func aNoticeThatOnlyTouchesTheCategoryByAnAdditionalCodeIsNotOfIt() throws {
        try store.take(Samples.notice("n1", cpv: ["15000000", "90911200"], winners: [winner]))
        #expect(try store.categoryFacts([CPVPattern("909*")!]).procurements.isEmpty)
        #expect(try store.categoryFacts([CPVPattern("15*")!]).procurements.count == 1)
    }
}
