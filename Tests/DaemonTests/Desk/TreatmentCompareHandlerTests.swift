import API
import JSONRPC
import Procurement
import Store
import Testing

@testable import Daemon

@Suite struct TreatmentCompareHandlerTests {
    private let ground: DeskGround
    private let handler: TreatmentCompareHandler

    init() throws {
        ground = try DeskGround()
        handler = TreatmentCompareHandler(market: ground.market, keeper: ground.keeper, store: ground.store)
    }

    private func compare(_ parameters: TreatmentCompare.Parameters) async throws -> TreatmentCompare.Result {
        try await handler.answer(parameters, for: ground.peer)
    }

    @Test func anEventIsHeldAgainstTheListOfItsDossier() async throws {
        let (list, dossier) = try await ground.keptList()
        let event = try ground.event(dossier)
        let order = list.matches.map(\.supplier.id)
        _ = try ground.store.invite(
            [
                (GuestCompany(supplier: SupplierID(order[0])), nil),
                (GuestCompany(supplier: SupplierID(order[2])), "Ny."),
            ],
            to: Int64(event), by: "anna")
        let sheet = try await compare(.init(event: event))
        #expect(sheet.name == BilingualText("Träff") && sheet.plan == dossier && sheet.dossier == nil)
        #expect(sheet.lines.map(\.supplier) == Array(order.prefix(3)))
        #expect(sheet.lines.map(\.invited) == [true, false, true])
        #expect(sheet.lines[0].name == list.matches[0].supplier.name)
        #expect(sheet.candidates == order.count && sheet.rest == order.count - 3)
        #expect(try await compare(.init(event: event, all: true)).lines.count == order.count)
        // The dossier finds its event.
        #expect(try await compare(.init(plan: dossier)).event == event)
    }

    @Test func keptItIsAFurtherEntryOfTheDossierAndTheListStaysWhatIsCompared() async throws {
        let (_, dossier) = try await ground.keptList()
        let event = try ground.event(dossier)
        let kept = try await compare(.init(event: event, keep: true))
        #expect(kept.dossier?.id == dossier && kept.dossier?.sequence == 2)
        let again = try await compare(.init(event: event))
        #expect(again.candidates == kept.candidates && again.candidates > 0)
        let page = try await DossierExtractHandler(store: ground.store).answer(
            .init(dossier: dossier, format: .html, language: .en), for: ground.peer
        ).document
        #expect(page.contains("<h1>Suppliers for a category</h1>") && page.contains("<h1>Equal treatment</h1>"))
    }

    @Test func aShortlistTellsWhoWasTakenAndWhoWasTakenOff() async throws {
        let (list, dossier) = try await ground.keptList()
        let order = list.matches.map(\.supplier.id)
        let shortlist = try ground.store.create(Shortlist(name: "Urval", by: "anna")).id
        let add = ShortlistsAddHandler(store: ground.store)
        _ = try await add.answer(
            .init(
                shortlist: Int(shortlist), suppliers: [order[0], order[1], order[3]], dossier: dossier, reason: "Bra."),
            for: ground.peer)
        _ = try await add.answer(.init(shortlist: Int(shortlist), suppliers: [DeskGround.id(11)]), for: ground.peer)
        _ = try ground.store.remove(SupplierID(order[1]), from: shortlist, reason: "Avstår.", by: "bo")
        let sheet = try await compare(.init(shortlist: Int(shortlist)))
        #expect(sheet.name == BilingualText("Urval") && sheet.plan == dossier)
        #expect(sheet.lines.map(\.supplier) == Array(order.prefix(4)) + [DeskGround.id(11)])
        #expect(sheet.lines.map(\.chosen) == [true, false, false, true, true])
        #expect(sheet.lines.allSatisfy { $0.invited == nil })
        #expect(sheet.lines[1].reason.sv == "Borttagen av bo: Avstår.")
        #expect(sheet.lines[2].reason.sv.hasPrefix("Minst lika många poäng"))
        #expect(sheet.lines[4].place == nil)
    }

    @Test func whatCannotBeComparedIsTold() async throws {
        await #expect(throws: RPCError.self) { try await compare(.init()) }
        await #expect(throws: NotFound.self) { try await compare(.init(event: 99)) }
        await #expect(throws: NotFound.self) { try await compare(.init(plan: "d-none")) }
        await #expect(throws: NotFound.self) { try await compare(.init(shortlist: 99)) }
        let bare = try ground.event(nil)
        await #expect(throws: RPCError.self) { try await compare(.init(event: bare)) }
    }
}
