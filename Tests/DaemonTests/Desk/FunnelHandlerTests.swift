import API
import JSONRPC
import Procurement
import Store
import Testing

@testable import Daemon

@Suite struct FunnelHandlerTests {
    private func office() -> Configuration.Office {
        var office = Configuration.Office()
        (office.name, office.number) = ("Uppsala kommun", "212000-3005")
        return office
    }

    private func invite(_ places: [Int], to event: Int, _ ground: DeskGround) throws -> [Int64] {
        try #require(
            try ground.store.invite(
                places.map { GuestCompany(supplier: SupplierID(DeskGround.id($0))) }, to: Int64(event), by: "anna")
        ).guests.map(\.id)
    }

    /// Firm 1 won each month to July, firm 6 in January and February, firm 11 to April.
    @Test func whoWonAfterwardsIsCountedForTheOffice() async throws {
        let ground = try DeskGround(office: office())
        let event = try ground.event(nil, date: "2023-03-15")
        let guests = try invite([1, 6, 11], to: event, ground)
        _ = try ground.store.attend(guests[0], at: Int64(event), attended: true, by: "anna")
        _ = try ground.store.attend(guests[1], at: Int64(event), attended: false, by: "anna")
        let handler = EventsFunnelHandler(market: ground.market, store: ground.store)
        let funnel = try await handler.answer(.init(), for: ground.peer)
        let line = try #require(funnel.events.first)
        #expect(line.invited == 3 && line.registered == 0 && line.came == 1)
        #expect(line.won == 2 && line.cameWon == 1 && line.unidentified == 0)
        // No statistics: nobody knows who tendered, and that is no 0.
        #expect(line.tendered == nil && line.cameTendered == nil && funnel.tendersThrough == nil)
        #expect(funnel.buyer?.name == "Uppsala kommun")
        let year = try #require(funnel.years.first)
        #expect(year.year == 2023 && year.won == 2 && year.wonOf == 1 && year.tendered == nil && year.tenderedOf == 0)
        // Within one month after it.
        let month = try await handler.answer(.init(months: 1), for: ground.peer)
        #expect(month.events.first?.won == 2)
        let other = try await handler.answer(.init(buyer: BuyerQuery(name: "Annan kommun")), for: ground.peer)
        #expect(other.events.first?.won == nil && other.winsThrough == nil)
    }

    @Test func whatIsNotKnownIsAbsent() async throws {
        let ground = try DeskGround()
        // Beyond the data, and without a day.
        for date in ["2030-01-01", nil] as [String?] {
            _ = try invite([1], to: try ground.event(nil, date: date), ground)
        }
        let funnel = try await EventsFunnelHandler(market: ground.market, store: ground.store).answer(
            .init(), for: ground.peer)
        #expect(funnel.events.count == 2)
        #expect(funnel.events.allSatisfy { $0.came == nil && $0.won == nil && $0.tendered == nil && $0.cameWon == nil })
        #expect(funnel.years.map(\.year) == [2030] && funnel.years[0].won == nil && funnel.years[0].cameOf == 0)
        #expect(funnel.buyer == nil)
    }
}
