import API
import Procurement
import Testing

@testable import Web

@Suite struct DeskFormTests {
    private let sv = Reader(language: .sv)

    private func visit(_ address: String) -> Visit {
        Visit(
            id: "it", asked: Form(address), sent: Form(""), file: nil, language: .sv, here: "/",
            daemon: DaemonAsPerson(connections: DaemonConnections(to: "/nowhere"), person: nil), service: nil)
    }

    @Test func linesAreReadOneByOne() {
        #expect(Form("k=moln%0D%0A+drift+%0A%0Aservrar").lines("k") == ["moln", "drift", "servrar"])
    }

    @Test func placesAreCountiesByNameAndCodes() {
        #expect(Form("p=Uppsala").places("p") == ["SE121"])
        #expect(Form("p=V%C3%A4stra+G%C3%B6talands+l%C3%A4n%2C+SE110+SE12").places("p") == ["SE232", "SE110", "SE12"])
        #expect(Form("p=nowhere").places("p") == ["nowhere"])
        #expect(Form("p=+%2C").places("p") == nil)
    }

    @Test func listIsAskedForAsItsAddressHasIt() throws {
        let options = try visit(
            "size=small&wins=none&near=yes&country=SE+NO&fold=yes&limit=50&w-experience=0%2C25&w-words="
        )
        .options()
        #expect(options.filter?.size == [.small])
        #expect(options.filter?.newcomers == true)
        #expect(options.filter?.near == true)
        #expect(options.filter?.unasked == nil)
        #expect(options.filter?.country == ["SE", "NO"])
        #expect(options.fold == true)
        #expect(options.limit.count == 50)
        #expect(options.weights == ["experience": Points(permille: 250)])
        #expect(try visit("").options().weights == nil)
    }

    @Test(arguments: ["x", "-0.1", "1000.1", "nan", "inf", "1e400"])
    func weightThatIsNoneIsToldOf(_ weight: String) {
        #expect(throws: FormError.self) { _ = try visit("w-experience=\(weight)").options() }
    }

    @Test func addressOfAListKeepsWhatIsAskedAndCanLeaveTheTryOutOut() {
        let asked = visit("w-experience=0.9&unasked=yes&in=SE12&nonsense=1")
        #expect(
            asked.filtered(Address("category", "it")).description == "/category/it?in=SE12&unasked=yes&w-experience=0.9"
        )
        #expect(
            asked.filtered(Address("category", "it"), withWeights: false).description
                == "/category/it?in=SE12&unasked=yes")
    }

    @Test func watchComesBackAsItsAddressSaysIt() {
        let address =
            "name=A+%26+B&category=it&place=SE121%2C+SE110&buyer=212000-0001&tell=result&tell=contract&months=6&first=9"
        let watch = WatchForm(Form(address))
        #expect(watch.question.buyer?.id == "212000-0001")
        let again = WatchForm(Form(watch.said(Address("watches")).description.split(separator: "?").last ?? ""))
        #expect(again.question == watch.question)
        #expect(again.tell == [.result, .contract])
        #expect((again.name, again.months, again.first) == ("A & B", 6, 9))
    }

    @Test func watchOfNothingChosenTellsOfNothing() {
        #expect(WatchForm(Form("tell=")).tell.isEmpty)
        #expect(WatchForm(Form("supplier=SE1")).tell == [.result, .status])
    }

    @Test func changeOfADefinitionIsSaidInWords() {
        let line = CategoryLine(
            id: "it", name: "IT", names: ["sv": "IT", "fi": "Tietotekniikka"], cpv: ["72*", "48*"], keywords: ["drift"],
            owner: "a@ekby.example")
        let before = DefinitionDraft(line, isRetired: false)
        let after = DefinitionDraft(
            Form("sv=IT&cpv=72*%2C+30*&keywords=drift%0Amoln&owner=a%40ekby.example&retired=yes"), over: before)
        #expect(after.names["fi"] == "Tietotekniikka")
        #expect(after.changes(since: before, sv) == ["CPV: + 30*; − 48*", "Ord: + moln", "Ur bruk"])
        #expect(before.changes(since: before, sv).isEmpty)
    }
}
