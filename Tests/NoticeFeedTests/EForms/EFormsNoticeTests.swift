import Procurement
import Testing

@testable import NoticeFeed

@Suite struct EFormsNoticeTests {
    @Test func needsAnID() throws {
        let tree = try NoticeTree.document("<a>\n<ContractNotice><ID> </ID></ContractNotice></a>".utf8)
        let root = try #require(tree.root.first("ContractNotice"))
        let defect = #expect(throws: NoticeDefect.self) { try EFormsDialect().notice(in: root) }
        #expect(defect?.reason == "no-notice-id")
        #expect(defect?.line == 2)
    }

    @Test func prefersTheIDThatSaysWhatItIs() throws {
        let xml = "<ContractNotice><ID>draft</ID><ID schemeName='notice-id'>real</ID></ContractNotice>"
        #expect(try EFormsDialect().notice(in: NoticeTree.document(xml.utf8).root).id == "real")
    }

    @Test(arguments: [
        ("ContractNotice", "cn-standard", NoticePurpose.competition), ("ContractNotice", "qu-sy", .competition),
        ("ContractNotice", "corr", .competition), ("ContractNotice", "pin-cfc-social", .competition),
        ("PriorInformationNotice", "pin-cfc-standard", .competition), ("PriorInformationNotice", "pin-only", .planning),
        ("PriorInformationNotice", "pmc", .planning), ("PriorInformationNotice", "new-one", .planning),
        ("ContractAwardNotice", "veat", .directAward), ("ContractAwardNotice", "can-social", .result),
        ("ContractAwardNotice", "can-modif", .contractModification), ("ContractAwardNotice", "compl", .other),
        ("BusinessRegistrationInformationNotice", "brin-eeig", .other),
    ])
    func sortsByPurpose(root: String, type: String, purpose: NoticePurpose) throws {
        let example = EFormsExample(root: root, type: "<cbc:NoticeTypeCode>\(type)</cbc:NoticeTypeCode>")
        let notice = try example.read()
        #expect(notice.purpose == purpose)
        #expect(notice.type == type)
    }

    @Test(
        arguments: [
            ("0d3f6a52-6a0b-4c2e-9a55-0d8c2f1b7e01-02", "0d3f6a52-6a0b-4c2e-9a55-0d8c2f1b7e01", 2),
            ("0d3f6a52-6a0b-4c2e-9a55-0d8c2f1b7e01", "0d3f6a52-6a0b-4c2e-9a55-0d8c2f1b7e01", nil),
            ("00259785-2023", "00259785-2023", nil),
            ("2023/S 111-347010", "2023/S 111-347010", nil),
        ] as [(String, NoticeID, Int?)])
    func linksToTheNoticeChanged(text: String, id: NoticeID, version: Int?) throws {
        let notice = try EFormsExample(
            extensions: "<efac:Changes><efbc:ChangedNoticeIdentifier>\(text)</efbc:ChangedNoticeIdentifier>"
                + "<efac:ChangeReason><cbc:ReasonCode>cor-buy</cbc:ReasonCode></efac:ChangeReason></efac:Changes>"
        ).read()
        #expect(notice.changes == ChangedNotice(id: id, version: version, reason: "cor-buy"))
    }

    @Test(
        arguments: [("00012345-2024", "00012345-2024"), ("2024/S 1-2", "2024/S 1-2"), ("n.a.", nil)]
            as [(String, String?)])
    func aPublicationNumberHasDigits(text: String, expected: String?) throws {
        let publication =
            "<efac:Publication><efbc:NoticePublicationID>\(text)</efbc:NoticePublicationID></efac:Publication>"
        #expect(try EFormsExample(extensions: publication).read().publicationNumber == expected)
    }

