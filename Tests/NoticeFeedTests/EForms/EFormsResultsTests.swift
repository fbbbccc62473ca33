import Procurement
import Testing

@testable import NoticeFeed

@Suite struct EFormsResultsTests {
    private typealias Example = EFormsExample

    @Test func everyTendererOfAConsortiumWinsAndNoSubcontractor() throws {
        let notice = try Example.results(
            Example.lotResult(tenders: ["TEN-1"]) + Example.tender("TEN-1", party: "TPA-1")
                + Example.party("TPA-1", tenderers: ["ORG-2", "ORG-3", "ORG-2"], subcontractors: ["ORG-4"]))
        #expect(notice.awards.count == 1)
        #expect(notice.awards.first?.winners == ["ORG-2", "ORG-3"])
        #expect(notice.awards.first?.outcome == .awarded(winnersWithheld: false))
        #expect(notice.awards.first?.lots == ["LOT-0001"])
    }

    @Test func severalTendersOfALotAreSeveralAwards() throws {
        let notice = try Example.results(
            Example.lotResult(tenders: ["TEN-1", "TEN-2"]) + Example.tender("TEN-1", party: "TPA-1")
                + Example.tender("TEN-2", party: "TPA-2") + Example.party("TPA-1", tenderers: ["ORG-1"])
                + Example.party("TPA-2", tenderers: ["ORG-2"]))
        #expect(notice.awards.map(\.winners) == [["ORG-1"], ["ORG-2"]])
    }

    @Test func aTenderForSeveralLotsIsOneAward() throws {
        let amount =
            "<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID=\"SEK\">10</cbc:PayableAmount></cac:LegalMonetaryTotal>"
        let notice = try Example.results(
            Example.lotResult(lots: ["LOT-1"], tenders: ["TEN-1"])
                + Example.lotResult(lots: ["LOT-2"], tenders: ["TEN-1"])
                + Example.tender("TEN-1", party: "TPA-1", lots: ["GLO-1"], more: amount)
                + Example.party("TPA-1", tenderers: ["ORG-1"]))
        #expect(notice.awards.map(\.lots) == [["LOT-1", "LOT-2"]])
        #expect(notice.awards.first?.value == .stated(Money(hundredths: 1000, currency: "SEK")))
    }

    @Test func onlyATenderWithAContractWonWhereContractsAreListed() throws {
        let notice = try Example.results(
            Example.lotResult(lots: ["LOT-1"], tenders: ["TEN-1", "TEN-2"])
                + Example.lotResult(lots: ["LOT-2"], tenders: ["TEN-3"])
                + Example.tender("TEN-1", party: "TPA-1") + Example.tender("TEN-2", party: "TPA-2")
                + Example.tender("TEN-3", party: "TPA-2") + Example.party("TPA-1", tenderers: ["ORG-1"])
                + Example.party("TPA-2", tenderers: ["ORG-2"]) + Example.contract("CON-1", tenders: ["TEN-2"]))
        #expect(notice.awards.map(\.winners) == [["ORG-2"], ["ORG-2"]])
        #expect(notice.awards.map(\.lots) == [["LOT-1"], ["LOT-2"]])
    }

    @Test func aContractWithoutALotResultCounts() throws {
        let notice = try Example.results(
            Example.tender("TEN-1", party: "TPA-1", lots: ["LOT-7"]) + Example.tender("TEN-2", party: "TPA-1")
                + Example.party("TPA-1", tenderers: ["ORG-1"]) + Example.lotResult(code: "open-nw", lots: ["LOT-8"])
                + Example.contract("CON-1", tenders: ["TEN-1"]))
        #expect(notice.awards.map(\.lots) == [["LOT-8"], ["LOT-7"]])
        #expect(notice.awards.map(\.outcome) == [.open, .awarded(winnersWithheld: false)])
    }

    @Test(
        arguments: [
            ("clos-nw", Award.Outcome.noWinner(reason: "no-rece")), ("open-nw", .open),
            ("selec-w", .awarded(winnersWithheld: false)), (nil, .unstated),
            ("unpublished", .awarded(winnersWithheld: true)), ("no-rece", .noWinner(reason: "no-rece")),
            ("new-one", .unstated),
        ] as [(String?, Award.Outcome)])
    func aLotWithoutTendersSaysWhy(code: String?, outcome: Award.Outcome) throws {
        let reason =
            "<efac:DecisionReason><efbc:DecisionReasonCode>no-rece</efbc:DecisionReasonCode></efac:DecisionReason>"
        let notice = try Example.results(Example.lotResult(code: code, more: reason))
        #expect(notice.awards.map(\.outcome) == [outcome])
        #expect(notice.awards.first?.winners.isEmpty == true)
    }

    @Test func aLotThatClosedWithoutAWinnerHasNoneWhateverTendersItLists() throws {
        let notice = try Example.results(
            Example.lotResult(code: "clos-nw", tenders: ["TEN-1"]) + Example.tender("TEN-1", party: "TPA-1")
                + Example.party("TPA-1", tenderers: ["ORG-1"]) + Example.contract("CON-1", tenders: ["TEN-1"]))
        #expect(notice.awards.map(\.outcome) == [.noWinner(reason: nil)])
    }

