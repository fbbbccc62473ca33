import API
import Procurement
import Testing

@testable import torg

@Suite struct WeightsTextTests {
    @Test func readsWhatHoldsForNotices() throws {
        let flat = try WeightsText.read("weights:\n  experience: 0.5 # most\n", file: "w.yaml")
        #expect(flat.dictionary == ["experience": Points(0.5)])
        let text = """
            weights:
              experience: 0.5
              scope: 0.1
              category:
                experience: 0.9
              notice:
                scope: 0.2
              words: 0.3
            """
        #expect(
            try WeightsText.read(text, file: "w.yaml").dictionary == [
                "experience": Points(0.5), "scope": Points(0.2), "words": Points(0.3),
            ])
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        let weights: SortedMap<Points> = ["experience": Points(0.5), "scope": Points(0)]
        let text = WeightsText.written(weights, remarks: ["Learnt."])
        #expect(text.hasPrefix("# Learnt.\nweights:\n  notice:\n    experience: 0.5\n"))
        #expect(try WeightsText.read(text, file: "w.yaml") == weights)
    }

    @Test func namesTheLineOfAMistake() {
        #expect(throws: (any Error).self) { try WeightsText.read("weights:\n  experience: much\n", file: "w.yaml") }
        #expect(throws: (any Error).self) { try WeightsText.read("scope: 1\nscope: 2\n", file: "w.yaml") }
        #expect(throws: (any Error).self) { try WeightsText.read("weights:\n  category:\n", file: "w.yaml") }
    }
}
