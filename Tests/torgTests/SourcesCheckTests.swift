import API
import Procurement
import Sheets
import Testing

@testable import torg

@Suite struct SourcesCheckTests {
    private func findings(_ states: SourceStand.State..., error: SourceFailure? = nil) -> [Finding] {
        SourcesCheck(language: .en).findings(
            FetchingStand(
                path: "/s.json", at: Moment("2026-11-30T01:41:07Z"),
                sources: states.map {
                    SourceStand(
                        name: "ted", kind: "ted", state: $0, dataThrough: CalendarDate("2026-11-27"), waiting: 2,
                        failures: 0, error: error)
                }))
    }

    @Test func onlyWhatIsLateNeedsHands() {
        let found = findings(.good, .new, .failing, .late)
        #expect(found.map(\.state) == [.good, .notice, .notice, .bad])
        #expect(found.map(\.subject) == Array(repeating: "source ted", count: 4))
        #expect(found[0].text == "good, data through 2026-11-27, 2 waiting")
        #expect(found[3].remedy?.contains("torg-fetch.timer") == true)
    }

    @Test func whatFailedSaysWhatToDo() throws {
        let error = SourceFailure(
            kind: "page", what: "202600230", at: try #require(Moment("2026-11-30T01:41:07Z")),
            text: BilingualText(sv: "en webbsida", en: "a web page"),
            remedy: BilingualText(sv: "Öppna den", en: "Open it"))
        for finding in findings(.failing, .late, error: error) {
            #expect(finding.text.hasSuffix("202600230: a web page [page]"))
            #expect(finding.remedy == "Open it")
        }
    }

    @Test func nothingIsSaidWhereNothingIsFetched() {
        #expect(SourcesCheck(language: .sv).findings(nil) == [])
        let unreadable = FetchingStand(path: "/s.json", detail: "it is no file", sources: [])
        #expect(SourcesCheck(language: .sv).findings(unreadable).map(\.state) == [.bad])
    }
}
