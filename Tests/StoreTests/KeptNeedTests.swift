import Foundation
import Procurement
import TestSupport
import Testing

@testable import Store

/// Needs that the office keeps.
@Suite struct KeptNeedTests {
    private let store: Store

    init() throws { store = try Store.inMemory { FakeClock.start } }

    private static let need = KeptNeed(
        name: "Laddning", text: "Vi söker laddstolpar till hemtjänstens bilar", found: "12 liknande upphandlingar",
        route: .requestForInformation, routeReason: "Vi vet inte vad marknaden har",
        participants: ["Hemtjänsten", "Fastighet"], owner: "innovation@ekby.example", state: .underway)

    private func save(
        _ need: KeptNeed = need, id: Int64? = nil, basedOn: Int? = nil, outcome: String? = nil, by user: String = "anna"
    ) throws -> StoredNeed? {
        try store.save(need, id: id, basedOn: basedOn, outcome: outcome, by: user)
    }

    @Test func isKeptAsItWasGivenWithWhoAndWhen() throws {
        let kept = try #require(try save())
        #expect(kept.need == Self.need && kept.id == 1 && kept.version == 1 && kept.by == "anna")
        #expect(kept.at == FakeClock.start && kept.lastOutcome == nil)
        #expect(try store.need(1)?.need == kept && store.need(1)?.outcomes == [])
        #expect(try store.need(2) == nil)
        #expect(try store.generation == 0, "what is matched is as it was")
    }

    /// What came of it stands beside what came before; the rest is as it was saved last.
    @Test func outcomesAddUpOverTime() throws {
        _ = try save()
        var need = Self.need
        need.state = .done
        _ = try save(need, id: 1, basedOn: 1, outcome: "Fyra svarade", by: "bo")
        let kept = try #require(try save(need, id: 1, basedOn: 2, outcome: "Avtal tecknat"))
        #expect(
            kept.version == 3 && kept.need.state == .done && kept.by == "anna" && kept.lastOutcome == "Avtal tecknat")
        let outcomes = try #require(try store.need(1)).outcomes
        #expect(outcomes.map(\.text) == ["Fyra svarade", "Avtal tecknat"] && outcomes.map(\.by) == ["bo", "anna"])
        #expect(try save(id: 9, basedOn: 1) == nil)
    }

    @Test func aChangeOfWhatIsNoLongerTheLatestIsRefused() throws {
        _ = try save()
        _ = try save(id: 1, basedOn: 1, by: "bo")
        for basis in [1, 3, nil] {
            let error = #expect(throws: StoreError.self) { _ = try save(id: 1, basedOn: basis, outcome: "Tappat") }
            guard case .saveRefused("basedOn", "2", let reason) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(reason.contains("bo"))
        }
        #expect(try store.need(1)?.outcomes == [], "nothing of it is kept")
    }

    @Test func areListedTheLatestFirstByStateRouteOwnerAndPage() throws {
        var other = Self.need
        (other.state, other.route, other.owner) = (.explored, nil, nil)
        for index in 0..<5 { _ = try save(index.isMultiple(of: 2) ? Self.need : other) }
        #expect(try store.needs().items.map(\.id) == [5, 4, 3, 2, 1])
        #expect(try store.needs(NeedFilter(state: .explored)).items.map(\.id) == [4, 2])
        #expect(try store.needs(NeedFilter(route: .requestForInformation)).items.map(\.id) == [5, 3, 1])
        #expect(try store.needs(NeedFilter(state: .explored, owner: "innovation@ekby.example")).items.isEmpty)
        let first = try store.needs(limit: 2)
        #expect(first.items.map(\.id) == [5, 4])
        let rest = try store.needs(limit: 3, after: first.next)
        #expect(rest.items.map(\.id) == [3, 2, 1] && rest.next == nil)
        #expect(try store.needTexts().map(\.id) == [1, 2, 3, 4, 5])
    }

    @Test func noPersonalNumberIsKept() throws {
        let number = "811228-9874"
        let need = KeptNeed(
            name: "Till \(number)", text: "Hjälp åt \(number)", found: number, routeReason: number,
            participants: ["Eva \(number)", "a\u{1F}b"], owner: number)
        let kept = try #require(try save(need, outcome: "Enligt \(number)"))
        #expect(!"\(kept)".contains("9874") && kept.need.participants.count == 2)
    }
}
