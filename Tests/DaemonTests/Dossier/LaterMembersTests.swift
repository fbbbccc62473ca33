import Dialogue
import Testing

@testable import Daemon

@Suite struct LaterMembersTests {
    @Test func anEntryIsNotHeldToMembersFromAfterIt() {
        let kept = DossierValue.object(["matches": .list([]), "setting": .null])
        let now = DossierValue.object(["matches": .list([]), "setting": .null, "dataThrough": .text("2021-10-22")])
        let compared = now.without(["dataThrough", "setting"], unlessIn: kept)
        #expect(DossierDifference.between(kept, compared).isEmpty)
        #expect(!DossierDifference.between(now, kept.without(["dataThrough"], unlessIn: now)).isEmpty)
    }
}
