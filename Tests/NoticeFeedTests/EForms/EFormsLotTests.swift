import Procurement
import Testing

@testable import NoticeFeed

@Suite struct EFormsLotTests {
    private func lot(_ project: String = "", process: String = "", scheme: String = "Lot") throws -> Lot {
        let notice = try EFormsExample(
            body: EFormsExample.lot("LOT-0001", scheme: scheme, project: project, process: process)
        ).read()
        return try #require(notice.lots.first)
    }

    private func estimate(_ text: String, currency: String? = "SEK") throws -> Disclosed<Money> {
        let attribute = currency.map { " currencyID=\"\($0)\"" } ?? ""
        return try lot(
            "<cac:RequestedTenderTotal><cbc:EstimatedOverallContractAmount\(attribute)>\(text)"
                + "</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal>"
        ).value
    }

    @Test func tellsLotsGroupsAndPartsApart() throws {
        #expect(try lot().role == .lot)
        #expect(try lot(scheme: "LotsGroup").role == .group)
        #expect(try lot(scheme: "Part").role == .part)
        #expect(try EFormsExample(body: "<cac:ProcurementProjectLot/>").read().lots.isEmpty)
    }

    @Test func statedWithheldAndMissingAreThreeThings() throws {
        #expect(try estimate("1250000.5") == .stated(Money(hundredths: 125_000_050, currency: "SEK")))
        #expect(try estimate("0") == .stated(Money(hundredths: 0, currency: "SEK")))
        #expect(try estimate("0.01") == .stated(Money(hundredths: 1, currency: "SEK")))
        #expect(try estimate("-1") == .withheld(Withholding()))
        #expect(try estimate("-1.00") == .withheld(Withholding()))
        #expect(try estimate("unpublished") == .withheld(Withholding()))
        #expect(try estimate("-20") == .missing)
        #expect(try estimate("about 5") == .missing)
        #expect(try estimate("5", currency: nil) == .missing)
        #expect(try lot().value == .missing)
    }

    @Test func takesTheFrameworksMaximumWhereNoEstimateIsGiven() throws {
        let maximum = """
            <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>\
            <efbc:FrameworkMaximumAmount currencyID="sek">7</efbc:FrameworkMaximumAmount></efext:EformsExtension>\
            </ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
            """
        let estimate = "<cbc:EstimatedOverallContractAmount currencyID=\"SEK\">5</cbc:EstimatedOverallContractAmount>"
        func total(_ inner: String) -> String { "<cac:RequestedTenderTotal>\(inner)</cac:RequestedTenderTotal>" }
        #expect(try lot(total(maximum)).value == .stated(Money(hundredths: 700, currency: "SEK")))
        #expect(try lot(total(maximum + estimate)).value == .stated(Money(hundredths: 500, currency: "SEK")))
    }

    @Test func takesTheDeadlineThatThereIs() throws {
        func period(_ name: String, _ day: String) -> String {
            "<cac:\(name)><cbc:EndDate>\(day)</cbc:EndDate></cac:\(name)>"
        }
        let tenders = period("TenderSubmissionDeadlinePeriod", "2024-03-01+01:00")
        let requests = period("ParticipationRequestReceptionPeriod", "2024-02-01")
        let interest = """
            <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>\
            <efac:InterestExpressionReceptionPeriod><cbc:EndDate>2024-01-01</cbc:EndDate>\
            </efac:InterestExpressionReceptionPeriod></efext:EformsExtension></ext:ExtensionContent>\
            </ext:UBLExtension></ext:UBLExtensions>
            """
        #expect(try lot(process: interest + requests + tenders).deadline?.description == "2024-03-01")
        #expect(try lot(process: interest + requests).deadline?.description == "2024-02-01")
        #expect(try lot(process: interest).deadline?.description == "2024-01-01")
        #expect(try lot().deadline == nil)
    }

    @Test func keepsEachStrategicGoalOnce() throws {
        func goal(_ list: String, _ code: String) -> String {
            "<cac:ProcurementAdditionalType><cbc:ProcurementTypeCode listName=\"\(list)\">\(code)"
                + "</cbc:ProcurementTypeCode></cac:ProcurementAdditionalType>"
        }
        let goals = try lot(
            goal("strategic-procurement", "soc-obj") + goal("social-objective", "opp")
                + goal("strategic-procurement", "soc-obj") + goal("contract-nature", "works") + goal("other-list", "x")
        ).strategicGoals
        #expect(
            goals == [
                StrategicGoal(list: .strategicProcurement, code: "soc-obj"),
                StrategicGoal(list: .socialObjective, code: "opp"),
            ])
    }

    @Test func readsCodesWithCheckDigitsAndDropsWhatIsNone() throws {
        func cpv(_ element: String, _ code: String) -> String {
            "<cac:\(element)><cbc:ItemClassificationCode>\(code)</cbc:ItemClassificationCode></cac:\(element)>"
        }
        let lot = try lot(
            cpv("AdditionalCommodityClassification", "72000000") + cpv("MainCommodityClassification", "72212000-4")
                + cpv("AdditionalCommodityClassification", "unpublished")
                + cpv("AdditionalCommodityClassification", "72212000"))
        #expect(lot.cpv.map(\.description) == ["72212000", "72000000"])
    }

    @Test func readsTheRegionOrTheCountry() throws {
        func place(_ inner: String) -> String {
            "<cac:RealizedLocation><cac:Address>\(inner)</cac:Address></cac:RealizedLocation>"
        }
        func country(_ code: String) -> String {
            "<cac:Country><cbc:IdentificationCode>\(code)</cbc:IdentificationCode></cac:Country>"
        }
        let lot = try lot(
            place("<cbc:CountrySubentityCode>se121</cbc:CountrySubentityCode>" + country("SWE")) + place(country("SWE"))
                + place(country("GBR")) + place("<cbc:Region>anyw</cbc:Region>"))
        #expect(lot.nuts.map(\.code) == ["SE121", "SE", "UK"])
    }

    @Test func answersWhetherItSuitsSmallFirms() throws {
        #expect(try lot("<cbc:SMESuitableIndicator>true</cbc:SMESuitableIndicator>").suitableForSMEs == true)
        #expect(try lot("<cbc:SMESuitableIndicator>0</cbc:SMESuitableIndicator>").suitableForSMEs == false)
        #expect(try lot("<cbc:SMESuitableIndicator/>").suitableForSMEs == nil)
    }
}
