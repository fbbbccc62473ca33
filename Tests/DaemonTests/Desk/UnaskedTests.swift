import API
import JSONRPC
import Matching
import Procurement
import Store
import Testing

@testable import Daemon

/// Never been asked: without an invitation and without a win from the buyer.
@Suite struct UnaskedTests {
    private let ground: DeskGround

    init() throws { ground = try DeskGround() }

    private func list(_ filter: API.SupplierFilter, buyer: BuyerQuery? = nil, nuts: [String]? = nil) async throws
        -> RankedSuppliers
    {
        try await MatchCategoryHandler(
            market: ground.market, keeper: ground.keeper, meter: Meter(), store: ground.store
        ).answer(
            .init(
                category: .configured("it"), buyer: buyer, nuts: nuts,
                options: API.MatchOptions(filter: filter, language: .sv, newcomers: false)), for: ground.peer)
    }

    @Test func whoWasInvitedIsLeftOutAndTold() async throws {
        let all = try await list(.init())
        #expect(all.matches.count == 6)
        let event = try ground.event(nil)
        _ = try ground.store.invite(
            [GuestCompany(supplier: SupplierID(DeskGround.id(2)))], to: Int64(event), by: "anna")
        let left = try await list(.init(unasked: true))
        #expect(left.matches.map(\.supplier.id) == all.matches.map(\.supplier.id).filter { $0 != DeskGround.id(2) })
        #expect(left.remarks == ["1 leverantör som har bjudits in förut är inte med."])
        #expect(left.considered == all.considered - 1)
        #expect(try await list(.init()) == all, "without the condition nothing changes")
        let explain = MatchingExplainHandler(market: ground.market, keeper: ground.keeper, store: ground.store)
        let why = try await explain.answer(
            .init(
                need: .category(.configured("it")), supplier: DeskGround.id(2),
                options: API.MatchOptions(filter: .init(unasked: true))), for: ground.peer)
        #expect(why.reasons == ["Was invited before, or has won from the buyer."])
    }

    /// All have won from Uppsala kommun; nobody from another.
    @Test func whoHasWonFromTheBuyerIsLeftOut() async throws {
        let own = try await list(.init(unasked: true), buyer: BuyerQuery(id: "212000-3005", name: "Uppsala kommun"))
        #expect(own.matches.isEmpty && own.considered == 0)
        #expect(own.remarks?.contains { $0.hasPrefix("9 leverantörer") && $0.contains("Uppsala kommun") } == true)
        #expect(try await list(.init(unasked: true), buyer: BuyerQuery(name: "Annan kommun")).matches.count == 6)
    }

    @Test func nearIsWhereTheQuestionIsAskedFor() async throws {
        #expect(try await list(.init(near: true), nuts: ["SE121"]).matches.count == 6)
        #expect(try await list(.init(near: true), nuts: ["SE331"]).matches.isEmpty)
        await #expect(throws: RPCError.self) { try await list(.init(near: true)) }
        await #expect(throws: RPCError.self) { try await list(.init(nuts: ["SE121"], near: true), nuts: ["SE121"]) }
    }

    @Test func aSuppliersOwnListKnowsNoSuchCondition() async throws {
        let handler = MatchSupplierHandler(market: ground.market, keeper: ground.keeper, store: ground.store)
        await #expect(throws: RPCError.self) {
            try await handler.answer(
                .init(supplier: DeskGround.id(1), options: API.MatchOptions(filter: .init(unasked: true))),
                for: ground.peer)
        }
    }
}
