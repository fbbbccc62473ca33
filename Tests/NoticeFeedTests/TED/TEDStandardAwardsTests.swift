import NoticeFeed
import Procurement
import Testing

@Suite struct TEDStandardAwardsTests {
    private func notice(_ awards: String, form: String = "F03", lots: Int = 5) throws -> Notice {
        let lots = (1...lots).map { TEDExample.lot("\($0)", "Del \($0)", more: "<DATE_END>202\($0)-12-31</DATE_END>") }
        let object = TEDExample.object(division: "<LOT_DIVISION/>", lots: lots.joined())
        return try TEDExample.notice(TEDExample.form(form, object: object, awards: awards))
    }

    @Test func readsAnAward() throws {
        let values = """
            <VALUES><VAL_ESTIMATED_TOTAL CURRENCY="SEK">90</VAL_ESTIMATED_TOTAL><VAL_TOTAL CURRENCY="SEK">100.50</VAL_TOTAL></VALUES>
            """
        let contractor = TEDExample.contractor("Städ AB", number: "SE559999001601", size: "<NO_SME/>")
        let notice = try notice(
            TEDExample.award(
                lot: "2",
                TEDExample.awarded(
                    contractor, values: values,
                    tenders: "<TENDERS><NB_TENDERS_RECEIVED>03</NB_TENDERS_RECEIVED></TENDERS>")))
        let award = try #require(notice.awards.first)
        #expect(award.lots == ["2"])
        #expect(award.outcome == .awarded(winnersWithheld: false))
        #expect(award.value == .stated(Money(hundredths: 10_050, currency: "SEK")))
        #expect(award.tendersReceived == .stated(3))
        #expect(award.concluded?.description == "2020-01-02")
        #expect(award.ends?.description == "2022-12-31")
        #expect(award.title.text() == "Avtal")
        #expect(award.contractNumber == "A-1")
        let winner = try #require(award.winners.first.flatMap(notice.organisation))
        #expect(winner.name.text() == "Städ AB")
        #expect(winner.nationalIDs == ["SE559999001601"])
        #expect(winner.size == .large)
        // The estimate is the lot's, not the award's.
        #expect(notice.lots[1].value == .stated(Money(hundredths: 9000, currency: "SEK")))
        #expect(notice.lots[0].value == .missing)
    }

    @Test func aConsortiumIsOneAwardWithSeveralWinners() throws {
        let group = TEDExample.contractor("Städ AB") + "<AWARDED_TO_GROUP/>" + TEDExample.contractor("Fönster AB")
        let packed = TEDExample.contractor("ARGE Städ AB / Fönster AB")
        let notice = try notice(
            TEDExample.award(TEDExample.awarded(group)) + TEDExample.award(TEDExample.awarded(packed)))
        #expect(notice.awards.map(\.winners.count) == [2, 1])
        #expect(notice.awards[0].lots == [])
    }

    /// The first editions have no element around contractors and values.
    @Test func readsContractorsWithoutWrapper() throws {
        let contract = """
            <AWARDED_CONTRACT><NB_TENDERS_RECEIVED>2</NB_TENDERS_RECEIVED>\(TEDExample.contractor("Städ AB"))
              <VAL_TOTAL CURRENCY="SEK">0.01</VAL_TOTAL></AWARDED_CONTRACT>
            """
        let award = try #require(try notice(TEDExample.award(contract)).awards.first)
        #expect(award.winners.count == 1)
        #expect(award.tendersReceived == .stated(2))
        #expect(award.value == .stated(Money(hundredths: 1, currency: "SEK")))
    }

    @Test(
        arguments: [
            ("<PROCUREMENT_UNSUCCESSFUL/>", "unsuccessful"), ("<PROCUREMENT_DISCONTINUED/>", "discontinued"), ("", nil),
        ] as [(String, String?)])
    func readsThatNobodyWon(xml: String, reason: String?) throws {
        let notice = try notice(TEDExample.award(lot: "1", "<NO_AWARDED_CONTRACT>\(xml)</NO_AWARDED_CONTRACT>"))
        #expect(notice.awards.map(\.outcome) == [.noWinner(reason: reason)])
        #expect(notice.awards[0].value == .missing)
    }

    @Test func anAwardSectionWithoutOutcomeSaysNothing() throws {
        #expect(try notice(TEDExample.award(lot: "1", "")).awards.map(\.outcome) == [.unstated])
    }

