import Dialogue
import Procurement
import Testing

@testable import Matching

@Suite struct NeedReasonsTests {
    private func findings(_ reach: NeedFindings.Reach, _ words: [(String, Int)], similar: Int) -> NeedFindings {
        NeedFindings(
            reach: reach, words: words.map { .init(text: $0.0, procurements: $0.1, kin: [], isInCodes: false) },
            categories: [], challenges: [], branches: [],
            similar: (0..<similar).map { .init(notice: NoticeID("n\($0)"), likeness: 0.5) }, query: nil)
    }

    @Test(
        arguments: [
            (.well, [("tolk", 3)], 1, "1 upphandling liknar behovet.", "1 procurement is like the need."),
            (
                .partly, [("kurage", 0), ("vuxna", 9)], 4,
                "Bara en del av texten känns igen: svaret bygger på vuxna. 4 upphandlingar liknar behovet, som bäst till en del. ”kurage” finns varken i någon upphandlings titel eller i CPV.",
                "Only part of the text is known: the answer rests on vuxna. 4 procurements are like the need, at best in part. \"kurage\" is neither in any procurement's title nor in the CPV."
            ),
            (
                .nothing, [], 0,
                "Texten säger inte vad som behövs. Skriv vad det är, vad det ska klara och för vem.",
                "The text doesn't say what is needed. Write what it is, what it must do and for whom."
            ),
            (
                .nothing, [("x", 0), ("y", 0)], 0,
                "”x” och ”y” finns varken i någon upphandlings titel eller i CPV. Därför finns ingen lista att lita på. Beskriv behovet med andra ord, sådana som en annons har.",
                "\"x\" and \"y\" are neither in any procurement's title nor in the CPV. So there is no list to rely on. Describe the need in other words, such as a notice has."
            ),
        ] as [(NeedFindings.Reach, [(String, Int)], Int, String, String)])
    func `says how far the answer reaches`(
        reach: NeedFindings.Reach, words: [(String, Int)], similar: Int, sv: String, en: String
    ) {
        let text = NeedReasons.reach(findings(reach, words, similar: similar))
        #expect(text.sv == sv)
        #expect(text.en == en)
    }

    @Test func `gives every reason that there is`() {
        let touch = NeedFindings.CategoryTouch(
            category: "it", similar: 1, keywords: ["moln"], named: [CPVCode("72000000")!])
        let text = NeedReasons.category(touch, of: 8)
        #expect(
            text.sv
                == "Texten har moln. 1 av de 8 lika upphandlingarna ligger i den. Ord ur texten står i namnet på 72000000."
        )
        #expect(
            text.en
                == "The text has moln. 1 of the 8 similar procurements lies in it. Words of the text are in the name of 72000000."
        )
    }
}
