import Procurement
import Testing

@testable import NoticeFeed

@Suite struct UBLResultsTests {
    private typealias Example = UBLExample

    private func read(_ body: String...) throws -> Notice { try Example(body: body.joined()).read() }

    private func names(_ notice: Notice) -> [[String?]] {
        notice.awards.map { $0.winners.map { notice.organisation($0)?.name.text() } }
    }

    @Test func readsWhoWonWhatForHowMuch() throws {
        let contract =
            "<c:AwardDate>2023-02-05</c:AwardDate><c:ReceivedTenderQuantity>3</c:ReceivedTenderQuantity>"
            + "<a:Contract><c:ID>8-22</c:ID><c:IssueDate>2023-02-06</c:IssueDate></a:Contract>"
        let amount = "<c:PayableAmount currencyID=\"EUR\">198000.00</c:PayableAmount>"
        let notice = try read(
            Example.lot("LOT-0001"), Example.lot("LOT-0002"),
            Example.result(lots: ["LOT-0001"], amount: amount, winners: ["Ett GmbH"], more: contract),
            Example.result(lots: ["LOT-0002"], winners: ["Två GmbH", "Ett GmbH"]))
        #expect(names(notice) == [["Ett GmbH"], ["Två GmbH", "Ett GmbH"]])
        #expect(notice.awards.map(\.lots) == [["LOT-0001"], ["LOT-0002"]])
        #expect(notice.awards.map(\.outcome) == [.awarded(winnersWithheld: false), .awarded(winnersWithheld: false)])
        #expect(notice.awards.first?.value == .stated(Money(hundredths: 19_800_000, currency: "EUR")))
        #expect(notice.awards.first?.tendersReceived == .stated(3))
        #expect(notice.awards.first?.concluded?.description == "2023-02-06")
        #expect(notice.awards.first?.contractNumber == "8-22")
        #expect(notice.organisations.count == 2)
    }

    @Test func theOnlyLotNeedsNoName() throws {
        let result = Example.result(winners: ["Ett"])
        #expect(try read(Example.lot("LOT-0000"), result).awards.map(\.lots) == [["LOT-0000"]])
        #expect(try read(Example.lot("1"), Example.lot("2"), result).awards.map(\.lots) == [[]])
    }

    @Test func theSameResultTwiceIsOneAward() throws {
        let result = Example.result(lots: ["1"], winners: ["Ett"])
        #expect(try read(result, result).awards.count == 1)
    }

    @Test func anAmountWithoutTaxIsPreferred() throws {
        let amounts =
            "<c:TaxExclusiveAmount currencyID=\"EUR\">100</c:TaxExclusiveAmount>"
            + "<c:PayableAmount currencyID=\"EUR\">119</c:PayableAmount>"
        let notice = try read(Example.result(lots: ["1"], amount: amounts, winners: ["Ett"]))
        #expect(notice.awards.map(\.value) == [.stated(Money(hundredths: 10_000, currency: "EUR"))])
    }

    @Test(
        arguments: [
            ("selec-w", .awarded(winnersWithheld: false), true), (nil, .awarded(winnersWithheld: false), true),
            ("clos-nw", .noWinner(reason: nil), false), ("no-rece", .noWinner(reason: "no-rece"), false),
            ("open-nw", .open, false), ("unpublished", .awarded(winnersWithheld: true), false),
        ] as [(String?, Award.Outcome, Bool)])
    func namesAWinnerOnlyWhereTheCodeLetsIt(code: String?, outcome: Award.Outcome, isNamed: Bool) throws {
        let notice = try read(Example.result(code: code, lots: ["1"], winners: ["Ett"]))
        #expect(notice.awards.map(\.outcome) == [outcome])
        #expect(names(notice) == (isNamed ? [["Ett"]] : [[]]))
        #expect(notice.organisations.isEmpty != isNamed)
    }

    @Test func aDateAloneIsNoAward() throws {
        let date = "<c:AwardDate>2023-01-04+01:00</c:AwardDate>"
        #expect(try read(Example.result(code: nil, more: date)).awards.isEmpty)
        #expect(try read(Example.result(code: "selec-w", more: date)).awards.map(\.winners) == [[]])
    }

    @Test func resultsOfTheExtensionTakePrecedence() throws {
        let notice = try EFormsExample.results(
            EFormsExample.lotResult(code: "clos-nw"),
            body:
                "<cac:TenderResult><cac:WinningParty><cac:Party><cac:PartyName><cbc:Name>Ett</cbc:Name></cac:PartyName>"
                + "</cac:Party></cac:WinningParty></cac:TenderResult>")
        #expect(notice.awards.map(\.outcome) == [.noWinner(reason: nil)])
        #expect(notice.organisations.isEmpty)
    }

    @Test func aResultsTotalIsItsValueAndACallsIsItsEstimate() throws {
        let project =
            "<a:ProcurementProject><a:RequestedTenderTotal>"
            + "<c:EstimatedOverallContractAmount currencyID=\"EUR\">7</c:EstimatedOverallContractAmount>"
            + "<c:TotalAmount currencyID=\"EUR\">5</c:TotalAmount></a:RequestedTenderTotal></a:ProcurementProject>"
        func value(_ hundredths: Int64) -> Disclosed<Money> { .stated(Money(hundredths: hundredths, currency: "EUR")) }
        #expect(try read(project, Example.result(winners: ["Ett"])).value == value(500))
        #expect(try Example(root: "ContractNotice", type: "cn-standard", body: project).read().value == value(700))
    }
}
