import API
import Procurement
import Testing

@testable import Daemon
@testable import Matching

/// One row for each corporate group, as far as names tell.
@Suite struct GroupFoldingTests {
    private func match(_ rank: Int, _ name: String) -> Match {
        Match(
            rank: rank, supplier: SupplierID("s\(rank)"), name: name, isNewcomer: false,
            score: Points(millionths: 1_000_000 - rank), signals: [], evidence: [])
    }

    @Test func theBestNamesTheOthersAndKeepsItsPlace() {
        let list = [
            match(1, "Rena Golv AB"), match(2, "Attendo LSS AB"), match(3, "Kodverket AB"),
            match(4, "Attendo Sverige AB"),
            match(5, "ATTENDO Vård AB"), match(6, "Ensam AB"),
        ]
        let folded = list.folded(limit: 10)
        #expect(folded.map(\.rank) == [1, 2, 3, 6])
        #expect(folded[1].group?.name == "Attendo")
        #expect(folded[1].group?.members.map(\.rank) == [4, 5])
        #expect(folded.filter { $0.rank != 2 }.allSatisfy { $0.group == nil })
        #expect(list.folded(limit: 2).map(\.rank) == [1, 2])
        #expect(list.folded(limit: 2)[1].group?.members.count == 2)
    }

    @Test func aListWithoutGroupsIsTheSame() {
        let list = [match(1, "Rena Golv AB"), match(2, "Kodverket AB")]
        #expect(list.folded(limit: 10) == list)
        #expect([Match]().folded(limit: 10).isEmpty)
    }

    /// The firms of the ground are of two groups by name, and the list of IT has one of them alone.
    @Test func aListIsFoldedOnRequestAlone() async throws {
        let ground = try DeskGround()
        let handler = MatchCategoryHandler(
            market: ground.market, keeper: ground.keeper, meter: Meter(), store: ground.store)
        func list(_ fold: Bool?) async throws -> RankedSuppliers {
            try await handler.answer(
                .init(category: .configured("it"), options: API.MatchOptions(newcomers: false, fold: fold)),
                for: ground.peer)
        }
        let plain = try await list(nil)
        #expect(plain.matches.count == 6 && plain.matches.allSatisfy { $0.group == nil })
        #expect(try await list(false) == plain)
        let folded = try await list(true)
        #expect(folded.matches.count == 1 && folded.considered == plain.considered)
        #expect(folded.matches[0].supplier == plain.matches[0].supplier)
        #expect(folded.matches[0].group?.members.map(\.id) == plain.matches.dropFirst().map(\.supplier.id))
    }

    @Test func aNeedIsFoldedToo() async throws {
        let ground = try DeskGround()
        let handler = NeedsExploreHandler(market: ground.market, keeper: ground.keeper, store: ground.store)
        let plain = try await handler.answer(.init(text: "Drift av servrar"), for: ground.peer)
        let folded = try await handler.answer(.init(text: "Drift av servrar", fold: true), for: ground.peer)
        #expect(plain.established.count > 1 && folded.established.count == 1)
        #expect(folded.established[0].group?.members.count == plain.established.count - 1)
    }
}
