import NoticeFeed
import Procurement

/// A small eForms document, built from the parts that a test is about.
struct EFormsExample {
    var root = "ContractNotice"
    var id = "n-1"
    var type = "<cbc:NoticeTypeCode listName=\"competition\">cn-standard</cbc:NoticeTypeCode>"
    /// What stands in `efext:EformsExtension`.
    var extensions = ""
    /// What stands after the header.
    var body = ""

    static let namespaces = """
        xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" \
        xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" \
        xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2" \
        xmlns:efac="http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1" \
        xmlns:efbc="http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1" \
        xmlns:efext="http://data.europa.eu/p27/eforms-ubl-extensions/1"
        """

    var xml: String {
        """
        <\(root) xmlns="urn:oasis:names:specification:ubl:schema:xsd:\(root)-2" \(Self.namespaces)>\
        <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>\(extensions)\
        </efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>\
        <cbc:ID schemeName="notice-id">\(id)</cbc:ID>\(type)\(body)</\(root)>
        """
    }

    func read() throws -> Notice {
        try EFormsDialect().notice(in: NoticeTree.document(xml.utf8).root)
    }
}

extension EFormsExample {
    static func organisation(_ id: String, name: String = "Ett AB", more: String = "", company: String = "") -> String {
        """
        <efac:Organization>\(more)<efac:Company>\(company)<cac:PartyIdentification><cbc:ID>\(id)</cbc:ID>\
        </cac:PartyIdentification><cac:PartyName><cbc:Name languageID="SWE">\(name)</cbc:Name></cac:PartyName>\
        </efac:Company></efac:Organization>
        """
    }

    static func lot(_ id: String, scheme: String = "Lot", project: String = "", process: String = "") -> String {
        """
        <cac:ProcurementProjectLot><cbc:ID schemeName="\(scheme)">\(id)</cbc:ID><cac:TenderingProcess>\(process)\
        </cac:TenderingProcess><cac:ProcurementProject>\(project)</cac:ProcurementProject></cac:ProcurementProjectLot>
        """
    }

    static func reference(_ element: String, _ ids: [String]) -> String {
        ids.map { "<efac:\(element)><cbc:ID>\($0)</cbc:ID></efac:\(element)>" }.joined()
    }

    static func lotResult(
        code: String? = "selec-w", lots: [String] = ["LOT-0001"], tenders: [String] = [], more: String = ""
    ) -> String {
        let code = code.map { "<cbc:TenderResultCode>\($0)</cbc:TenderResultCode>" } ?? ""
        return "<efac:LotResult><cbc:ID>RES</cbc:ID>\(code)\(reference("LotTender", tenders))\(more)"
            + reference("TenderLot", lots) + "</efac:LotResult>"
    }

    static func tender(_ id: String, party: String, lots: [String] = ["LOT-0001"], more: String = "") -> String {
        "<efac:LotTender><cbc:ID>\(id)</cbc:ID>\(more)\(reference("TenderingParty", [party]))"
            + reference("TenderLot", lots) + "</efac:LotTender>"
    }

    static func party(_ id: String, tenderers: [String], subcontractors: [String] = []) -> String {
        "<efac:TenderingParty><cbc:ID>\(id)</cbc:ID>\(reference("Tenderer", tenderers))"
            + reference("SubContractor", subcontractors) + "</efac:TenderingParty>"
    }

    static func contract(_ id: String, tenders: [String], more: String = "") -> String {
        "<efac:SettledContract><cbc:ID>\(id)</cbc:ID>\(more)\(reference("LotTender", tenders))</efac:SettledContract>"
    }

    static func privacy(_ field: String) -> String {
        """
        <efac:FieldsPrivacy><efbc:FieldIdentifierCode>\(field)</efbc:FieldIdentifierCode>\
        <cbc:ReasonCode>oth-int</cbc:ReasonCode><efbc:PublicationDate>2030-01-01Z</efbc:PublicationDate>\
        </efac:FieldsPrivacy>
        """
    }

    /// A result notice.
    static func results(_ results: String, extensions: String = "", body: String = "") throws -> Notice {
        try EFormsExample(
            root: "ContractAwardNotice",
            type: "<cbc:NoticeTypeCode>can-standard</cbc:NoticeTypeCode>",
            extensions: "<efac:NoticeResult>\(results)</efac:NoticeResult>" + extensions, body: body
        ).read()
    }
}
