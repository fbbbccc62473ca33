import Procurement
import Testing

@Suite struct LocalizedTextTests {
    private let text: LocalizedText = [
        .init(language: "FIN", text: "ruoka"), .init(language: "ENG", text: "food"), .init(language: nil, text: "mat"),
    ]

    @Test func prefersALanguageElseTheFirst() {
        #expect(text.text() == "food")
        #expect(text.text(preferring: ["SWE", "FIN"]) == "ruoka")
        #expect(text.text(preferring: ["DEU"]) == "ruoka")
        #expect(text.text(preferring: []) == "ruoka")
        #expect(LocalizedText().text() == nil)
    }

    @Test func keepsEachVersionOnce() {
        var text = text
        text.add("food", language: "ENG")
        text.add("meal", language: "ENG")
        text.add("food", language: nil)
        #expect(text.versions.count == 5)
    }
}
