import Procurement
import Testing

@testable import Web

@Suite struct TemplatesTests {
    @Test func templateSpeaksEachLanguageWhereItIsShown() throws {
        let text = "<h1>[[sv: Behov || en: Need]]</h1><p>{{x}} [[sv: av || en: of]] {{y}}</p>"
        #expect(try Templates.worded(text, in: .sv, of: "t") == "<h1>Behov</h1><p>{{x}} av {{y}}</p>")
        #expect(try Templates.worded(text, in: .en, of: "t") == "<h1>Need</h1><p>{{x}} of {{y}}</p>")
    }

    @Test(arguments: ["[[Behov]]", "[[sv: Behov]]", "[[en: Need || sv: Behov]]", "[[sv: Behov || en: Need"])
    func wordsOfOneLanguageAreAMistake(_ text: String) {
        #expect(throws: Templates.WordsError.self) { _ = try Templates.worded(text, in: .sv, of: "t") }
    }

    @Test func noTemplateWritesATextUnescaped() throws {
        _ = try Templates()
        for (name, bytes) in Templates.files {
            let text = String(decoding: bytes, as: UTF8.self)
            for unescaped in ["{{{", "{{&", "{{%"] { #expect(!text.contains(unescaped), "\(name)") }
        }
    }

    @Test func noTemplateCarriesAStyleOrAScriptOfItsOwn() {
        for (name, bytes) in Templates.files {
            let text = String(decoding: bytes, as: UTF8.self)
            let own = text.firstMatch(of: /style=|<style| on[a-z]+=/)
            #expect(own == nil, "\(name)")
            #expect(text.ranges(of: "<script").count == (name == "layout" ? 1 : 0), "\(name)")
        }
    }

    @Test func hostileTextIsTextOnThePage() throws {
        let page = try Templates().filled(
            "error",
            with: [
                "pageTitle": "<script>alert(1)</script>", "text": #""><img src=x onerror=alert(1)>{{x}}"#,
                "remedy": false,
            ],
            in: .sv)
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(!page.contains("<img"))
        #expect(page.contains("{{x}}"))
    }

    @Test func absentTextIsNotTakenFromAround() throws {
        let page = try Templates().filled(
            "error", with: ["pageTitle": "T", "text": Fields.Value(nil as String?), "remedy": false], in: .en)
        #expect(!page.contains("because"))
    }
}
