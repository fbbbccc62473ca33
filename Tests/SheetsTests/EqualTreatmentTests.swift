import API
import Procurement
import Testing

@testable import Sheets

@Suite struct EqualTreatmentTests {
    private func candidates(_ scores: [(String, Int)]) -> [CandidateLine] {
        scores.map { CandidateLine(supplier: $0.0, score: Points(millionths: $0.1)) }
    }

    private func guest(_ supplier: String, reason: String?) -> EventGuest {
        var guest = EventsGet.example.result.guests[0]
        (guest.supplier, guest.name) = (supplier, supplier)
        guest.invitation?.reason = reason
        return guest
    }

    private func event(_ guests: [EventGuest]) -> EventsGet.Result {
        var event = EventsGet.example.result
        event.guests = guests
        return event
    }

    /// SE4999022611 is the plan's own choice, third by score.
    private func meeting() -> MeetingPlan.Result {
        var plan = MeetingPlan.example.result
        plan.candidates = [
            CandidateList(
                category: "it",
                candidates: candidates([
                    ("a", 900_000), ("b", 900_000), ("SE4999022611", 484_000), ("c", 300_000), ("d", 200_000),
                ]))
        ]
        return plan
    }

    @Test func allCandidatesAreInOrderAndEqualScoresShareAPlace() {
        let sheet = EqualTreatment(meeting(), event([guest("SE4999022611", reason: nil)]))
        #expect(sheet.lines.map(\.supplier) == ["a", "b", "SE4999022611", "c", "d"])
        #expect(sheet.lines.map(\.place) == [1, 1, 3, 4, 5])
        #expect(sheet.lines.map(\.isChosen) == [false, false, true, false, false])
        #expect(sheet.lines.map(\.isInvited) == [false, false, true, false, false])
        #expect(sheet.differences.map(\.supplier) == ["a", "b", "SE4999022611"])
    }

    @Test func eachDifferenceHasItsReason() {
        var plan = meeting()
        plan.edits = [
            EditEffect(
                edit: "ban", about: "a", by: "kategoriansvarig IT", note: "Under utredning.",
                effect: BilingualText(sv: "Inte tipsad.", en: "Not told."))
        ]
        let lines = EqualTreatment(plan, event([guest("c", reason: "Ny i kommunen."), guest("x", reason: nil)])).lines
        func reason(_ supplier: String) -> String { lines.first { $0.supplier == supplier }?.reason.sv ?? "" }
        #expect(reason("a").contains("För hand, av kategoriansvarig IT: Under utredning."))
        #expect(reason("b").contains("Minst lika många poäng som den sist valda (0,48)"))
        #expect(reason("SE4999022611").contains("Plats 1 för IT-drift"))
        #expect(reason("SE4999022611").hasSuffix("Inte inbjuden: inget skäl är antecknat."))
        #expect(reason("c") == "Färre poäng än den sist valda (0,48). Inbjuden av anna: Ny i kommunen.")
        #expect(reason("d") == "Färre poäng än den sist valda (0,48).")
        // Whom nobody planned for is there too, last.
        #expect(lines.last?.supplier == "x" && lines.last?.place == nil)
        #expect(reason("x") == "Inbjuden utanför planen av anna: inget skäl är antecknat.")
    }

    @Test func aCouncilTellsGroupsAndRest() {
        var plan = CouncilCompose.example.result
        plan.candidates = candidates([("a", 900_000), ("b", 800_000), ("SE4999022611", 484_000)])
        plan.groups = [CouncilGroup(name: "Sundhamra", members: ["a", "SE4999022611"])]
        plan.resting = [CouncilMember(id: "b", name: "B", role: .supplier)]
        let lines = EqualTreatment(plan, event([guest("SE4999022611", reason: nil)])).lines
        #expect(
            lines.map { $0.reason.en }.prefix(2) == [
                "The same group as Sundhamra Informationsteknik AB: one seat each.",
                "Rests: sat in one of the latest councils.",
            ])
    }

    @Test func theTableHasEveryCandidate() {
        let sheet = EqualTreatment(meeting(), event([]))
        let context = SheetContext(language: .sv, asked: .made)
        let table = sheet.workbook(context).sheets[0]
        #expect(table.rows.count == 5 && table.heads.map(\.title).contains("Inbjuden"))
    }
}
