import Procurement
import Testing

@testable import NoticeFeed

/// Values where the SDK's first versions put them, and all extensions read as one.
@Suite struct EFormsElderElementsTests {
    private typealias Example = EFormsExample

    private func amount(_ name: String, _ amount: String) -> String {
        "<cbc:\(name) currencyID=\"SEK\">\(amount)</cbc:\(name)>"
    }

    private func stated(_ hundredths: Int64) -> Disclosed<Money> {
        .stated(Money(hundredths: hundredths, currency: "SEK"))
    }

    @Test func aFrameworksMaximumInTheResultOfSDK10To12() throws {
        let elder = amount("EstimatedOverallFrameworkContractsAmount", "8")
        let later =
            "<efbc:OverallMaximumFrameworkContractsAmount currencyID=\"SEK\">9"
            + "</efbc:OverallMaximumFrameworkContractsAmount>"
        #expect(try Example.results(elder).value == stated(800))
        #expect(try Example.results(elder + later).value == stated(900))
        #expect(try Example.results(elder + amount("TotalAmount", "5")).value == stated(500))
        #expect(try Example.results(elder + Example.privacy("not-max-val")).value.isWithheld)
    }

    @Test(
        arguments: [
            (["EstimatedOverallFrameworkContractsAmount"], 100), (["TotalAmount"], 100),
            (["EstimatedOverallFrameworkContractsAmount", "TotalAmount"], 200),
            (["TotalAmount", "EstimatedOverallContractAmount"], 200), (["AverageSubsequentContractAmount"], nil),
        ] as [([String], Int64?)])
    func aLotsValueInElderElements(names: [String], expected: Int64?) throws {
        let amounts = names.enumerated().map { amount($1, String($0 + 1)) }.joined()
        let project = "<cac:RequestedTenderTotal>\(amounts)</cac:RequestedTenderTotal>"
        let notice = try Example(
            body: Example.lot("1", project: project) + "<cac:ProcurementProject>\(project)</cac:ProcurementProject>"
        ).read()
        #expect(notice.lots.map(\.value) == [expected.map(stated) ?? .missing])
        #expect(notice.value == expected.map(stated) ?? .missing)
    }

    @Test func aGroupOfLotsHasAMaximumOfItsOwn() throws {
        let framework =
            "<cac:FrameworkAgreement>\(amount("EstimatedMaximumValueAmount", "7"))</cac:FrameworkAgreement>"
        let estimate =
            "<cac:RequestedTenderTotal>\(amount("EstimatedOverallContractAmount", "6"))</cac:RequestedTenderTotal>"
        let notice = try Example(
            body: Example.lot("GLO-1", scheme: "LotsGroup", process: framework)
                + Example.lot("GLO-2", scheme: "LotsGroup", project: estimate, process: framework)
        ).read()
        #expect(notice.lots.map(\.value) == [stated(700), stated(600)])
    }

    @Test func severalExtensionsAreReadAsOne() throws {
        let block = "</efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension>"
        let next = block + "<ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>"
        let parts = [
            "<efac:Organizations>\(Example.organisation("ORG-1"))</efac:Organizations>",
            "<efac:NoticeSubType><cbc:SubTypeCode>29</cbc:SubTypeCode></efac:NoticeSubType>",
            "<efac:NoticeResult>\(Example.lotResult(tenders: ["TEN-1"]))</efac:NoticeResult>",
            "<efac:NoticeResult>" + Example.tender("TEN-1", party: "TPA-1")
                + Example.party("TPA-1", tenderers: ["ORG-2"]) + amount("TotalAmount", "5") + "</efac:NoticeResult>",
            "<efac:Organizations>\(Example.organisation("ORG-2"))</efac:Organizations>",
        ]
        let notice = try Example(root: "ContractAwardNotice", extensions: parts.joined(separator: next)).read()
        #expect(notice.subtype == "29")
        #expect(notice.organisations.map(\.id) == ["ORG-1", "ORG-2"])
        #expect(notice.awards.map(\.winners) == [["ORG-2"]])
        #expect(notice.value == stated(500))
    }
}
