import API
import DialogueSupport
import Foundation
import JSON
import JSONRPC
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

    /// Every tag that opens closes again.
    private func expectClosed(_ page: String) {
        for tag in ["dl", "dt", "dd", "table", "tr", "td", "th", "ul", "li", "section", "h2", "h4", "p"] {
            let opened = page.components(separatedBy: "<\(tag)>").count + page.components(separatedBy: "<\(tag) ").count
            #expect(opened - 2 == page.components(separatedBy: "</\(tag)>").count - 1, "\(tag)")
        }
    }

    @Test func thePageIsOneFileInSwedishEscapedWithoutScriptsOrLinks() throws {
        let page = try export().html(.sv)
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"sv\">"))
        for heading in [
            "Plan för en leverantörsträff", "Vem frågade", "Nummer för lottning", "Fråga och villkor", "Resultat",
            "Maskerade uppgifter", "Skäl",
        ] {
            #expect(page.contains(heading), "\(heading)")
        }
        #expect(page.contains("&lt;b&gt;Glas &amp; Söner&lt;/b&gt;"))
        for unwanted in ["<b>", "<script", "http://", "https://", "src=", "href=", "811228", "Anna Svensson"] {
            #expect(!page.contains(unwanted), "\(unwanted)")
        }
        expectClosed(page)
    }

    @Test func thePageIsInOneLanguageAtATime() throws {
        let (swedish, english) = (try export().html(.sv), try export().html(.en))
        #expect(english.contains("Plan of a supplier meeting") && english.contains("Question and conditions"))
        for word in ["Vem frågade", "Maskerade uppgifter", "Underlag"] { #expect(!english.contains(word), "\(word)") }
        for word in ["Who asked", "Masked data", "Appendix"] { #expect(!swedish.contains(word), "\(word)") }
        expectClosed(english)
    }

    private func decimal(_ value: Double) -> JSONValue { JSONNumber(value).map(JSONValue.number) ?? .null }

    /// Whom a meeting turns to and why, from the plan as it goes over the wire.
    @Test func theFrontPageOfAMeetingSaysWhomItTurnsToAndWhy() throws {
        let example = API.MeetingPlan.example
        let record = DossierRecord(
            dossier: "d-a", at: "2026-03-01T10:00:00Z", actor: "anna", method: API.MeetingPlan.name, generation: 3,
            version: "1.0", request: try JSONValue(writing: example.parameters),
            result: try JSONValue(writing: example.result))
        let entry = DossierChain.append(record, after: .start)
        let page = DossierExport([entry], head: DossierChain.head(of: [entry]), masking: DossierMasking()).html(.en)
        let front = try #require(page.components(separatedBy: "</section>").first)
        let line = try #require(example.result.outreach.first)
        #expect(front.contains("Contacted individually") && front.contains(line.supplier.name))
        #expect(front.contains(DossierPage.escaped(line.reason.en)))
        expectClosed(page)
    }

    /// A list of so many suppliers as the matcher explains them.
    private func list(of count: Int) throws -> DossierExport {
        let signals = [
            "experience", "scope", "industry", "name", "trade", "description", "offer", "capacity", "region", "buyer",
            "namesake", "record", "goals", "verdicts",
        ]
        let matches = (1...count).map { rank -> JSONValue in
            [
                "rank": .number(JSONNumber(rank)),
                "supplier": [
                    "id": .string("SE49990\(22611 + rank)"), "name": .string("Sundhamra Informationsteknik \(rank) AB"),
                    "size": "small", "newcomer": false,
                ],
                "score": decimal(0.484123),
                "signals": .array(
                    signals.enumerated().map { place, name in
                        let reason =
                            "Har vunnit \(place + 2) av de 40 upphandlingar som mest liknar den här, senast 2021-05-03."
                        return name == "goals" || name == "verdicts"
                            ? ["name": .string(name), "weight": 0, "points": 0, "because": .string(reason)]
                            : [
                                "name": .string(name), "value": decimal(0.912345), "weight": decimal(0.083333),
                                "points": decimal(0.076029), "because": .string(reason),
                            ]
                    }),
                "evidence": .array(
                    (1...3).map { number in
                        [
                            "noticeId": "0422cc77-a2d2-4aca-927c-d28aa9347937", "buyer": "Norrvika kommun",
                            "title": .string(
                                "Upphandling av drift av servrar, lagring och säkerhetskopiering \(number)"),
                            "date": "2021-05-03", "similarity": decimal(0.8734),
                        ]
                    }),
            ]
        }
        let record = DossierRecord(
            dossier: "d-kfhwtbzmrqpn", at: "2026-03-01T10:00:00Z", actor: "anna", method: "match.category",
            generation: 3, version: "1.0",
            basis: ["categories": [["id": "it", "name": ["sv": "IT-drift", "en": "IT operations"]]]],
            request: ["category": "it", "buyer": ["name": "Ekby kommun"], "where": ["size": ["small", "micro"]]],
            result: [
                "matches": .array(matches), "considered": 9036, "dataThrough": "2021-10-22", "generation": 3,
                "remarks": ["Ingen kodlista har CPV 72999999."],
            ])
        let entry = DossierChain.append(record, after: .start)
        return DossierExport([entry], head: DossierChain.head(of: [entry]), masking: DossierMasking())
    }

    /// Who, when, asked what, the list with its reasons; before everything else.
    @Test func theFrontPageOfAListSaysWhoWhenWhatAndWhy() throws {
        let page = try list(of: 20).html(.sv)
        let front = try #require(page.components(separatedBy: "</section>").first)
        for words in [
            "Leverantörer för en kategori", "<dd>anna</dd>", "2026-03-01 10:00 UTC",
            "kategorin IT-drift för Ekby kommun; urval: storlek litet/mikro.", "9036 jämförda leverantörer",
            "till och med 2021-10-22", "Ingen kodlista",
            "<td>20</td><td>Sundhamra Informationsteknik 20 AB</td><td>0,48</td>",
            "Har vunnit 2 av de 40", "Har vunnit 3 av de 40", "Post 1 i akten d-kfhwtbzmrqpn",
        ] { #expect(front.contains(words), "\(words)") }
        #expect(!front.contains("Har vunnit 4 av de 40"), "two reasons a supplier; all of them are in the appendix")
        #expect(page.contains("Har vunnit 9 av de 40") && page.contains("Inget känt: mål, ställningstaganden"))
        expectClosed(page)
    }

    @Test func aListOfTwentyIsUnder100KB() throws {
        let bytes = try list(of: 20).html(.sv).utf8.count
        #expect(bytes < 100_000, "\(bytes)")
    }

    /// A plan that was changed has one front page, that of now; the earlier version is named there and stands in the appendix.
    @Test func anEarlierVersionIsNamedAndStandsInTheAppendix() throws {
        let first = try #require(try list(of: 2).entries.first)
        var changed = first.record
        changed.actor = "bo"
        let second = DossierChain.append(changed, after: DossierChain.head(of: [first]))
        let page = DossierExport(
            [first, second], head: DossierChain.head(of: [first, second]), masking: DossierMasking()
        ).html(.sv)
        #expect(page.components(separatedBy: "class=\"front\"").count == 2)
        let front = try #require(page.components(separatedBy: "</section>").first)
        #expect(front.contains("<dd>bo</dd>") && !front.contains("<dd>anna</dd>"))
        #expect(front.contains("Tidigare versioner: post 1."))
        #expect(page.contains("<h2>Post 1</h2>") && page.contains("<h2>Post 2</h2>"))
    }
}
