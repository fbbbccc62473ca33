import API
import Dialogue
import Foundation
import GRDB
import JSON
import JSONRPC
import Logging
import Matching
import Procurement
import TestSupport
import Testing
import Transport

@testable import Daemon
@testable import Store

/// A lottery: a method that draws, stands on the configuration, and goes on with a dossier.
private enum LotsDraw: API.Method {
    static let name = "lots.draw"
    static let summary = "Draws."
    static let role = Role.manager

    @WireType
    struct Parameters: Described, DossierContinuing {
        /// Of the die.
        var sides: Int
        /// Where to go on.
        var dossier: String?
    }

    @WireType
    struct Result: KeptAnswer {
        /// The side.
        var drawn: Int
        /// What was drawn with.
        var seed: Int
        /// Those configured.
        var categories: [String]
        /// Of the data.
        var generation: Int
        /// Where it is kept.
        var dossier: DossierReference?
    }

    static var example: Example<Self> {
        Example(
            Parameters(sides: 6), gives: Result(drawn: 3, seed: 1, categories: [], generation: 1))
    }
}

private struct LotsDrawHandler: KeepingHandler {
    typealias Served = LotsDraw

    let market: CurrentMarket
    let keeper: DossierKeeper

    func answer(_ parameters: LotsDraw.Parameters, on ground: DossierGround) async throws -> LotsDraw.Result {
        let seed = ground.seed ?? Int.random(in: 1...1_000_000_000)
        return LotsDraw.Result(
            drawn: seed % parameters.sides, seed: seed, categories: ground.market.categories.map(\.id.rawValue),
            generation: ground.market.snapshot.generation)
    }

    func seed(_ result: LotsDraw.Result) -> Int? { result.seed }
}

@Suite struct KeepingHandlerTests {
    private let store: Store
    private let market = CurrentMarket()
    private let handler: LotsDrawHandler
    private var replayers = DossierReplayers()
    private let peer = Peer(pid: 1, uid: getuid(), gid: getgid())
    private let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    init() throws {
        store = try Store.inMemory()
        let keeper = DossierKeeper(store: store, log: log) { FakeClock.start }
        handler = LotsDrawHandler(market: market, keeper: keeper)
        replayers.add(handler)
        market.replace(with: try Self.market(["it", "mat"]))
    }

    private static func market(_ categories: [String]) throws -> Market {
        let facts = MarketFacts(suppliers: [], procurements: [])
        let snapshot = try Store.inMemory().indexBuilder().build(facts, generation: 5)
        return Market(
            snapshot: snapshot, needs: NeedIndex(facts, in: snapshot),
            categories: categories.map { Category(id: CategoryID($0), name: ["sv": $0], cpv: []) }, challenges: [],
            weights: try WeightsByKind.standard.overriding(["experience": 0.1]))
    }

    private func record(_ sequence: Int) throws -> DossierRecord {
        let stored = try #require(try store.dossierEntry(sequence))
        return try #require(try DossierShelf.read(stored)).record
    }

    @Test func keepsWhoWhenWhatAndOnWhichGround() async throws {
        let result = try await handler.answer(LotsDraw.Parameters(sides: 6), for: peer)
        let reference = try #require(result.dossier)
        #expect(reference.sequence == 1 && reference.id.wholeMatch(of: /d-[a-z]{12}/) != nil)
        let record = try record(1)
        #expect(record.at == "2026-01-01T00:00:00Z" && record.actor == UserName.of(peer))
        #expect(record.method == "lots.draw" && record.generation == 5 && record.seed == result.seed)
        #expect(record.version == TorgVersion.current && record.request == ["sides": 6])
        #expect(record.result["dossier"] == nil && record.result["drawn"] == .number(JSONNumber(result.drawn)))
        let basis = try DossierBasis(record.basis)
        #expect(basis.categories.map(\.id) == ["it", "mat"] && basis.weights[.need]["experience"] == 0.1)
    }

