import Dialogue
import Procurement
import Testing

@testable import Matching

@Suite struct NeedReasonsTests {
    private func findings(_ reach: NeedReach, _ words: [(String, Int)], similar: Int) -> NeedFindings {
        NeedFindings(
            reach: reach,
            words: words.map {
                .init(
                    text: $0.0, procurements: $0.1, constituents: [], means: [], isInCodes: false, weight: 1,
                    known: $0.1 > 0 ? 1 : 0)
            },
            categories: [], challenges: [], branches: [],
            similar: (0..<similar).map { .init(notice: NoticeID("n\($0)"), likeness: 0.5) }, query: nil)
    }

    @Test(
        arguments: [
            (.well, [("tolk", 3)], 1, "1 upphandling liknar behovet.", "1 procurement is like the need."),
            (
                .partly, [("kurage", 0), ("vuxna", 9)], 4,
                "Bara en del av texten känns igen: svaret bygger på ”vuxna”. 4 upphandlingar liknar behovet, ingen av dem helt. ”kurage” finns varken i någon upphandlings titel eller i CPV. Pröva andra ord, sådana som en annons har, eller fråga efter en kategori eller en CPV-kod.",
                "Only part of the text is known: the answer rests on “vuxna”. 4 procurements are like the need, none of them fully. “kurage” is neither in any procurement's title nor in the CPV. Try other words, such as a notice has, or ask for a category or a CPV code."
            ),
            (
                .partly, [("getingbo", 0), ("förskolan", 9)], 0,
                "Inget i underlaget liknar det som söks (”getingbo”). Listan bygger bara på ”förskolan”.",
                "Nothing in the data is like what is sought (“getingbo”). The list rests on “förskolan” alone."
            ),
            (
                .nothing, [], 0,
                "Texten säger inte vad som behövs. Skriv vad det är, vad det ska klara och för vem.",
                "The text doesn't say what is needed. Write what it is, what it must do and for whom."
            ),
            (
                .nothing, [("x", 0), ("y", 0)], 0,
                "”x” och ”y” finns varken i någon upphandlings titel eller i CPV. Därför finns ingen lista att lita på. Skriv vad det är i stället för vad det heter. Pröva andra ord, sådana som en annons har, eller fråga efter en kategori eller en CPV-kod.",
                "“x” and “y” are neither in any procurement's title nor in the CPV. So there is no list to rely on. Write what it is rather than what it is called. Try other words, such as a notice has, or ask for a category or a CPV code."
            ),
        ] as [(NeedReach, [(String, Int)], Int, String, String)])
    func saysHowFarTheAnswerReaches(
        reach: NeedReach, words: [(String, Int)], similar: Int, sv: String, en: String
    ) {
        let text = NeedReasons.reach(findings(reach, words, similar: similar))
        #expect(text.sv == sv)
        #expect(text.en == en)
    }

    @Test func saysWhatAWordWasReadAs() {
        var found = findings(.well, [("blöjor", 3)], similar: 2)
        found.words[0].means = ["inkontinensskydd", "inkontinens"]
        let text = NeedReasons.reach(found)
        #expect(text.sv.contains("”blöjor” som inkontinensskydd och inkontinens"))
        #expect(text.en.contains("“blöjor” as inkontinensskydd and inkontinens"))
    }

    @Test func keepsTheSpellingOfTheTextAndNamesWhatIsKnownByTheWay() {
        var found = findings(.nothing, [("husqvarna", 0), ("fotbollsplanen", 19)], similar: 0)
        found.words[1].weight = 0.25
        let text = NeedReasons.reach(found, text: "Husqvarna till fotbollsplanen")
        #expect(text.sv.hasPrefix("”Husqvarna” finns varken"))
        #expect(text.sv.contains("Känt är bara ”fotbollsplanen”, som inte säger vad som söks."))
    }

    @Test func givesEveryReasonThatThereIs() {
        let touch = NeedFindings.CategoryTouch(
            category: "it", similar: 1, keywords: ["moln"], named: [CPVCode("72000000")!])
        let text = NeedReasons.category(touch, of: 8)
        #expect(
            text.sv
                == "Texten innehåller ”moln”. 1 av de 8 liknande upphandlingarna hör dit. Ord ur texten finns i benämningen på CPV 72000000."
        )
        #expect(
            text.en
                == "The text contains “moln”. 1 of the 8 similar procurements belongs there. Words of the text are in the name of CPV 72000000."
        )
    }
}
