import Procurement
import Testing

@testable import NoticeFeed

/// One award for each contract and party, or for each lot and party where there is no contract.
@Suite struct EFormsAwardsTests {
    private typealias Example = EFormsExample

    private func tender(_ id: String, party: String = "TPA-1", lots: [String] = ["LOT-1"], amount: String? = nil)
        -> String
    {
        let total = amount.map {
            "<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID=\"SEK\">\($0)</cbc:PayableAmount>"
                + "</cac:LegalMonetaryTotal>"
        }
        return Example.tender(id, party: party, lots: lots, more: total ?? "")
    }

    private func money(_ hundredths: Int64) -> Disclosed<Money> {
        .stated(Money(hundredths: hundredths, currency: "SEK"))
    }

    private let parties =
        Example.party("TPA-1", tenderers: ["ORG-1", "ORG-2"]) + Example.party("TPA-2", tenderers: ["ORG-3"])
        + Example.party("TPA-3", tenderers: ["ORG-2", "ORG-1"])

    @Test func furtherTendersOfAPartyForOneContractAreOneAward() throws {
        let notice = try Example.results(
            Example.lotResult(lots: ["LOT-1"], tenders: ["TEN-1", "TEN-2", "TEN-3"]) + tender("TEN-1")
                + tender("TEN-2") + tender("TEN-3", party: "TPA-3")
                + Example.contract("CON-1", tenders: ["TEN-1", "TEN-2", "TEN-3"]) + parties)
        #expect(notice.awards.map(\.winners) == [["ORG-1", "ORG-2"]])
        #expect(notice.awards.map(\.lots) == [["LOT-1"]])
    }

    @Test func furtherTendersOfAPartyForOneLotAreOneAwardWithoutAContractToo() throws {
        let notice = try Example.results(
            Example.lotResult(lots: ["LOT-1"], tenders: ["TEN-1", "TEN-2", "TEN-3"])
                + Example.lotResult(lots: ["LOT-2"], tenders: ["TEN-4"]) + tender("TEN-1") + tender("TEN-2")
                + tender("TEN-3", party: "TPA-2") + tender("TEN-4", lots: ["LOT-2"]) + parties)
        #expect(notice.awards.map(\.winners) == [["ORG-1", "ORG-2"], ["ORG-3"], ["ORG-1", "ORG-2"]])
        #expect(notice.awards.map(\.lots) == [["LOT-1"], ["LOT-1"], ["LOT-2"]])
    }

    @Test func oneContractForSeveralLotsIsOneAwardWithTheirSum() throws {
        let notice = try Example.results(
            Example.lotResult(lots: ["LOT-1"], tenders: ["TEN-1"])
                + Example.lotResult(lots: ["LOT-2"], tenders: ["TEN-2"]) + tender("TEN-1", amount: "10")
                + tender("TEN-2", lots: ["LOT-2"], amount: "10")
                + Example.contract("CON-1", tenders: ["TEN-1", "TEN-2"])
                + parties)
        #expect(notice.awards.map(\.lots) == [["LOT-1", "LOT-2"]])
        #expect(notice.awards.map(\.value) == [money(2000)])
    }

    @Test func oneContractWithSeveralPartiesIsAnAwardForEach() throws {
        let notice = try Example.results(
            Example.lotResult(lots: ["LOT-1"], tenders: ["TEN-1", "TEN-2"]) + tender("TEN-1", amount: "1")
                + tender("TEN-2", party: "TPA-2", amount: "2")
                + Example.contract("CON-1", tenders: ["TEN-1", "TEN-2"]) + parties)
        #expect(notice.awards.map(\.winners) == [["ORG-1", "ORG-2"], ["ORG-3"]])
        #expect(notice.awards.map(\.value) == [money(100), money(200)])
    }

    @Test func twoContractsOfAPartyAreTwoAwards() throws {
        let notice = try Example.results(
            Example.lotResult(lots: ["LOT-1"], tenders: ["TEN-1", "TEN-2"]) + tender("TEN-1") + tender("TEN-2")
                + Example.contract("CON-1", tenders: ["TEN-1"]) + Example.contract("CON-2", tenders: ["TEN-2"])
                + parties)
        #expect(notice.awards.map(\.winners) == [["ORG-1", "ORG-2"], ["ORG-1", "ORG-2"]])
    }

    @Test(
        arguments: [
            (["10", "10"], 1000), (["10", "5"], 1500), (["10", nil], 1000), ([nil, nil], nil),
            (["90000000000000000", "90000000000000000.01"], nil),
        ] as [([String?], Int64?)])
    func amountsForOneLotAddUpUnlessTheyAreRepeated(amounts: [String?], sum: Int64?) throws {
        let notice = try Example.results(
            Example.lotResult(lots: ["LOT-1"], tenders: ["TEN-1", "TEN-2"]) + tender("TEN-1", amount: amounts[0])
                + tender("TEN-2", amount: amounts[1]) + parties)
        #expect(notice.awards.map(\.value) == [sum.map(money) ?? .missing])
    }

    @Test func anAmountThatIsWithheldMakesTheSumSo() throws {
        let notice = try Example.results(
            Example.lotResult(lots: ["LOT-1"], tenders: ["TEN-1", "TEN-2"]) + tender("TEN-1", amount: "10")
                + tender("TEN-2", amount: "-1") + parties)
        #expect(notice.awards.map(\.value) == [.withheld(Withholding())])
    }

    @Test func tendersOfPartiesThatAreNotDescribedStayApart() throws {
        let notice = try Example.results(
            Example.lotResult(lots: ["LOT-1"], tenders: ["TEN-1", "TEN-2"]) + tender("TEN-1", party: "TPA-8")
                + tender("TEN-2", party: "TPA-9"))
        #expect(notice.awards.count == 2)
    }
}
