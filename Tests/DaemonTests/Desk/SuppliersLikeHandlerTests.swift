import API
import JSONRPC
import Procurement
import Testing

@testable import Daemon

@Suite struct SuppliersLikeHandlerTests {
    private let ground: DeskGround
    private let handler: SuppliersLikeHandler

    init() throws {
        ground = try DeskGround()
        handler = SuppliersLikeHandler(
            market: ground.market, keeper: ground.keeper, meter: Meter(), store: ground.store)
    }

    private func like(_ places: [Int], _ language: TextLanguage = .sv) async throws -> RankedSuppliers {
        try await handler.answer(
            .init(
                suppliers: places.map(DeskGround.id), options: API.MatchOptions(language: language, newcomers: false)),
            for: ground.peer)
    }

    @Test func thoseOfTheSameTradeComeAndTheGivenOnesDoNot() async throws {
        let it = try await like([2])
        #expect(Set(it.matches.map(\.supplier.id)) == Set([1, 3, 4, 5, 6].map(DeskGround.id)))
        let cleaners = try await like([11, 12])
        #expect(cleaners.matches.map(\.supplier.id) == [DeskGround.id(13)])
    }

    @Test func whatTheyHaveInCommonIsTold() async throws {
        let swedish = try #require(try await like([1, 11]).remarks?.first)
        #expect(swedish.hasPrefix("Sökt efter det som de har gemensamt: CPV 722*"))
        #expect(swedish.contains("(1 av 2 företag, vunna: 7)") && swedish.contains("909*"), "\(swedish)")
        let english = try #require(try await like([1], .en).remarks?.first)
        #expect(english.contains("(1 of 1 suppliers, won: 7)"), "\(english)")
        #expect(try await like([1]).matches.allSatisfy { $0.signals.contains { !$0.because.isEmpty } })
    }

    @Test func theSameQuestionGivesTheSameAnswerAndIsKept() async throws {
        #expect(try await like([1]) == (try await like([1])))
        let kept = try await handler.answer(
            .init(suppliers: [DeskGround.id(1)], options: API.MatchOptions(keep: true)), for: ground.peer)
        #expect(kept.dossier != nil)
    }

    @Test func whoIsNotKnownIsTold() async throws {
        await #expect(throws: NotFound.self) {
            try await handler.answer(.init(suppliers: ["SE1"]), for: ground.peer)
        }
        await #expect(throws: RPCError.self) { try await handler.answer(.init(suppliers: []), for: ground.peer) }
    }
}
