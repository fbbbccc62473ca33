import API
import Dialogue
import Procurement
import Testing

@Suite struct NeedAnalysisTests {
    @Test func aNeedAsPeopleWriteItNamesNobodyAndLeavesMuchToAsk() {
        let analysis = NeedAnalysis(text: "hur upphandlar vi civilkurage bland vuxna?")
        #expect(analysis.brands.isEmpty)
        #expect(analysis.warning == nil)
        #expect(analysis.missing.map(\.topic) == [.volume, .budget, .time, .place, .currentContract, .outcome])
        #expect(analysis.missing[0].question.sv == "Hur mycket behövs: antal, timmar, yta eller liknande?")
    }

    @Test func aNeedThatSaysItAllLeavesNothingToAsk() {
        let analysis = NeedAnalysis(
            text: """
                Vi behöver simundervisning för 300 elever i Exempelköping från hösten 2026, för att alla ska kunna simma. \
                Budgeten är 450 000 kr om året. Nuvarande avtal löper ut i juni.
                """, places: ["Exempelköping"])
        #expect(analysis.missing.isEmpty)
        #expect(analysis.brands.isEmpty)
    }

    @Test(
        arguments: [
            ("Alla ska ha Office 365 på sina datorer.", "Office 365", NameFinding.Kind.product, .likely),
            ("Office 365 ska ingå.", "Office 365", .product, .possible),
            ("Vi vill ha SharePoint som intranät.", "SharePoint", .product, .likely),
            ("Lärarna vill ha iPhone som telefon.", "iPhone", .product, .likely),
            ("Skrivare av modell M404dn eller liknande.", "M404dn", .model, .likely),
            ("Grafikkort RTX4090 till labbet.", "RTX4090", .model, .likely),
            ("Golvet städas med Glansol® varje dag.", "Glansol", .trademark, .certain),
            ("Golvet läggs i Nordisk Ek™ överallt.", "Nordisk Ek", .trademark, .certain),
            ("Alla ska ha Microsoft på sina datorer.", "Microsoft", .product, .likely),
            ("Vi är nöjda med Brobyggarna och vill fortsätta.", "Brobyggarna", .supplier, .likely),
            ("En server med Windows Server 2022 behövs.", "Windows Server 2022", .product, .possible),
        ] as [(String, String, NameFinding.Kind, NameFinding.Certainty)])
    func findsTheName(text: String, name: String, kind: NameFinding.Kind, certainty: NameFinding.Certainty) throws {
        let analysis = NeedAnalysis(text: text, suppliers: ["Brobyggarna i Norr AB", "BROBYGGARNA AB", "AB", "Ek"])
        #expect(analysis.brands.map(\.name) == [name])
        let finding = try #require(analysis.brands.first)
        #expect(finding.kind == kind)
        #expect(finding.certainty == certainty)
        let start = text.utf8.index(text.utf8.startIndex, offsetBy: finding.offset)
        #expect(text[start...].hasPrefix(name))
        #expect(!analysis.allowsEquivalents || text.contains("eller liknande"))
        #expect(analysis.warning != nil)
    }

    @Test(arguments: [
        "Tjänsten ska följa ISO 9001, SS-EN 12464 och WCAG 2.1 samt ISO9001.",
        "Upphandling enligt LOU, se Bilaga 3 och avsnitt 4.", "I maj 2027 ska Fas 2 vara klar i SE121.",
        "Omkring 300 elever. Totalt 12 skolor. Minst 40 timmar.", "Papper i A4-format, 80 g.",
        "Kommunen arbetar efter Agenda 2030.", "brobyggarna i kommunen behöver stöd",
        "Vi behöver hjälp på Storgatan 12.", "Lokalen ligger på Norra Vägen 3 i Sundsvall.",
    ])
    func takesNoLawStandardDateCountOrStreetForABrand(text: String) {
        #expect(NeedAnalysis(text: text, suppliers: ["Brobyggarna AB"]).brands.isEmpty)
    }

    @Test func saysWhatToDoAndSaysLessWhereEquivalentsAreAllowed() throws {
        let closed = try #require(NeedAnalysis(text: "Vi vill ha SharePoint.").warning)
        #expect(closed.sv.hasPrefix("Texten nämner SharePoint utan ”eller likvärdig”."))
        #expect(closed.en.hasPrefix("The text names SharePoint without “or equivalent”."))
        let open = NeedAnalysis(text: "Vi vill ha SharePoint eller likvärdigt.")
        #expect(open.allowsEquivalents)
        #expect(open.warning?.sv.hasPrefix("Texten nämner SharePoint och tillåter likvärdigt.") == true)
    }

    @Test func aFirmIsToldAsAFirm() throws {
        let analysis = NeedAnalysis(text: "Ring någon på Visma om Windows.")
        #expect(analysis.brands.map(\.kind) == [.supplier, .product])
        let warning = try #require(analysis.warning)
        #expect(warning.sv.hasPrefix("Texten nämner Windows utan ”eller likvärdig”."))
        #expect(warning.sv.contains("Texten nämner företaget Visma."))
        #expect(warning.en.contains("The text names the firm Visma."))
    }

    @Test func theLongestKnownNameWins() {
        let analysis = NeedAnalysis(
            text: "Avtalet med Nordiska Broar Norr fungerar.",
            suppliers: ["Nordiska Broar AB", "Nordiska Broar Norr AB"])
        #expect(analysis.brands.map(\.name) == ["Nordiska Broar Norr"])
    }
}
