import API
import Foundation
import JSONRPC
import Procurement
import Store
import Testing
import Transport

@testable import Daemon

@Suite struct ShortlistHandlerTests {
    private let ground: DeskGround
    private let shortlist: Int

    init() async throws {
        ground = try DeskGround()
        shortlist = try await ShortlistsCreateHandler(store: ground.store).answer(
            .init(name: "IT-drift", purpose: "Dialog"), for: ground.peer
        ).shortlist.id
    }

    private func add(_ parameters: ShortlistsAdd.Parameters) async throws -> ShortlistsAdd.Result {
        try await ShortlistsAddHandler(store: ground.store).answer(parameters, for: ground.peer)
    }

    private func get() async throws -> ShortlistsGet.Result {
        try await ShortlistsGetHandler(store: ground.store).answer(.init(shortlist: shortlist), for: ground.peer)
    }

    @Test func theReasonsAreThoseOfTheKeptList() async throws {
        let (list, dossier) = try await ground.keptList()
        let added = try await add(
            .init(shortlist: shortlist, suppliers: [DeskGround.id(11)], dossier: dossier, first: 2, reason: "Prova."))
        #expect(added.added == 3 && added.shortlist.suppliers == 3)
        let kept = try await get()
        #expect(
            kept.suppliers.map(\.supplier) == [
                list.matches[0].supplier.id, list.matches[1].supplier.id, DeskGround.id(11),
            ])
        #expect(kept.suppliers[0].score == list.matches[0].score && kept.suppliers[0].rank == 1)
        #expect(kept.suppliers[0].dossier == dossier && kept.suppliers[0].entry == 1)
        let told = list.matches[0].signals.map(\.because)
        #expect(!kept.suppliers[0].because.isEmpty && kept.suppliers[0].because.allSatisfy(told.contains))
        // One that isn't on the list has no place there.
        #expect(kept.suppliers[2].rank == nil && kept.suppliers[2].dossier == nil)
        #expect(kept.suppliers[2].name == "Rena Golv 11 AB")
        #expect(kept.suppliers.allSatisfy { $0.reason == "Prova." && $0.by == UserName.of(Caller(uid: getuid())) })
    }

    @Test func whatCannotBeAddedIsTold() async throws {
        await #expect(throws: NotFound.self) { try await add(.init(shortlist: 99, suppliers: [DeskGround.id(1)])) }
        await #expect(throws: NotFound.self) { try await add(.init(shortlist: shortlist, suppliers: ["SE1"])) }
        await #expect(throws: NotFound.self) {
            try await add(.init(shortlist: shortlist, suppliers: [DeskGround.id(1)], dossier: "d-none"))
        }
        for parameters in [
            ShortlistsAdd.Parameters(shortlist: shortlist), .init(shortlist: shortlist, suppliers: []),
            .init(shortlist: shortlist, first: 3),
        ] {
            await #expect(throws: RPCError.self) { try await add(parameters) }
        }
        #expect(try await get().suppliers.isEmpty)
        await #expect(throws: RPCError.self) {
            try await ShortlistsCreateHandler(store: ground.store).answer(.init(name: "  "), for: ground.peer)
        }
        await #expect(throws: NotFound.self) {
            try await ShortlistsGetHandler(store: ground.store).answer(.init(shortlist: 99), for: ground.peer)
        }
    }

    @Test func whoIsTakenOffStaysOnRecord() async throws {
        _ = try await add(.init(shortlist: shortlist, suppliers: [DeskGround.id(1), DeskGround.id(2)]))
        let remove = ShortlistsRemoveHandler(store: ground.store)
        let removed = try await remove.answer(
            .init(shortlist: shortlist, supplier: DeskGround.id(1), reason: "Avstår."), for: ground.peer)
        #expect(removed.supplier.removal?.reason == "Avstår.")
        let kept = try await get()
        #expect(kept.suppliers.map(\.supplier) == [DeskGround.id(2)])
        #expect(kept.removed.map(\.supplier) == [DeskGround.id(1)])
        for (list, supplier) in [(99, DeskGround.id(2)), (shortlist, DeskGround.id(1))] {
            await #expect(throws: NotFound.self) {
                try await remove.answer(.init(shortlist: list, supplier: supplier), for: ground.peer)
            }
        }
    }

    @Test func colleaguesReadNotesWithNamesAndTakeThemAway() async throws {
        let handler = NotesAddHandler(store: ground.store)
        let note = try await handler.answer(
            .init(text: "Visar gärna.", supplier: DeskGround.id(1), shortlist: shortlist), for: ground.peer
        ).note
        #expect(note.name == "Kodverket 1 AB" && note.by == UserName.of(Caller(uid: getuid())))
        #expect(try await get().notes == [note])
        let list = NotesListHandler(store: ground.store)
        #expect(try await list.answer(.init(supplier: DeskGround.id(1)), for: ground.peer).notes == [note])
        #expect(try await list.answer(.init(supplier: DeskGround.id(2)), for: ground.peer).notes.isEmpty)
        let remove = NotesRemoveHandler(store: ground.store)
        #expect(try await remove.answer(.init(note: note.id), for: ground.peer).note == note)
        await #expect(throws: NotFound.self) { try await remove.answer(.init(note: note.id), for: ground.peer) }
        #expect(try await get().notes.isEmpty)
        await #expect(throws: RPCError.self) { try await handler.answer(.init(text: "Om ingen."), for: ground.peer) }
        await #expect(throws: RPCError.self) {
            try await handler.answer(.init(text: " ", shortlist: shortlist), for: ground.peer)
        }
        await #expect(throws: NotFound.self) {
            try await handler.answer(.init(text: "Okänd.", supplier: "SE1"), for: ground.peer)
        }
        await #expect(throws: NotFound.self) {
            try await handler.answer(.init(text: "X", shortlist: 99), for: ground.peer)
        }
    }

    @Test func aShortlistIsInvitedEachForItsReason() async throws {
        let event = try ground.event(nil)
        let invite = EventsInviteHandler(store: ground.store)
        await #expect(throws: RPCError.self) {
            try await invite.answer(.init(event: event, shortlist: shortlist), for: ground.peer)
        }
        _ = try await add(.init(shortlist: shortlist, suppliers: [DeskGround.id(1)], reason: "Ny för oss."))
        _ = try await add(.init(shortlist: shortlist, suppliers: [DeskGround.id(2)]))
        let invited = try await invite.answer(.init(event: event, shortlist: shortlist), for: ground.peer)
        #expect(invited.invited == 2)
        #expect(invited.guests.map(\.invitation?.reason) == ["Ny för oss.", "IT-drift"])
        await #expect(throws: NotFound.self) {
            try await invite.answer(.init(event: event, shortlist: 99), for: ground.peer)
        }
        await #expect(throws: RPCError.self) { try await invite.answer(.init(event: event), for: ground.peer) }
    }

    /// A filter that names suppliers lets through no others, and `explain` says so of them.
    @Test func aListCanBeOfAShortlistAlone() async throws {
        let only = [DeskGround.id(3), DeskGround.id(12)]
        let handler = MatchCategoryHandler(
            market: ground.market, keeper: ground.keeper, meter: Meter(), store: ground.store)
        let list = try await handler.answer(
            .init(
                category: .configured("it"),
                options: API.MatchOptions(filter: API.SupplierFilter(only: only), newcomers: false)), for: ground.peer)
        #expect(list.considered == 2 && list.matches.map(\.supplier.id) == [DeskGround.id(3)])
        let explain = MatchingExplainHandler(market: ground.market, keeper: ground.keeper, store: ground.store)
        let left = try await explain.answer(
            .init(
                need: .category(.configured("it")), supplier: DeskGround.id(1),
                options: API.MatchOptions(filter: API.SupplierFilter(only: only))), for: ground.peer)
        #expect(left.rank == nil && left.reasons == ["Not among those that the filter names."])
    }
}
