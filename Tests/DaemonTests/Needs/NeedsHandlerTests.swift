import API
import Dialogue
import Foundation
import JSON
import JSONRPC
import Language
import Logging
import Procurement
import TestSupport
import Testing
import Transport

@testable import Daemon
@testable import Store

/// The handlers of needs that are kept, and what exploring tells of them.
@Suite struct NeedsHandlerTests {
    private let store: Store
    private let market = CurrentMarket()
    private let publisher: Publisher
    private let explore: NeedsExploreHandler
    private let peer = Peer(pid: 1, uid: getuid(), gid: getgid())

    init() async throws {
        store = try Store.inMemory { FakeClock.start }
        let winner = Samples.organisation("W", "Rena Golv AB", number: "5590000061")
        try store.takeIn(
            ["Städning av skolor", "Laddstolpar", "Elbilar"].enumerated().map {
                Samples.notice(NoticeID("n\($0)"), title: $1, winners: [winner])
            })
        let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        publisher = Publisher(
            store: store, current: market,
            configuration: try MatchingConfiguration(
                Configuration.Matching(categories: [], challenges: [], weights: nil, words: EverydayWords())), log: log)
        explore = NeedsExploreHandler(market: market, keeper: DossierKeeper(store: store, log: log), store: store)
        try await publisher.publish()
    }

    private func save(
        _ need: NeedDefinition, id: Int? = nil, basedOn: Int? = nil, outcome: String? = nil
    ) async throws -> NeedDetail {
        try await NeedsSaveHandler(market: market, store: store, publisher: publisher).answer(
            .init(need: need, id: id, basedOn: basedOn, outcome: outcome), for: peer
        ).need
    }

    private func get(_ id: Int) async throws -> NeedsGet.Result {
        try await NeedsGetHandler(market: market, store: store).answer(.init(id: id), for: peer)
    }

    @Test func aNeedIsKeptWithItsRouteAndWhatThatAsksFor() async throws {
        let kept = try await save(
            NeedDefinition(
                text: "Vi söker laddstolpar\ntill bilar", route: .directPurchase, participants: ["Fastighet", " "]))
        #expect(kept.line.name == "Vi söker laddstolpar" && kept.line.by == UserName.of(Caller(uid: getuid())))
        #expect(kept.line.state == .explored && kept.participants == ["Fastighet"])
        #expect(kept.route?.asks == NeedRoute.directPurchase.asks && kept.route?.name.sv == "Direktupphandling")
        let changed = try await save(
            NeedDefinition(text: "Laddstolpar", state: .done), id: 1, basedOn: 1, outcome: "Avtal tecknat")
        #expect(changed.route == nil && changed.outcomes.map(\.text) == ["Avtal tecknat"] && changed.line.version == 2)
        let listed = try await NeedsListHandler(store: store).answer(.init(state: .done), for: peer)
        #expect(listed.needs.map(\.lastOutcome) == ["Avtal tecknat"])
    }

    /// Every route says what it asks for, in both languages, and in words of its own.
    @Test func everyRouteSaysWhatItAsksFor() {
        for route in NeedRoute.allCases {
            #expect(!route.asks.isEmpty && Set(route.asks).count == route.asks.count, "\(route)")
            for text in route.asks + [route.name] {
                #expect(!text.sv.isEmpty && !text.en.isEmpty && text.sv != text.en)
            }
        }
        #expect(Set(NeedRoute.allCases.map(\.name)).count == NeedRoute.allCases.count)
    }

    @Test func whatIsWrongIsToldWithItsPlace() async throws {
        func error(_ body: () async throws -> Void) async -> RPCError? {
            do {
                try await body()
                return nil
            } catch {
                return RPCError(caught: error)
            }
        }
        let words = await error { _ = try await save(NeedDefinition(text: "12 %")) }
        #expect(words?.detail?.parameter == "need.text")
        let dossier = await error { _ = try await save(NeedDefinition(text: "Städning", dossier: "d-none")) }
        #expect(dossier?.code == .notFound)
        let basis = await error { _ = try await save(NeedDefinition(text: "Städning"), basedOn: 1) }
        #expect(basis?.detail?.parameter == "basedOn")
        let missing = await error { _ = try await save(NeedDefinition(text: "Städning"), id: 9, basedOn: 1) }
        #expect(missing?.code == .notFound && missing?.detail?.parameter == "id")
        _ = try await save(NeedDefinition(text: "Städning"))
        let late = await error { _ = try await save(NeedDefinition(text: "Städning"), id: 1, basedOn: 7) }
        #expect(late?.code == .invalidParameters && late?.detail?.expected == "1")
        #expect(await error { _ = try await get(9) }?.code == .notFound)
    }

    /// Without a need that is kept and like it, the answer is the same bytes as before there were any.
    @Test func exploringTellsOfEarlierNeedsWhereThereAreAny() async throws {
        func written(_ text: String) async throws -> String {
            String(decoding: try await explore.written(.init(text: text), for: peer).bytes, as: UTF8.self)
        }
        let (before, other) = (try await written("Vi behöver städning"), try await written("Vi behöver laddstolpar"))
        #expect(!before.contains("earlier"))
        _ = try await save(NeedDefinition(text: "Städning av förskolor utan kemikalier", route: .dialogue))
        #expect(try await written("Vi behöver laddstolpar") == other)
        let after = try await explore.answer(.init(text: "Vi behöver städning"), for: peer)
        let earlier = try #require(after.earlier?.first)
        #expect(earlier.need.id == 1 && earlier.need.route == .dialogue && earlier.words == ["städning"])
        var plain = after
        plain.earlier = nil
        #expect(String(decoding: try JSONText(writing: plain).bytes, as: UTF8.self) == before)
    }

    /// It is memory beside the answer: what is kept in a dossier is replayed the same, whatever needs come later.
    @Test func earlierNeedsAreNoPartOfADossier() async throws {
        _ = try await save(NeedDefinition(text: "Städning av förskolor"))
        let kept = try await explore.answer(.init(text: "Vi behöver städning", keep: true), for: peer)
        #expect(kept.earlier?.count == 1)
        let sequence = try #require(kept.dossier).sequence
        let stored = try #require(try store.dossierEntry(sequence))
        let record = try #require(try DossierShelf.read(stored)).record
        #expect(record.result["earlier"] == nil && record.result["words"] != nil)
        var replayers = DossierReplayers()
        replayers.add(explore)
        _ = try await save(NeedDefinition(text: "Städning av trapphus"))
        let served = try #require(market.value)
        let replayed = try #require(try await replayers.replay(record, on: served))
        #expect(replayed.result.canonicalBytes == record.result.canonicalBytes)
    }

    @Test func aNeedShowsOthersThatAreLikeIt() async throws {
        _ = try await save(NeedDefinition(text: "Städning av förskolor"))
        _ = try await save(NeedDefinition(text: "Laddstolpar till elbilar"))
        _ = try await save(NeedDefinition(text: "Städning"))
        #expect(try await get(3).earlier.map(\.need.id) == [1])
        #expect(try await get(2).earlier.isEmpty)
    }
}
