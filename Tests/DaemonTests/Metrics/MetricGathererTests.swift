import API
import Foundation
import JSONRPC
import Matching
import Procurement
import Store
import TestSupport
import Testing
import Transport

@testable import Daemon

/// What is told of the daemon, from what was counted and what the store says.
@Suite struct MetricGathererTests {
    private let store: Store
    private let meter = Meter()
    private let market = CurrentMarket()
    private let importing = ImportProgress()

    init() throws { store = try Store.inMemory { FakeClock.start } }

    /// By name and labels, as `name{label=value}`.
    private func values() -> [String: Double] {
        let families = MetricGatherer(
            meter: meter, connections: ConnectionMeter(), mostConnections: 10, store: store, market: market,
            indexing: IndexProgress(), importing: importing, fetching: FetchingFile(path: "/nowhere"),
            started: FakeClock.start
        ).families()
        var values: [String: Double] = [:]
        for sample in families.flatMap(\.samples) {
            let labels = sample.labels.dictionary.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            values["\(sample.name)\(labels.isEmpty ? "" : "{\(labels.joined(separator: ","))}")"] = sample.value
        }
        return values
    }

    @Test func everyFamilyIsThereOnce() {
        let names = MetricGatherer(
            meter: meter, connections: ConnectionMeter(), mostConnections: 10, store: store, market: market,
            indexing: IndexProgress(), importing: importing, fetching: FetchingFile(path: "/nowhere"),
            started: FakeClock.start
        ).families().map(\.name)
        #expect(Set(names).count == names.count && names.allSatisfy { $0.hasPrefix("torg_") })
    }

    @Test func readyIsToldWhenThereIsAnIndex() {
        #expect(values()["torg_ready"] == 0 && values()["torg_index_suppliers"] == nil)
        let facts = MarketFacts(suppliers: [], procurements: [])
        let snapshot = IndexBuilder().build(facts)
        market.replace(
            with: Market(
                snapshot: snapshot, needs: NeedIndex(facts, in: snapshot), categories: [], challenges: [],
                weights: .standard))
        #expect(values()["torg_ready"] == 1 && values()["torg_index_suppliers"] == 0)
        #expect(values()["torg_start_time_seconds"] == FakeClock.start.timeIntervalSince1970)
    }

    @Test func callsAreToldByMethodAndOutcome() {
        meter.called("match.notice", nil, .milliseconds(2))
        meter.called("match.notice", RPCError(.notFound), .seconds(1))
        meter.called(nil, RPCError(.methodNotFound), .seconds(1))
        let values = values()
        let name = "torg_rpc_duration_seconds_count"
        #expect(values["\(name){method=match.notice,outcome=done}"] == 1)
        #expect(values["\(name){method=match.notice,outcome=refused}"] == 1)
        #expect(values["\(name){method=unknown,outcome=refused}"] == 1)
        #expect(values["torg_rpc_duration_seconds_sum{method=match.notice,outcome=refused}"] == 1)
    }

    @Test func importsAreToldAsTheyEndedAndTheLastAsTheStoreRemembersIt() throws {
        let last = "torg_import_last_success_timestamp_seconds{kind=feed}"
        #expect(values()[last] == nil, "absent before the first")
        let id = try store.beginImport(paths: ["/a"])
        _ = try store.importOutcomes(Samples.outcomes([Samples.notice("a")]), into: id)
        _ = try store.finishImport(id, files: 1)
        meter.ended(.feed, isDone: true)
        importing.begin(files: 2)
        let values = values()
        #expect(values[last] == FakeClock.start.timeIntervalSince1970)
        #expect(values["torg_imports_total{kind=feed,outcome=done}"] == 1)
        #expect(values["torg_imports_total{kind=register,outcome=failed}"] == 0)
        #expect(values["torg_import_running"] == 1)
        #expect(values["torg_notices"] == 1 && values["torg_store_sound"] == 1)
    }
}
