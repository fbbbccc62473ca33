import API
import Foundation
import JSON
import JSONRPC
import Procurement
import TestSupport
import Testing
import Transport

/// A personal number in any writing, in any text of a feed, a register or a call, is in no answer, no error and no line of
/// the log.
@Suite(.serialized) struct PersonalNumberTests {
    /// A result notice that has the number in every text that is shown anywhere.
    private static func notice(_ number: Int, form: String) -> String {
        let id = String(format: "%08d-0000-4000-8000-000000000000", number)
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <ContractAwardNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractAwardNotice-2" \
            xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" \
            xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" \
            xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2" \
            xmlns:efac="http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1" \
            xmlns:efext="http://data.europa.eu/p27/eforms-ubl-extensions/1" \
            xmlns:efbc="http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1">
            <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>
            <efac:NoticeResult>
            <efac:LotResult><cbc:ID schemeName="result">RES-0001</cbc:ID><cbc:TenderResultCode>selec-w</cbc:TenderResultCode>
            <efac:LotTender><cbc:ID>TEN-0001</cbc:ID></efac:LotTender>
            <efac:SettledContract><cbc:ID>CON-0001</cbc:ID></efac:SettledContract>
            <efac:TenderLot><cbc:ID>LOT-0001</cbc:ID></efac:TenderLot></efac:LotResult>
            <efac:LotTender><cbc:ID>TEN-0001</cbc:ID>
            <efac:TenderingParty><cbc:ID>TPA-0001</cbc:ID></efac:TenderingParty>
            <efac:TenderLot><cbc:ID>LOT-0001</cbc:ID></efac:TenderLot></efac:LotTender>
            <efac:SettledContract><cbc:ID>CON-0001</cbc:ID><cbc:Title languageID="SWE">Avtal \(form)</cbc:Title>
            <efac:ContractReference><cbc:ID>\(form)</cbc:ID></efac:ContractReference>
            <efac:LotTender><cbc:ID>TEN-0001</cbc:ID></efac:LotTender></efac:SettledContract>
            <efac:TenderingParty><cbc:ID>TPA-0001</cbc:ID><efac:Tenderer><cbc:ID>ORG-0002</cbc:ID></efac:Tenderer>
            </efac:TenderingParty></efac:NoticeResult>
            <efac:NoticeSubType><cbc:SubTypeCode>29</cbc:SubTypeCode></efac:NoticeSubType>
            <efac:Organizations>
            \(organisation("ORG-0001", "Norrviks kommun \(form)", form, company: "212000-0001"))
            \(organisation("ORG-0002", "Fia Ek \(form)", form, company: "-"))
            </efac:Organizations></efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
            <cbc:CustomizationID>eforms-sdk-1.13</cbc:CustomizationID><cbc:ID schemeName="notice-id">\(id)</cbc:ID>
            <cbc:IssueDate>2025-03-01+01:00</cbc:IssueDate><cbc:VersionID>01</cbc:VersionID>
            <cbc:NoticeTypeCode listName="result">can-standard</cbc:NoticeTypeCode>
            <cbc:NoticeLanguageCode>SWE</cbc:NoticeLanguageCode>
            <cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>ORG-0001</cbc:ID></cac:PartyIdentification>
            </cac:Party></cac:ContractingParty>
            \(project("Städtjänster \(form)", "Städning av skolor, fråga \(form)"))
            <cac:ProcurementProjectLot><cbc:ID schemeName="Lot">LOT-0001</cbc:ID>
            \(project("Del \(form)", "Daglig städning \(form)"))</cac:ProcurementProjectLot></ContractAwardNotice>
            """
    }

    private static func organisation(_ id: String, _ name: String, _ form: String, company: String) -> String {
        """
        <efac:Organization><efac:Company><cbc:WebsiteURI>https://example.org/\(form)</cbc:WebsiteURI>
        <cac:PartyIdentification><cbc:ID>\(id)</cbc:ID></cac:PartyIdentification>
        <cac:PartyName><cbc:Name languageID="SWE">\(name)</cbc:Name></cac:PartyName>
        <cac:PostalAddress><cbc:CityName>Norrvik \(form)</cbc:CityName>
        <cac:Country><cbc:IdentificationCode>SWE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
        <cac:PartyLegalEntity><cbc:CompanyID>\(company)</cbc:CompanyID></cac:PartyLegalEntity>
        </efac:Company></efac:Organization>
        """
    }

    private static func project(_ title: String, _ description: String) -> String {
        """
        <cac:ProcurementProject><cbc:Name languageID="SWE">\(title)</cbc:Name>
        <cbc:Description languageID="SWE">\(description)</cbc:Description>
        <cbc:ProcurementTypeCode listName="contract-nature">services</cbc:ProcurementTypeCode>
        <cac:MainCommodityClassification><cbc:ItemClassificationCode listName="cpv">90911200</cbc:ItemClassificationCode>
        </cac:MainCommodityClassification></cac:ProcurementProject>
        """
    }

    /// Every text of an answer, with where it stands.
    private static func texts(_ value: JSONValue, at path: String = "") -> [(path: String, text: String)] {
        switch value {
        case .string(let text): [(path, text)]
        case .number(let number): [(path, number.text)]
        case .array(let elements): elements.enumerated().flatMap { texts($0.element, at: "\(path)[\($0.offset)]") }
        case .object(let object):
            object.members.flatMap { texts($0.value, at: "\(path).\($0.name)") + [(path, $0.name)] }
        case .null, .bool: []
        }
    }

    @Test func noAnswerHoldsANumberInAnyWriting() async throws {
        let daemon = try RunningDaemon()
        defer { daemon.remove() }
        let feeds = daemon.folder + "/feeds"
        try FileManager.default.createDirectory(atPath: feeds, withIntermediateDirectories: false)
        for (number, form) in WrittenForms.all.enumerated() {
            try Self.notice(number, form: form).write(
                toFile: "\(feeds)/\(number).xml", atomically: true, encoding: .utf8)
        }
        try "<ContractNotice>811228-9874".write(toFile: feeds + "/811228-9874.xml", atomically: true, encoding: .utf8)
        let cell = { (form: String) in form.split(whereSeparator: \.isNewline).joined(separator: " ") }
        let rows = WrittenForms.all.enumerated().map { number, form in
            "Firma \(String(UnicodeScalar(UInt8(65 + number % 26)))) \(cell(form)),Städar \(cell(form)),https://example.org/\(cell(form)),\(cell(form))@example.org"
        }
        try (["name,description,website,email"] + rows).joined(separator: "\n").write(
            toFile: daemon.folder + "/register.csv", atomically: true, encoding: .utf8)

        let client = try await daemon.client()
        var shown: [(path: String, text: String)] = []
        func ask(_ method: String, _ parameters: JSONValue = [:]) async throws {
            do {
                let answer = try await client.call(method, parameters: parameters, timeout: nil)
                shown += Self.texts(answer, at: method)
            } catch RPCClientError.remote(let error) {
                shown += Self.texts(error.json, at: method + " error")
            }
        }
        try await ask("feed.import", ["paths": [.string(feeds)]])
        try await ask("suppliers.import", ["path": .string(daemon.folder + "/register.csv")])
        let event = try await client.call(EventsCreate.self, .init(kind: .talks, name: "Samtal")).event.id
        for form in WrittenForms.all {
            let text = JSONValue.string("Fia Ek \(form)")
            try await ask("events.create", ["kind": "talks", "name": text, "place": text])
            try await ask(
                "events.register", ["event": .number(JSONNumber(event)), "company": ["name": text], "wishes": [text]])
            try await ask("events.outcome", ["event": .number(JSONNumber(event)), "text": text])
            try await ask(
                "feedback.record",
                ["need": ["title": text], "supplier": "SE2120000142", "verdict": "rejected", "reason": text])
            for query in ["suppliers.find", "notices.find"] { try await ask(query, ["query": text]) }
            for (method, name) in [("suppliers.get", "id"), ("notices.get", "id"), ("match.category", "category")] {
                try await ask(method, [name: text])
            }
            try await ask("needs.explore", ["text": .string("städning åt Fia Ek \(form)")])
            try await ask("events.list", ["kind": text])
            try await ask("no.such.method \(form)")
            try await ask("server.status", ["\(form)": 1])
        }
        let notices = try await client.call(NoticesFind.self, .init(limit: 1000)).notices
        #expect(notices.count == WrittenForms.all.count)
        for notice in notices {
            try await ask("notices.get", ["id": .string(notice.id)])
            try await ask("match.notice", ["notice": .string(notice.id)])
        }
        let suppliers = try await client.call(SuppliersFind.self, .init(limit: 1000)).suppliers
        let person = try await client.call(SuppliersFind.self, .init(query: "Fia Ek")).suppliers
        #expect(person.map { $0.id.prefix(2) } == ["p-"], "whatever is written, it is one person")
        for supplier in suppliers { try await ask("suppliers.get", ["id": .string(supplier.id)]) }
        for method in [
            "suppliers.find", "notices.find", "refusals.list", "feedback.list", "events.list", "dossier.list",
            "audit.list",
        ] {
            try await ask(method, ["limit": 1000])
        }
        try await ask("events.get", ["event": .number(JSONNumber(event))])
        try await ask("match.notice", ["notice": ["title": "Städtjänster", "cpv": ["90911200"]], "keep": true])
        try await ask("match.category", ["category": "cleaning", "keep": true])
        for dossier in Set(try await client.call(DossierList.self, .init()).entries.map(\.dossier)) {
            try await ask("dossier.get", ["dossier": .string(dossier)])
            try await ask("dossier.export", ["dossier": .string(dossier)])
        }
        #expect(shown.count > 10_000)
        let seen = shown.filter { WrittenForms.isHeld(by: $0.text) }
        #expect(seen.isEmpty, "\(seen.count): \(seen.prefix(20))")
    }
}