    /// Missing, withheld and none are three things.
    @Test func whatIsNotForPublicationIsWithheld() throws {
        let contract = """
            <AWARDED_CONTRACT><TENDERS PUBLICATION="NO"><NB_TENDERS_RECEIVED>2</NB_TENDERS_RECEIVED></TENDERS>
              <CONTRACTORS PUBLICATION="NO">\(TEDExample.contractor("Hemlig AB"))</CONTRACTORS>
              <VALUES PUBLICATION="NO"><VAL_TOTAL CURRENCY="SEK">1</VAL_TOTAL></VALUES></AWARDED_CONTRACT>
            """
        let notice = try notice(TEDExample.award(contract), form: "F06")
        #expect(notice.awards[0].outcome == .awarded(winnersWithheld: true))
        #expect(notice.awards[0].winners.isEmpty)
        #expect(notice.awards[0].value == .withheld(Withholding(field: "win-ten-val")))
        #expect(notice.awards[0].tendersReceived == .withheld(Withholding(field: "rec-sub-cou")))
        #expect(notice.withheld.compactMap(\.field) == ["win-ten-val", "rec-sub-cou"])
        #expect(!notice.organisations.contains { $0.name.text() == "Hemlig AB" })
    }

    /// TED publishes nothing at all of what is withheld; a contract must have a contractor.
    @Test func aContractWithoutContractorWithholdsIt() throws {
        let contract =
            "<AWARDED_CONTRACT><DATE_CONCLUSION_CONTRACT>2020-01-02</DATE_CONCLUSION_CONTRACT></AWARDED_CONTRACT>"
        let award = try #require(try notice(TEDExample.award(contract), form: "F06").awards.first)
        #expect(award.outcome == .awarded(winnersWithheld: true))
        #expect(award.value == .missing)
    }

    @Test func expandsLotNumbers() throws {
        let awards = ["1, 3-5", "Lot 2", "alla", "7"].map { TEDExample.award(lot: $0, TEDExample.awarded("")) }
        #expect(
            try notice(awards.joined()).awards.map(\.lots)
                == [["1", "3", "4", "5"], ["2"], ["1", "2", "3", "4", "5"], ["7"]])
    }

    @Test func aSupplierThatWinsTwiceIsOneOrganisation() throws {
        let first = TEDExample.award(
            lot: "1", TEDExample.awarded(TEDExample.contractor("Städ AB", number: "559999-0016")))
        let second = TEDExample.award(lot: "2", TEDExample.awarded(TEDExample.contractor("Städ AB")))
        let other = TEDExample.award(
            lot: "3", TEDExample.awarded(TEDExample.contractor("Städ AB", number: "559999-0024")))
        let notice = try notice(first + second + other)
        #expect(notice.awards.map(\.winners) == [["org-2"], ["org-2"], ["org-3"]])
        #expect(notice.organisations.map(\.nationalIDs) == [["212999-0012"], ["559999-0016"], ["559999-0024"]])
    }

    /// Each prize is an award; the sum of all prizes is the notice's value.
    @Test func readsPrizes() throws {
        func winner(_ name: String) -> String { "<WINNER>\(TEDExample.address("ADDRESS_WINNER", name))<SME/></WINNER>" }
        let prizes = """
            <RESULTS><AWARDED_PRIZE><DATE_DECISION_JURY>2020-01-02</DATE_DECISION_JURY>
              <PARTICIPANTS><NB_PARTICIPANTS>12</NB_PARTICIPANTS></PARTICIPANTS>
              <WINNERS>\(winner("Arkitekt A"))\(winner("Arkitekt B"))</WINNERS>
              <VAL_PRIZE CURRENCY="SEK">300000</VAL_PRIZE></AWARDED_PRIZE></RESULTS>
            """
        let notice = try TEDExample.notice(TEDExample.form("F13", awards: prizes), documentType: "R")
        #expect(notice.awards.count == 2)
        #expect(
            notice.awards.allSatisfy {
                $0.winners.count == 1 && $0.tendersReceived == .stated(12) && $0.value == .missing
            })
        #expect(notice.value == .stated(Money(hundredths: 30_000_000, currency: "SEK")))
        let none = "<RESULTS><NO_AWARDED_PRIZE><PROCUREMENT_UNSUCCESSFUL/></NO_AWARDED_PRIZE></RESULTS>"
        #expect(
            try TEDExample.notice(TEDExample.form("F13", awards: none)).awards.map(\.outcome) == [
                .noWinner(reason: "unsuccessful")
            ])
    }
}
