import DialogueSupport
import Foundation
import JSON
import PersonalNumbers
import Procurement
import Testing

@testable import Dialogue

@Suite struct DossierExportTests {
    @Test(arguments: [
        ("Enskild firma 811228-9874 vann.", "Enskild firma XXXXXX-XXXX vann."),
        ("19811228-9874", "XXXXXX-XXXX"), ("8112289874", "XXXXXX-XXXX"), ("198112289874", "XXXXXX-XXXX"),
        ("SE811228987401", "SEXXXXXX-XXXX"), ("811228+9874", "XXXXXX-XXXX"), ("811228 9874", "XXXXXX-XXXX"),
        ("811228–9874", "XXXXXX-XXXX"), ("701063-2391", "XXXXXX-XXXX"),
        // A wrong check digit, but a birthday and a dash.
        ("811228-9875", "XXXXXX-XXXX"), ("a 811228-9874 b 811228-9874", "a XXXXXX-XXXX b XXXXXX-XXXX"),
    ])
    func masksPersonalNumbersHoweverTheyAreWritten(text: String, masked: String) {
        #expect(PersonalNumberScan.masked(text) == masked)
    }

    @Test(arguments: [
        "556859-2918", "165568592918", "516404-9768", "00665431-2023", "2016/S 106-188692", "1250000.00",
        "1234567890123", "2026-03-01T10:00:00Z", "811228 9875", "tel 018-727 00 00", "",
    ])
    func leavesFirmsNoticesAmountsAndDatesAlone(text: String) {
        #expect(PersonalNumberScan.masked(text) == nil)
    }

    @Test func leavesTheIdsOfNoticesAloneWhichLookLikeNumbers() {
        let value = ["noticeId": "900319-9998", "title": "900319-9998"] as JSONValue
        #expect(
            DossierMasking().masked(value) == ["noticeId": "900319-9998", "title": .string(OrganisationNumber.mask)])
    }

    private func export() throws -> DossierExport {
        let company = Company(id: "s1", name: "Anna Svensson Bygg", size: .micro)
        let request = MeetingRequest(
            event: MeetingInstances.event, capacity: 5, categories: MeetingInstances.categories(1) { 0 },
            candidates: [
                MeetingCandidate(company: company, scores: [CategoryScore("k0", 900_000)]),
                MeetingCandidate(
                    company: Company(id: "s2", name: "<b>Glas & Söner</b>"), scores: [CategoryScore("k0", 100_000)]),
            ],
            edits: [MeetingEdit(.pin(supplier: "s1"), by: "inköpschef", note: "har numret 811228-9874")])
        let record = DossierRecord(
            dossier: "träff-2026", at: "2026-03-01T10:00:00Z", actor: "inkop", method: "meeting.plan", generation: 3,
            version: "1.0", request: try json(request),
            result: try json(MeetingPlanner.plan(request)))
        let entry = DossierChain.append(record, after: .start)
        return DossierExport(
            [entry], head: DossierChain.head(of: [entry]),
            masking: DossierMasking(
                phrases: [DossierMasking.Phrase("Anna Svensson", reason: "enskild näringsidkare")],
                members: [DossierMasking.Member("contact", reason: "kontaktuppgift")]))
    }

    @Test func jsonIsMaskedSaysWhereAndWhyAndKeepsTheHashes() throws {
        let export = try export()
        let json = String(decoding: export.json(), as: UTF8.self)
        for secret in ["811228", "9874", "Anna Svensson", "inkop@exempelkoping.example"] {
            #expect(!json.contains(secret), "\(secret)")
        }
        #expect(json.contains("[maskerat] Bygg"))
        #expect(json.contains(export.entries[0].hash.hex))
        #expect(
            export.masked.contains(
                MaskedPlace(entry: 1, path: "request.event.contact", reason: "kontaktuppgift")))
        #expect(
            export.masked.contains(
                MaskedPlace(entry: 1, path: "request.edits[0].note", reason: "personnummer")))
        #expect(export.masked.contains { $0.path.hasPrefix("result.plan.outreach[0].reason") })
        #expect(try self.export().json() == export.json())
    }

    @Test func thePageIsOneFileInSwedishEscapedWithoutScriptsOrLinks() throws {
        let page = try export().html()
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"sv\">"))
        for heading in [
            "Vem frågade", "Frö för lottning", "Fråga och villkor", "Resultat", "Maskerade uppgifter", "Skäl",
        ] {
            #expect(page.contains(heading), "\(heading)")
        }
        #expect(page.contains("&lt;b&gt;Glas &amp; Söner&lt;/b&gt;"))
        for unwanted in ["<b>", "<script", "http://", "https://", "src=", "href=", "811228", "Anna Svensson"] {
            #expect(!page.contains(unwanted), "\(unwanted)")
        }
        // Every tag that opens closes again.
        for tag in ["dl", "dt", "dd", "table", "tr", "td", "th", "ul", "li", "section", "h2", "span"] {
            let opened = page.components(separatedBy: "<\(tag)>").count + page.components(separatedBy: "<\(tag) ").count
            #expect(opened - 2 == page.components(separatedBy: "</\(tag)>").count - 1, "\(tag)")
        }
    }
}
