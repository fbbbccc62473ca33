import Procurement
import Testing

@testable import Daemon

@Suite struct NoticeOriginTests {
    private func outcome(country: String?, number: String? = nil) -> FeedOutcome {
        var notice = Notice(id: "n", source: NoticeSource(dialect: .eForms), purpose: .result)
        notice.organisations = [
            Organisation(id: "o", nationalIDs: [number].compactMap { $0 }, country: country)
        ]
        notice.buyers = ["o"]
        return .notice(notice, at: FeedPosition(file: "f", line: 1))
    }

    @Test func withoutCountriesAllAreStored() {
        #expect(NoticeOrigin(countries: []).admits(outcome(country: "NO")))
    }

    @Test func theBuyersCountryDecides() {
        let origin = NoticeOrigin(countries: ["SE", "FI"])
        #expect(origin.admits(outcome(country: "SE")) && origin.admits(outcome(country: "FIN")))
        #expect(!origin.admits(outcome(country: "NO")) && !origin.admits(outcome(country: "NOR")))
        #expect(origin.admits(outcome(country: nil)), "what isn't told is stored")
        #expect(!origin.admits(outcome(country: nil, number: "NO 974 760 673")))
    }
}
