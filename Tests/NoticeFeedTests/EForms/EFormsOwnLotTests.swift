import Procurement
import Testing

@testable import NoticeFeed

/// Tenders that only say themselves which lot they are for (BT-13714).
@Suite struct EFormsOwnLotTests {
    private typealias Example = EFormsExample

    private let parties =
        Example.party("TPA-1", tenderers: ["ORG-1"]) + Example.party("TPA-2", tenderers: ["ORG-2"])

    @Test(arguments: ["selec-w", nil])
    func theOnlyTenderOfALotWonIt(code: String?) throws {
        let notice = try Example.results(
            Example.lotResult(code: code, lots: ["LOT-1"]) + Example.lotResult(code: code, lots: ["LOT-2"])
                + Example.tender("TEN-1", party: "TPA-1", lots: ["LOT-1"]) + parties
                + Example.contract("CON-1", tenders: []))
        #expect(notice.awards.map(\.winners) == [["ORG-1"], []])
        #expect(notice.awards.map(\.lots) == [["LOT-1"], ["LOT-2"]])
        #expect(notice.awards.first?.outcome == .awarded(winnersWithheld: false))
    }

    @Test func aTenderThatNamesSeveralLotsIsOneAward() throws {
        let notice = try Example.results(
            Example.lotResult(lots: ["LOT-1"]) + Example.lotResult(lots: ["LOT-2"])
                + Example.tender("TEN-1", party: "TPA-1", lots: ["LOT-1", "LOT-2"]) + parties)
        #expect(notice.awards.map(\.lots) == [["LOT-1", "LOT-2"]])
        #expect(notice.awards.map(\.winners) == [["ORG-1"]])
    }

    @Test func oneOfSeveralMayHaveLostAndNobodyIsNamed() throws {
        let notice = try Example.results(
            Example.lotResult(lots: ["LOT-1"]) + Example.tender("TEN-1", party: "TPA-1", lots: ["LOT-1"])
                + Example.tender("TEN-2", party: "TPA-2", lots: ["LOT-1"]) + parties)
        #expect(notice.awards.map(\.winners) == [[]])
        #expect(notice.awards.map(\.outcome) == [.awarded(winnersWithheld: false)])
    }

    @Test func aContractTellsWhichOfThemWon() throws {
        let notice = try Example.results(
            Example.lotResult(lots: ["LOT-1"]) + Example.tender("TEN-1", party: "TPA-1", lots: ["LOT-1"])
                + Example.tender("TEN-2", party: "TPA-2", lots: ["LOT-1"]) + parties
                + Example.contract("CON-1", tenders: ["TEN-2"]))
        #expect(notice.awards.map(\.winners) == [["ORG-2"]])
    }

    @Test func theLotResultsOwnTendersComeFirst() throws {
        let notice = try Example.results(
            Example.lotResult(lots: ["LOT-1"], tenders: ["TEN-1"])
                + Example.tender("TEN-1", party: "TPA-1", lots: ["LOT-1"])
                + Example.tender("TEN-2", party: "TPA-2", lots: ["LOT-1"]) + parties)
        #expect(notice.awards.map(\.winners) == [["ORG-1"]])
    }

    @Test(arguments: ["clos-nw", "open-nw", "unpublished"])
    func nobodyIsNamedForALotOfWhichNobodyIsToBe(code: String) throws {
        let notice = try Example.results(
            Example.lotResult(code: code, lots: ["LOT-1"])
                + Example.tender("TEN-1", party: "TPA-1", lots: ["LOT-1"]) + parties
                + Example.contract("CON-1", tenders: ["TEN-1"]))
        #expect(notice.awards.map(\.winners) == [[]])
    }
}
