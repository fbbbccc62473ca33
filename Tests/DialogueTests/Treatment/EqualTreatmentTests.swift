import API
import Procurement
import Testing

@testable import Dialogue

@Suite struct EqualTreatmentTests {
    private func candidates(_ scores: [(String, Int)]) -> [CandidateLine] {
        scores.map { CandidateLine(supplier: $0.0, score: Points(millionths: $0.1)) }
    }

    private func invitations(_ invited: [String: String?]) -> [String: EventInvitation] {
        invited.mapValues { EventInvitation(reason: $0, by: "anna", at: Moment(secondsSinceEpoch: 1_767_225_600)) }
    }

    /// SE4999022611 is the plan's own choice, third by score.
    private func meeting() -> API.MeetingPlan.Result {
        var plan = API.MeetingPlan.example.result
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
        let sheet = EqualTreatment(meeting(), invitations: invitations(["SE4999022611": nil]))
        #expect(sheet.lines.map(\.supplier) == ["a", "b", "SE4999022611", "c", "d"])
        #expect(sheet.lines.map(\.place) == [1, 1, 3, 4, 5])
        #expect(sheet.lines.map(\.chosen) == [false, false, true, false, false])
        #expect(sheet.lines.map(\.invited) == [false, false, true, false, false])
        #expect(sheet.differences.map(\.supplier) == ["a", "b", "SE4999022611"])
    }

    @Test func eachDifferenceHasItsReason() {
        var plan = meeting()
        plan.edits = [
            EditEffect(
                edit: "ban", about: "a", by: "kategoriansvarig IT", note: "Under utredning.",
                effect: BilingualText(sv: "Inte tipsad.", en: "Not told."))
        ]
        let lines = EqualTreatment(plan, invitations: invitations(["c": "Ny i kommunen.", "x": nil])).lines
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
        var plan = API.CouncilCompose.example.result
        plan.candidates = candidates([("a", 900_000), ("b", 800_000), ("SE4999022611", 484_000)])
        plan.groups = [CouncilGroup(name: "Sundhamra", members: ["a", "SE4999022611"])]
        plan.resting = [CouncilMember(id: "b", name: "B", role: .supplier)]
        let lines = EqualTreatment(plan, invitations: invitations(["SE4999022611": nil])).lines
        #expect(
            lines.map { $0.reason.en }.prefix(2) == [
                "The same group as Sundhamra Informationsteknik AB: one seat each.",
                "Rests: sat in one of the latest councils.",
            ])
    }

    /// Without an event nobody can say who was invited: that is no “no”.
    @Test func withoutAnEventNobodyIsSaidToBeInvitedOrNot() {
        let lines = EqualTreatment(meeting(), invitations: nil).lines
        #expect(lines.allSatisfy { $0.invited == nil })
        #expect(!lines.contains { $0.reason.en.contains("Not invited") })
    }

    @Test func ofAListThoseWhoWereInvitedAreChosen() {
        let list = candidates([("a", 900_000), ("b", 800_000), ("c", 700_000), ("d", 600_000)])
        let sheet = EqualTreatment(
            list, chosen: nil, reasons: [:], invitations: invitations(["a": nil, "c": "Ny i kommunen."]))
        #expect(sheet.lines.map(\.chosen) == [true, false, true, false])
        #expect(sheet.lines[1].reason.en.hasPrefix("At least as many points as the last one chosen (0.70)"))
        #expect(sheet.differences.map(\.supplier) == ["a", "b", "c"])
    }

    @Test func whoeverWasChosenBesideTheListIsThereWithItsReason() {
        let sheet = EqualTreatment(
            candidates([("a", 900_000), ("b", 800_000)]), chosen: ["b", "x"],
            reasons: ["a": BilingualText("Avstår."), "x": BilingualText("Tips.")], invitations: nil)
        #expect(sheet.lines.map(\.supplier) == ["a", "b", "x"])
        #expect(sheet.lines.map(\.reason.sv) == ["Avstår.", "Står på listan.", "Tips."])
        #expect(sheet.lines.map(\.place) == [1, 2, nil])
    }
}
