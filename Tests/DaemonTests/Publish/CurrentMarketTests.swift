import JSON
import JSONRPC
import Matching
import Procurement
import Store
import Synchronization
import Testing

@testable import Daemon

/// What a call meets before the first index is there.
@Suite struct CurrentMarketTests {
    private let market = Market(
        snapshot: IndexBuilder().build(MarketFacts(suppliers: [], procurements: [])),
        needs: NeedIndex(
            MarketFacts(suppliers: [], procurements: []),
            in: IndexBuilder().build(MarketFacts(suppliers: [], procurements: []))),
        categories: [], challenges: [], weights: .standard)

    @Test func waitsForTheFirstIndex() async throws {
        let current = CurrentMarket(patience: .seconds(600))
        let waiting = Task { try await current.ready.snapshot.generation }
        current.replace(with: market)
        #expect(try await waiting.value == 0)
    }

    @Test func saysHowFarTheIndexIsWhenItTakesTooLong() async throws {
        let progress = IndexProgress()
        let current = CurrentMarket(progress: progress, patience: .zero)
        progress.read(.notices(3000, of: 10_000))
        progress.read(.suppliers(400, of: 800))
        let error = await #expect(throws: NotReady.self) { _ = try await current.ready }
        let told = RPCError(caught: try #require(error))
        #expect(told.code == .busy)
        #expect(told.message.contains("8 % done"))
        #expect(told.detail?.came == "reading 3000 of 10000 notices and 400 of 800 suppliers, 8 % done")
    }

    @Test func doesNotWaitForWhatWillNotCome() async throws {
        let current = CurrentMarket(patience: .seconds(600))
        current.fail(.damaged(path: "/store", detail: "torn"))
        await #expect(throws: StoreError.self) { _ = try await current.ready }
    }

    @Test func endsWithTheCaller() async throws {
        let current = CurrentMarket(patience: .seconds(600))
        let waiting = Task { _ = try await current.ready }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
    }
}

/// How far an index is.
@Suite struct IndexProgressTests {
    @Test func onlyGrowsAndTellsEachStepOnce() {
        let told = Told()
        let progress = IndexProgress { told.add($0) }
        progress.begin()
        for done in stride(from: 0, through: 1000, by: 10) {
            progress.read(.suppliers(done * 2, of: 2000))
            progress.read(.notices(done, of: 1000))
        }
        progress.build()
        progress.build(0.6)
        let percents = told.stands.compactMap { $0?.percent }
        #expect(percents == percents.sorted())
        #expect(percents.first == 0)
        #expect(percents.last == 67)
        // 0 to 20 of reading, 20 again of building, 67.
        #expect(percents.count == 23)
        #expect(progress.value?.description == "building from 1000 notices, 67 % done")
        progress.end()
        #expect(progress.value == nil)
        #expect(told.stands.last == .some(nil))
    }

    private final class Told: Sendable {
        private let all = Mutex<[IndexProgress.Stand?]>([])
        var stands: [IndexProgress.Stand?] { all.withLock { $0 } }
        func add(_ stand: IndexProgress.Stand?) { all.withLock { $0.append(stand) } }
    }
}
