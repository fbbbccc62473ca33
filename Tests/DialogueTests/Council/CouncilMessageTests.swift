import API
import Dialogue
import DialogueSupport
import Procurement
import Testing

/// What a person is told when a council can't be composed.
@Suite struct CouncilMessageTests {
    private func supplier(_ id: String, _ size: SupplierSize, newcomer: Bool = false, group: String? = nil)
        -> CouncilCandidate
    {
        CouncilCandidate(
            Company(id: SupplierID(id), name: id.uppercased(), size: size, isNewcomer: newcomer, group: group),
            score: 500_000)
    }

    private func request(_ seats: Int, _ candidates: [CouncilCandidate]) -> CouncilRequest {
        CouncilRequest(
            name: BilingualText(sv: "Råd", en: "Council"), seats: [RoleSeats(.supplier, seats)], seed: 0,
            candidates: candidates)
    }

    /// The price of a seat grows with the cube of the seats: it is refused before it is no number any more.
    @Test func moreSeatsThanCanBeWeighed() throws {
        var request = request(1000, (0..<2000).map { supplier("s\($0)", .small) })
        request.seats += [RoleSeats(.official, 1000), RoleSeats(.politician, 1000)]
        let error = try #require(throws: DialogueError.self) { try CouncilComposer.compose(request) }
        let faults = if case .invalidRequest(let faults) = error { faults.map(\.path) } else { [String]() }
        #expect(faults == ["seats"])
    }

    @Test func tooFewNewcomers() throws {
        var request = request(3, [supplier("a", .small, newcomer: true), supplier("b", .large), supplier("c", .large)])
        request.newcomers = 2
        let found = try CouncilComposer.compose(request).infeasibilities
        #expect(found.map(\.constraint) == [.newcomers])
        #expect(found[0].text.sv == "Minst 2 nykomlingar går inte att nå: 1 kandidat, en per koncern. Sänk till 1.")
        #expect(found[0].text.en == "At least 2 newcomers can't be met: 1 candidate, one a group; lower it to 1.")
    }

    @Test func oneGroupFillsTheRoom() throws {
        let request = request(2, [supplier("a", .large, group: "K"), supplier("b", .large, group: "K")])
        let found = try CouncilComposer.compose(request).infeasibilities
        #expect(found.map(\.constraint) == [.seats(role: .supplier)])
        #expect(found[0].possible == 1)
        #expect(
            found[0].text.sv
                == "2 platser för leverantörer går inte att fylla: det finns 1 att välja bland, en per koncern. "
                + "Sänk till 1 eller föreslå fler.")
    }

    @Test func twoPinsOfOneGroup() throws {
        var request = request(2, [supplier("a", .large, group: "K"), supplier("b", .large, group: "K")])
        request.edits = [
            CouncilEdit(.pin(member: "a"), by: "x", note: "y"), CouncilEdit(.pin(member: "b"), by: "x", note: "y"),
        ]
        let found = try CouncilComposer.compose(request).infeasibilities
        #expect(found.map(\.constraint) == [.corporateGroup(group: "K")])
        #expect(
            found[0].text.en == "A and B are chosen by hand but belong to one group, K; keep one.")
    }

    @Test func newcomersAndTheSizeQuotasContradictEachOtherAndTheQuotaIsNamedAsAnotherWayOut() throws {
        var request = request(
            2, [supplier("a", .large, newcomer: true), supplier("b", .small), supplier("c", .small)])
        request.sizeQuotas = CouncilInstances.quotas
        request.sizeQuotas[0].minimum = 2
        request.newcomers = 1
        let found = try CouncilComposer.compose(request).infeasibilities
        #expect(found.map(\.constraint) == [.newcomers])
        #expect(found[0].alternatives.map(\.constraint) == [.sizeMinimum(quota: "små")])
        #expect(
            found[0].text.sv
                == "Minst 1 nykomling går inte att nå: platser, koncerner och storlekskvoter lämnar 0, fast 1 finns. "
                + "Sänk till 0, eller sänk minst 2 för små företag till 1.")
    }

    @Test func aRestThatLeavesTooFewIsNamedAsAnotherWayOut() throws {
        var request = request(2, [supplier("a", .small), supplier("b", .small)])
        request.earlier = [EarlierCouncil(name: "2025", members: ["a"]), EarlierCouncil(name: "2024", members: [])]
        request.rotation = CouncilRotation(coolOff: 2)
        let found = try CouncilComposer.compose(request).infeasibilities
        #expect(found.map(\.constraint) == [.seats(role: .supplier)])
        #expect(found[0].alternatives.map(\.to) == [0])
        #expect(found[0].text.en.hasSuffix("or let the rest cover 0 earlier councils instead of 2."))
    }
}