    /// BT-1501.
    @Test(arguments: [
        ("6bc75979-ce6c-46eb-81a6-eee543697dec-01", "6bc75979-ce6c-46eb-81a6-eee543697dec"),
        ("268231-2010", "268231-2010"),
    ])
    func aModificationNamesItsContract(text: String, id: String) throws {
        let link = """
            <efac:ContractModification><efbc:ChangedNoticeIdentifier>\(text)</efbc:ChangedNoticeIdentifier>
              <efac:Change><efac:ChangedSection><efbc:ChangedSectionIdentifier>CON-0001</efbc:ChangedSectionIdentifier>
                </efac:ChangedSection></efac:Change>
              <efac:Change><efbc:ChangedSectionIdentifier>RESULT</efbc:ChangedSectionIdentifier></efac:Change>
            </efac:ContractModification>
            """
        let modified = ModifiedContract(notice: NoticeID(id), sections: ["CON-0001", "RESULT"])
        for subtype in ["38", "39", "40", "E6"] {
            let notice = try EFormsExample(
                root: "ContractAwardNotice",
                extensions: "<efac:NoticeSubType><cbc:SubTypeCode>\(subtype)</cbc:SubTypeCode></efac:NoticeSubType>"
                    + link
            ).read()
            #expect(notice.purpose == .contractModification)
            #expect(notice.modifies == modified)
        }
        #expect(try EFormsExample(root: "ContractAwardNotice", extensions: link).read().modifies == nil)
    }

    @Test func aChangeWithoutANoticeIsNoLink() throws {
        #expect(try EFormsExample(extensions: "<efac:Changes/>").read().changes == nil)
    }

    @Test(
        arguments: [
            ("2024-02-05+01:00", "2024-02-05"), ("2024-02-05Z", "2024-02-05"), ("2024-02-05", "2024-02-05"),
            ("1970-01-01Z", nil), ("soon", nil),
        ] as [(String, String?)])
    func readsDatesWithOffsetZOrNeither(text: String, day: String?) throws {
        let notice = try EFormsExample(body: "<cbc:IssueDate>\(text)</cbc:IssueDate>").read()
        #expect(notice.issued?.description == day)
    }

    @Test func readsEveryBuyerOnce() throws {
        func buyer(_ id: String) -> String {
            "<cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>\(id)</cbc:ID></cac:PartyIdentification>"
                + "</cac:Party></cac:ContractingParty>"
        }
        let organisations =
            "<efac:Organizations>" + EFormsExample.organisation("ORG-0001")
            + EFormsExample.organisation("ORG-0002") + "</efac:Organizations>"
        let notice = try EFormsExample(
            extensions: organisations, body: buyer("ORG-0002") + buyer("ORG-0001") + buyer("ORG-0002") + buyer("ORG-7")
        ).read()
        #expect(notice.buyers == ["ORG-0002", "ORG-0001", "ORG-7"])
    }

    @Test func takesTheFirstLotThatUsesAFramework() throws {
        func system(_ list: String, _ code: String) -> String {
            "<cac:ContractingSystem><cbc:ContractingSystemTypeCode listName=\"\(list)\">\(code)"
                + "</cbc:ContractingSystemTypeCode></cac:ContractingSystem>"
        }
        let notice = try EFormsExample(
            body: EFormsExample.lot("1", process: system("framework-agreement", "none") + system("dps-usage", "none"))
                + EFormsExample.lot("2", process: system("framework-agreement", "fa-mix"))
                + EFormsExample.lot("3", process: system("framework-agreement", "fa-w-rc"))
        ).read()
        #expect(notice.procedure.framework == "fa-mix")
        #expect(notice.procedure.dynamicPurchasingSystem == "none")
        #expect(try EFormsExample().read().procedure.framework == nil)
    }

    @Test func fallsBackOnWhatTheLotsSay() throws {
        let project =
            "<cbc:Name>Frukt</cbc:Name><cbc:ProcurementTypeCode>supplies</cbc:ProcurementTypeCode>"
            + "<cac:MainCommodityClassification><cbc:ItemClassificationCode>15300000</cbc:ItemClassificationCode>"
            + "</cac:MainCommodityClassification>"
        let notice = try EFormsExample(
            body: EFormsExample.lot("1", project: project) + EFormsExample.lot("2", project: project)
        ).read()
        #expect(notice.title == LocalizedText("Frukt", language: nil))
        #expect(notice.kind == .supplies)
        #expect(notice.cpv.map(\.description) == ["15300000"])
    }

    @Test func aTitleOfTagsAloneIsNone() throws {
        func project(_ name: String) -> String { "<cbc:Name languageID=\"SWE\">\(name)</cbc:Name>" }
        let notice = try EFormsExample(
            body: "<cac:ProcurementProject>\(project("&lt;p&gt;&lt;br/&gt;&lt;/p&gt;"))</cac:ProcurementProject>"
                + EFormsExample.lot("1", project: project("Frukt"))
        ).read()
        #expect(notice.title == LocalizedText("Frukt", language: "SWE"))
    }
}