    @Test func withheldFieldsAreWithheld() throws {
        let count =
            "<efac:ReceivedSubmissionsStatistics>\(Example.privacy("rec-sub-cou"))"
            + "<efbc:StatisticsCode>tenders</efbc:StatisticsCode><efbc:StatisticsNumeric>3</efbc:StatisticsNumeric>"
            + "</efac:ReceivedSubmissionsStatistics>"
        let amount =
            "<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID=\"SEK\">10</cbc:PayableAmount></cac:LegalMonetaryTotal>"
        let notice = try Example.results(
            Example.privacy("not-val") + "<cbc:TotalAmount currencyID=\"SEK\">9.99</cbc:TotalAmount>"
                + Example.lotResult(tenders: ["TEN-1"], more: count)
                + Example.lotResult(lots: ["LOT-2"], more: Example.privacy("win-cho"))
                + Example.tender("TEN-1", party: "TPA-1", more: Example.privacy("win-ten-val") + amount)
                + Example.party("TPA-1", tenderers: ["ORG-1"]))
        func withholding(_ field: String) -> Withholding {
            Withholding(field: field, reason: "oth-int", until: CalendarDate("2030-01-01"))
        }
        #expect(notice.value == .withheld(withholding("not-val")))
        #expect(notice.awards.first?.value == .withheld(withholding("win-ten-val")))
        #expect(notice.awards.first?.tendersReceived == .withheld(withholding("rec-sub-cou")))
        #expect(notice.awards.last?.outcome == .awarded(winnersWithheld: true))
        #expect(notice.withheld.map(\.field) == ["not-val", "rec-sub-cou", "win-cho", "win-ten-val"])
    }

    @Test(arguments: [
        ("<efbc:StatisticsCode>tenders</efbc:StatisticsCode>", "4", Disclosed<Int>.stated(4)),
        ("", "4", .stated(4)), ("<efbc:StatisticsCode>t-sme</efbc:StatisticsCode>", "4", .missing),
        ("", "-1", .withheld(Withholding())), ("", "some", .missing), ("", "0", .stated(0)),
    ])
    func countsTenders(code: String, number: String, expected: Disclosed<Int>) throws {
        let statistics =
            "<efac:ReceivedSubmissionsStatistics>\(code)<efbc:StatisticsNumeric>\(number)"
            + "</efbc:StatisticsNumeric></efac:ReceivedSubmissionsStatistics>"
        let notice = try Example.results(Example.lotResult(code: "clos-nw", more: statistics))
        #expect(notice.awards.first?.tendersReceived == expected)
    }

    @Test func takesDatesTitleAndNumberFromTheContract() throws {
        let details =
            "<cbc:AwardDate>2024-05-01Z</cbc:AwardDate><cbc:Title languageID=\"swe\">Avtal</cbc:Title>"
            + "<efac:ContractReference><cbc:ID>KS 17</cbc:ID></efac:ContractReference>"
        let period = "<cac:PlannedPeriod><cbc:EndDate>2028-07-31+02:00</cbc:EndDate></cac:PlannedPeriod>"
        let notice = try Example.results(
            Example.lotResult(tenders: ["TEN-1"]) + Example.tender("TEN-1", party: "TPA-1")
                + Example.party("TPA-1", tenderers: ["ORG-1"])
                + Example.contract("CON-1", tenders: ["TEN-1"], more: details)
                + Example.contract("CON-2", tenders: ["TEN-1"], more: "<cbc:IssueDate>2024-06-01</cbc:IssueDate>"),
            body: Example.lot("LOT-0001", project: period))
        let award = try #require(notice.awards.first)
        #expect(award.concluded?.description == "2024-05-01")
        #expect(award.ends?.description == "2028-07-31")
        #expect(award.title == LocalizedText("Avtal", language: "SWE"))
        #expect(award.contractNumber == "KS 17")
    }

    @Test func aReferenceThatLeadsNowhereLeavesNoWinner() throws {
        let notice = try Example.results(Example.lotResult(tenders: ["TEN-9"]))
        #expect(notice.awards.map(\.winners) == [[]])
    }

    @Test func aWinnerMayBeNamedByItsContactPoint() throws {
        let organisation =
            "<efac:Organizations><efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID>ORG-1</cbc:ID>"
            + "</cac:PartyIdentification></efac:Company><efac:TouchPoint><cac:PartyIdentification><cbc:ID>TPO-1</cbc:ID>"
            + "</cac:PartyIdentification></efac:TouchPoint></efac:Organization></efac:Organizations>"
        let notice = try Example.results(
            Example.lotResult(tenders: ["TEN-1"]) + Example.tender("TEN-1", party: "TPA-1")
                + Example.party("TPA-1", tenderers: ["TPO-1"]), extensions: organisation)
        #expect(notice.awards.first?.winners == ["ORG-1"])
    }

    @Test func takesTheTotalElseTheFrameworksMaximum() throws {
        let maximum =
            "<efbc:OverallMaximumFrameworkContractsAmount currencyID=\"EUR\">8</efbc:OverallMaximumFrameworkContractsAmount>"
        let total = "<cbc:TotalAmount currencyID=\"EUR\">5</cbc:TotalAmount>"
        #expect(try Example.results(maximum + total).value == .stated(Money(hundredths: 500, currency: "EUR")))
        #expect(try Example.results(maximum).value == .stated(Money(hundredths: 800, currency: "EUR")))
        #expect(try Example.results("").value == .missing)
    }
}
