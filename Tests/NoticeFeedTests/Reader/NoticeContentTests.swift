import Procurement
import Testing

@testable import NoticeFeed

/// What no notice can mean isn't read as if it did.
@Suite struct NoticeContentTests {
    private func summaries(_ xml: String) throws -> [String] { try FeedReader.outcomes(of: xml).map(\.summary) }

    @Test(arguments: [
        "<ContractNotice><ID>1</ID></ContractNotice>",
        "<ContractNotice xmlns='urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2'><ID>1</ID></ContractNotice>",
        "<ContractNotice><ID>1</ID><ProcurementProjectLot><ID>LOT-0001</ID></ProcurementProjectLot></ContractNotice>",
        "<TED_EXPORT DOC_ID='000001-2020'/>",
        "<TED_EXPORT DOC_ID='000001-2020'><FORM_SECTION><CONTRACT FORM='2'><FD_CONTRACT/></CONTRACT></FORM_SECTION></TED_EXPORT>",
    ])
    func aNoticeNeedsMoreThanAnId(xml: String) throws {
        let refusal = try FeedReader.outcomes(of: xml).first?.refusal
        #expect(refusal?.reason == "no-content")
        #expect(refusal?.noticeID != nil)
        #expect(refusal?.detail.contains("a title, a lot or a buyer") == true)
    }

    @Test(arguments: [
        "<ProcurementProject><Name>x</Name></ProcurementProject>",
        "<ProcurementProjectLot><ID>LOT-0001</ID><ProcurementProject><Name>x</Name></ProcurementProject></ProcurementProjectLot>",
    ])
    func aTitleOrALotIsEnough(inner: String) throws {
        #expect(try summaries("<ContractNotice><ID>1</ID>\(inner)</ContractNotice>") == ["1"])
    }

    @Test func aFirmThatIsFoundedBuysNothing() throws {
        let xml =
            "<BusinessRegistrationInformationNotice><ID>1</ID><NoticeTypeCode>brin-eeig</NoticeTypeCode></BusinessRegistrationInformationNotice>"
        #expect(try summaries(xml) == ["1"])
    }

    @Test(arguments: ["-", "…", "a&#10;b", String(repeating: "x", count: 257)])
    func someIdsAreNone(id: String) throws {
        let project = "<ProcurementProject><Name>x</Name></ProcurementProject>"
        #expect(try summaries("<ContractNotice><ID>\(id)</ID>\(project)</ContractNotice>") == ["[no-notice-id]"])
    }

    @Test(arguments: [("01", 1), ("12", 12), ("0", 1), ("-3", 1), ("99999", 1), ("9223372036854775807", 1), ("x", 1)])
    func someVersionsAreNone(text: String, version: Int) throws {
        let body =
            "<cbc:VersionID>\(text)</cbc:VersionID><cac:ProcurementProject><cbc:Name>x</cbc:Name></cac:ProcurementProject>"
        #expect(try EFormsExample(body: body).read().version == version)
        #expect(try MappedExample.notice(fields: "version: V", xml: "<V>\(text)</V>").version == version)
    }

    @Test(
        arguments: [
            ("0016-06-09+02:00", nil), ("9999-12-31", nil), ("1970-01-01", nil), ("2016-06-09", "2016-06-09"),
        ] as [(String, String?)])
    func someDatesAreNone(text: String, date: String?) throws {
        let process =
            "<cac:TenderSubmissionDeadlinePeriod><cbc:EndDate>\(text)</cbc:EndDate></cac:TenderSubmissionDeadlinePeriod>"
        let eForms = try EFormsExample(body: EFormsExample.lot("LOT-0001", process: process)).read()
        #expect(eForms.lots.first?.deadline?.description == date)
        let mapped = try MappedExample.notice(fields: "deadline: D", xml: "<D>\(text)</D>")
        #expect(mapped.lots.first?.deadline?.description == date)
        let ted = try TEDExample.notice(
            TEDExample.form("F02", procedure: "<DATE_RECEIPT_TENDERS>\(text)</DATE_RECEIPT_TENDERS>"), documentType: "3"
        )
        #expect(ted.lots.first?.deadline?.description == date)
    }

    /// Money has no three decimals: whoever writes 49.700 parts thousands, or has mistyped it.
    @Test(
        arguments: [
            ("49.700", nil), ("49.70", "49.70"), ("1250.000", "1250.00"), ("-5", nil), ("", nil), ("1e5", nil),
        ] as [(String, String?)])
    func noDialectTakesThousandsForDecimals(text: String, amount: String?) throws {
        let expected = amount.flatMap { Money(amount: $0, currency: "EUR") }.map { Disclosed.stated($0) } ?? .missing
        let total =
            "<cac:RequestedTenderTotal><cbc:EstimatedOverallContractAmount currencyID='EUR'>\(text)</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal>"
        #expect(
            try EFormsExample(body: EFormsExample.lot("LOT-0001", project: total)).read().lots.first?.value == expected)
        let object = TEDExample.object(value: "<VAL_TOTAL CURRENCY='EUR'>\(text)</VAL_TOTAL>")
        #expect(try TEDExample.notice(TEDExample.form("F03", object: object)).value == expected)
        let mapped = try MappedExample.notice("defaults: {currency: EUR}", fields: "value: V", xml: "<V>\(text)</V>")
        #expect(mapped.value == expected)
    }

    @Test func onlyMoneyHasACurrencyInEveryDialect() throws {
        let project =
            "<cac:RequestedTenderTotal><cbc:EstimatedOverallContractAmount currencyID='OP_DATPRO'>10</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal>"
        #expect(
            try EFormsExample(body: EFormsExample.lot("LOT-0001", project: project)).read().lots.first?.value
                == .missing)
        let mapped = try MappedExample.notice(
            fields: "value: V\nvalue-currency: V/@valuta", xml: "<V valuta='ABC'>10</V>")
        #expect(mapped.value == .missing)
    }

    @Test(arguments: [
        ("listName='cpv'", true), ("", true), ("listID='CPV' listVersionID='2008'", true), ("listID='STI'", true),
        ("listID='2008'", true), ("listName='unspsc'", false), ("listID='UNSPSC'", false), ("listID='eClass'", false),
        ("listID='x' listName='cpv'", true), ("schemeName='http://data.europa.eu/cpv/cpv'", true),
    ])
    func onlyCodesOfTheCPVAreTakenForThem(attributes: String, isCPV: Bool) throws {
        let codes = isCPV ? ["43211500"] : []
        let project =
            "<cac:MainCommodityClassification><cbc:ItemClassificationCode \(attributes)>43211500</cbc:ItemClassificationCode></cac:MainCommodityClassification>"
        let eForms = try EFormsExample(body: EFormsExample.lot("LOT-0001", project: project)).read()
        #expect(eForms.lots.first?.cpv.map(\.description) == codes)
        let mapped = try MappedExample.notice(fields: "cpv: Kod", xml: "<Kod \(attributes)>43211500</Kod>")
        #expect(mapped.cpv.map(\.description) == codes)
    }
}