    @Test func isReplayedWithTheSeedAndDefinitionsOfThen() async throws {
        _ = try await handler.answer(LotsDraw.Parameters(sides: 1_000_000), for: peer)
        let record = try record(1)
        let same = try #require(try await replayers.replay(record, on: try Self.market(["it", "mat"])))
        #expect(same.result.canonicalBytes == record.result.canonicalBytes && !same.basisHasChanged)
        let later = try #require(try await replayers.replay(record, on: try Self.market(["vård"])))
        #expect(later.result.canonicalBytes == record.result.canonicalBytes && later.basisHasChanged)
        var other = record
        other.method = "lots.cast"
        #expect(try await replayers.replay(other, on: try Self.market([])) == nil)
    }

    @Test func goesOnWithADossierThatIsThere() async throws {
        let first = try #require(try await handler.answer(LotsDraw.Parameters(sides: 6), for: peer).dossier)
        let second = try #require(
            try await handler.answer(LotsDraw.Parameters(sides: 6, dossier: first.id), for: peer).dossier)
        #expect(second.id == first.id && second.sequence == 2)
        await #expect(throws: NotFound.self) {
            try await handler.answer(LotsDraw.Parameters(sides: 6, dossier: "d-none"), for: peer)
        }
        #expect(try store.dossierEnd().sequence == 2)
    }

    @Test func whatADecisionRemovesIsToldApartFromWhatSomebodyEmptied() async throws {
        for _ in 1...3 { _ = try await handler.answer(LotsDraw.Parameters(sides: 6), for: peer) }
        let first = try #require(try store.dossierEntry(1)).line
        var decision = try record(3)
        decision.method = DossierLink.removalMethod
        decision.request = ["entries": [["sequence": 1, "hash": .string(first.hash)]]]
        let bytes = Data(decision.value.canonicalBytes)
        _ = try store.appendDossierEntry(
            NewDossierEntry(
                dossier: decision.dossier.rawValue, at: decision.at, actor: decision.actor, method: decision.method,
                generation: decision.generation, seed: decision.seed, record: bytes)
        ) { DossierHash(of: bytes, sequence: $0, previous: try #require(DossierHash($1))).hex }
        for number in [1, 2] {
            try await store.database.write { database in
                try database.execute(
                    sql: """
                        UPDATE dossier_entries SET record = NULL, actor = NULL, removed_by = 4 WHERE sequence = \(number)
                        """)
            }
        }
        let verify = DossierVerifyHandler(store: store, log: log)
        let result = try await verify.answer(DossierVerify.Parameters(), for: peer)
        #expect(result.removals == [DossierRemovedEntry(sequence: 1, decision: 4)])
        #expect(result.findings.map(\.kind) == ["removedUndecided"] && result.findings.map(\.first) == [2])
        let get = DossierGetHandler(shelf: DossierShelf(store: store), replayers: replayers)
        let shown = try await get.answer(DossierGet.Parameters(sequence: 1), for: peer)
        #expect(shown.request == nil && shown.entry.removedBy == 4 && shown.entry.actor == nil && !shown.replayable)
        let replay = DossierReplayHandler(market: market, shelf: DossierShelf(store: store), replayers: replayers)
        let refused = try await replay.answer(DossierReplay.Parameters(sequence: 1), for: peer)
        #expect(!refused.same && refused.refused?.contains("decision in entry 4") == true)
    }

    @Test func listsAreKeptAsTheCallerOrElseTheConfigurationSays() async throws {
        for (always, keep, expected) in [
            (false, nil, false), (false, true, true), (false, false, false), (true, nil, true), (true, false, false),
        ] as [(Bool, Bool?, Bool)] {
            let keeper = DossierKeeper(store: store, keepsLists: always, log: log)
            let list = MatchCategoryHandler(market: market, keeper: keeper, meter: Meter(), store: store)
            let answer = try await list.answer(
                MatchCategory.Parameters(category: .configured("it"), options: API.MatchOptions(keep: keep)), for: peer)
            #expect((answer.dossier != nil) == expected, "\(always) \(String(describing: keep))")
        }
    }
}
