import Procurement
import Testing

@testable import Web

@Suite struct AddressTests {
    @Test func addressCarriesAnyText() {
        let text = "laddstolpar & \"elbil\" #1 åäö + 100 %"
        let address = Address("need").saying("text", text).saying("place", nil)
        let isASCII = address.description.utf8.allSatisfy { $0 < 0x80 }
        #expect(isASCII)
        let query = address.description.split(separator: "?", maxSplits: 1).last ?? ""
        #expect(Form(query)["text"] == text)
    }

    @Test func idWithASlashIsOnePartOfThePath() {
        #expect(Address("notice", "2021/S 1").description == "/notice/2021%2FS%201")
        #expect(Address("category", "it").file(.csv).description == "/category/it.csv")
    }

    @Test func formIsReadAsBrowsersWriteIt() {
        let form = Form("size=micro&size=small&name=A+B&empty=&nuts=SE121%2C+SE11")
        #expect(form.all("size") == ["micro", "small"])
        #expect(form["name"] == "A B")
        #expect(form["empty"] == nil)
        #expect(form.codes("nuts") == ["SE121", "SE11"])
    }

    @Test func brokenOrEndlessFormIsEmpty() {
        #expect(Form("a=%ZZ&b=1")["a"] == nil)
        #expect(Form("a=%ZZ&b=1")["b"] == "1")
        #expect(Form("a=" + String(repeating: "x", count: Form.longest))["a"] == nil)
    }

    @Test(arguments: [
        "//elsewhere.example/", "/\\elsewhere.example", "https://elsewhere.example", "", "/a\r\nSet-Cookie: x=y", "/å",
    ])
    func nobodyIsLedElsewhere(_ back: String) { #expect(LanguageChoice.ownPath(back) == "/") }

    @Test func pageIsLedBackTo() { #expect(LanguageChoice.ownPath("/need?text=a%20b") == "/need?text=a%20b") }

    @Test(arguments: [
        ("", "sv"), ("en-GB,en;q=0.9", "en"), ("de,en;q=0.5,sv;q=0.4", "en"), ("fi;q=1,sv-FI;q=0.8,en;q=0.7", "sv"),
        ("en;q=x", "en"), ("de", "sv"),
    ])
    func browsersLanguageIsTaken(_ header: String, _ language: String) {
        #expect(LanguageChoice.preferred(header).rawValue == language)
    }
}
