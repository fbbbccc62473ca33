import NoticeFeed
import Procurement

/// A small UBL notice without the eForms extension: parties stand where they are meant, and the prefixes are whatever
/// the sender's program gave out.
struct UBLExample {
    var root = "ContractAwardNotice"
    var type = "can-standard"
    /// What stands after the header, with `c:` for basic and `a:` for aggregate components.
    var body = ""

    var xml: String {
        """
        <n9:\(root) xmlns:n9="urn:oasis:names:specification:ubl:schema:xsd:\(root)-2" \
        xmlns:c="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" \
        xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2">\
        <c:CustomizationID>eforms-sdk-0.1</c:CustomizationID><c:ID>71000001</c:ID><c:ContractFolderID/>\
        <c:NoticeTypeCode>\(type)</c:NoticeTypeCode>\(body)</n9:\(root)>
        """
    }

    func read() throws -> Notice { try EFormsDialect().notice(in: NoticeTree.document(xml.utf8).root) }
}

extension UBLExample {
    /// - Parameter name: none where it is empty.
    static func party(_ name: String, more: String = "") -> String {
        let named = name.isEmpty ? "" : "<a:PartyName><c:Name languageID=\"DEU\">\(name)</c:Name></a:PartyName>"
        return "<a:Party>\(more)\(named)</a:Party>"
    }

    static func buyer(_ party: String) -> String { "<a:ContractingParty>\(party)</a:ContractingParty>" }

    static func company(_ number: String) -> String {
        "<a:PartyLegalEntity><c:CompanyID>\(number)</c:CompanyID></a:PartyLegalEntity>"
    }

    static func lot(_ id: String, project: String = "") -> String {
        "<a:ProcurementProjectLot><c:ID schemeName=\"Lot\">\(id)</c:ID><a:ProcurementProject>\(project)"
            + "</a:ProcurementProject></a:ProcurementProjectLot>"
    }

    static func result(
        code: String? = "selec-w", lots: [String] = [], amount: String = "", winners: [String] = [], more: String = ""
    ) -> String {
        let code = code.map { "<c:TenderResultCode>\($0)</c:TenderResultCode>" } ?? ""
        let named = lots.map { "<a:ProcurementProjectLot><c:ID>\($0)</c:ID></a:ProcurementProjectLot>" }.joined()
        let total = amount.isEmpty ? "" : "<a:LegalMonetaryTotal>\(amount)</a:LegalMonetaryTotal>"
        let project =
            (named + total).isEmpty ? "" : "<a:AwardedTenderedProject>\(named)\(total)</a:AwardedTenderedProject>"
        let parties = winners.map { "<a:WinningParty>\(party($0))</a:WinningParty>" }.joined()
        return "<a:TenderResult>\(code)\(more)\(project)\(parties)</a:TenderResult>"
    }
}
