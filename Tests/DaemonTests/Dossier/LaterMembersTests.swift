import Dialogue
import JSON
import Testing

@testable import Daemon

@Suite struct LaterMembersTests {
    @Test func anEntryIsNotHeldToMembersFromAfterIt() {
        let kept = ["matches": [], "setting": nil] as JSONValue
        let now = ["matches": [], "setting": nil, "dataThrough": "2021-10-22"] as JSONValue
        let compared = now.without(["dataThrough", "setting"], unlessIn: kept)
        #expect(DossierDifference.between(kept, compared).isEmpty)
        #expect(!DossierDifference.between(now, kept.without(["dataThrough"], unlessIn: now)).isEmpty)
    }
}
