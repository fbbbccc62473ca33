import Procurement
import Testing

@testable import NoticeFeed

@Suite struct EFormsWithheldWinnerTests {
    private typealias Example = EFormsExample

    private let tenders =
        Example.tender("TEN-1", party: "TPA-1") + Example.tender("TEN-2", party: "TPA-2")
        + Example.party("TPA-1", tenderers: ["ORG-1"]) + Example.party("TPA-2", tenderers: ["ORG-2"])

    @Test(
        arguments: [("unpublished", true), ("unpublished", false), ("selec-w", true), (nil, true)] as [(String?, Bool)])
    func isWithheldAndNobodyIsNamed(code: String?, hasBlock: Bool) throws {
        for contract in ["", Example.contract("CON-1", tenders: ["TEN-1"])] {
            let notice = try Example.results(
                Example.lotResult(
                    code: code, tenders: ["TEN-1", "TEN-2"], more: hasBlock ? Example.privacy("win-cho") : "")
                    + tenders + contract)
            #expect(notice.awards.map(\.outcome) == [.awarded(winnersWithheld: true)])
            #expect(notice.awards.map(\.winners) == [[]])
            #expect(notice.awards.map(\.value) == [.missing])
        }
    }

    @Test func theSameTenderIsNamedForALotOfWhichItIsSaid() throws {
        let notice = try Example.results(
            Example.lotResult(code: "unpublished", lots: ["LOT-1"], tenders: ["TEN-1"])
                + Example.lotResult(lots: ["LOT-2"], tenders: ["TEN-1"]) + tenders)
        #expect(notice.awards.map(\.lots) == [["LOT-1"], ["LOT-2"]])
        #expect(notice.awards.map(\.winners) == [[], ["ORG-1"]])
    }

    @Test(arguments: ["clos-nw", "open-nw"])
    func aLotThatIsSaidToHaveNoWinnerHasNone(code: String) throws {
        let notice = try Example.results(
            Example.lotResult(code: code, tenders: ["TEN-1"], more: Example.privacy("win-cho")) + tenders)
        #expect(notice.awards.map(\.winners) == [[]])
        #expect(notice.awards.map(\.outcome) == [code == "open-nw" ? .open : .noWinner(reason: nil)])
    }

    @Test func missingIsNotWithheld() throws {
        let notice = try Example.results(Example.lotResult(tenders: []))
        #expect(notice.awards.map(\.outcome) == [.awarded(winnersWithheld: false)])
    }
}
