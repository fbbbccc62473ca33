import Procurement
import Testing

@testable import Web

@Suite struct PlanEditTests {
    @Test func decisionIsReadBackAsItWasWritten() throws {
        let form = Form(
            "decision=move&about=SE4999022611&to=it&slot=3&by=kategoriansvarig+IT&note=Fick%09fel%20bord%20%26%20tid")
        let edit = try #require(PlanEdit(new: form))
        let again = PlanEdit.all(form.saying("edit", [edit.text]))
        #expect(again.map(\.text) == [edit.text])
        #expect(again.first?.note == "Fick fel bord & tid")
        #expect(again.first?.slot == "3")
    }

    @Test func anotherCompanyGoesBeforeTheChosenOne() {
        let edit = PlanEdit(new: Form("decision=pin&about=SE1&other=SE2&by=a&note=b"))
        #expect(edit?.about == "SE2")
    }

    @Test func halfDecisionsAreNone() {
        #expect(PlanEdit(new: Form("about=SE1&by=a&note=b")) == nil)
        #expect(PlanEdit(new: Form("decision=pin&by=a&note=b")) == nil)
        #expect(PlanEdit.all(Form("edit=pin&edit=pin%09SE1")).isEmpty)
    }

    @Test(arguments: [("40", 400_000), ("0", 0), ("100", 1_000_000), ("140", 1_010_000), ("-7", -10_000)])
    func shareIsWrittenInPerCent(_ text: String, _ millionths: Int) {
        #expect(Form("small=\(text)").share("small") == Points(millionths: millionths))
    }

    @Test(arguments: ["9999999999999999999999", "x", ""])
    func whatIsNoShareIsNone(_ text: String) { #expect(Form("small=\(text)").share("small") == nil) }
}
