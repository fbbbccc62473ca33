import API
import Foundation
import Matching
import Procurement
import Store
import Transport

/// Brings together what is counted, what the store says and how the process fares.
struct MetricGatherer: Sendable {
    let meter: Meter
    let connections: ConnectionMeter
    /// As many connections as the server takes.
    let mostConnections: Int
    let store: Store
    let market: CurrentMarket
    let indexing: IndexProgress
    let importing: ImportProgress
    let fetching: FetchingFile
    var copies: CopyPublisher?
    var follower: @Sendable () -> Follower? = { nil }
    let started: Date

    /// All metrics, from one look at each source.
    ///
    /// A damaged store costs the metrics that come from it, and no others.
    func families() -> [MetricFamily] {
        daemon() + calls() + imports() + fetched() + index() + data() + copying() + process()
    }

    // MARK: The daemon

    private func daemon() -> [MetricFamily] {
        let build = [
            "version": TorgVersion.current, "contract": Contract.version, "schema": "\(Store.latestSchema)",
        ]
        return [
            family(
                "torg_build_info", .gauge, "1, with the versions of the daemon, its contract and its store's schema.",
                [(SortedMap(build), 1)]),
            gauge("torg_start_time_seconds", "When the daemon started.", started.timeIntervalSince1970),
            gauge("torg_ready", "1 while matches are answered, 0 until the first index is built.", market.value != nil),
        ]
    }

    // MARK: Calls

    private func calls() -> [MetricFamily] {
        let name = "torg_rpc_duration_seconds"
        let matches = "torg_match_duration_seconds"
        let counts = meter.counts
        let open = connections.counts
        let calls = counts.calls.map {
            (method: $0.key.method ?? "unknown", outcome: $0.key.outcome, histogram: $0.value)
        }
        .sorted { ($0.method, $0.outcome.rawValue) < ($1.method, $1.outcome.rawValue) }
        return [
            MetricFamily(
                name, .histogram,
                "How long calls took, by method and outcome (done, refused, busy, failed); the watchdog's among them.",
                calls.flatMap { $0.histogram.samples(name, ["method": $0.method, "outcome": $0.outcome.rawValue]) }),
            MetricFamily(
                matches, .histogram,
                "How long matches took by themselves, without reading the question and writing the answer.",
                counts.matches.samples(matches, [:])),
            family(
                "torg_match_processor_seconds_total", .counter, "Processor time of these matches.",
                [([:], counts.matchProcessorSeconds)]),
            counter("torg_denials_total", "Calls that the caller's role doesn't reach.", counts.denials),
            gauge("torg_connections", "Connections that are open.", Double(open.open)),
            gauge("torg_connections_max", "Connections that may be open at once.", Double(mostConnections)),
            counter("torg_connections_accepted_total", "Connections that were let in.", open.accepted),
            family(
                "torg_connections_refused_total", .counter,
                "Connections turned away: too many in all, too many of one user, no file descriptor left.",
                ConnectionMeter.Refusal.allCases.map { (["reason": $0.rawValue], Double(open.refused[$0] ?? 0)) }),
        ]
    }

    // MARK: Imports

    private func imports() -> [MetricFamily] {
        let counts = meter.counts
        let kinds: [ImportRecord.Kind] = [.feed, .register, .codes]
        let last = kinds.map { (kind: $0, record: try? store.lastImport($0)) }
        let notices = [
            ("stored", counts.notices.stored), ("unchanged", counts.notices.unchanged),
            ("superseded", counts.notices.superseded), ("refused", counts.notices.refused),
            ("conflicting", counts.notices.conflicting),
        ]
        return [
            family(
                "torg_import_last_success_timestamp_seconds", .gauge,
                "When the last import of its kind ended well, as the store remembers it; absent before the first.",
                last.compactMap { kind, record in
                    record?.finished.map { (["kind": kind.rawValue], $0.timeIntervalSince1970) }
                }),
            family(
                "torg_import_last_duration_seconds", .gauge, "How long that import took, in whole seconds.",
                last.compactMap { kind, record in
                    record.flatMap { record in
                        record.finished.map { (["kind": kind.rawValue], $0.timeIntervalSince(record.started)) }
                    }
                }),
            family(
                "torg_imports_total", .counter, "Imports by kind and outcome.",
                kinds.flatMap { kind in
                    [true, false].map { isDone in
                        (
                            ["kind": kind.rawValue, "outcome": isDone ? "done" : "failed"],
                            Double(counts.imports[.init(kind: kind, isDone: isDone)] ?? 0)
                        )
                    }
                }),
            gauge("torg_import_running", "1 while a feed is being imported.", importing.value != nil),
            family(
                "torg_import_notices_total", .counter, "Notices that imports brought, by what became of them.",
                notices.map { (["result": $0.0], Double($0.1)) }),
            family(
                "torg_import_refusals_total", .counter,
                "Refused notices by reason; the reasons are those of torg refusals.",
                counts.refusals.sorted { $0.key < $1.key }.map { (["reason": $0.key], Double($0.value)) }),
        ]
    }

    // MARK: Sources

    private func fetched() -> [MetricFamily] {
        guard let stand = fetching.stand(now: Date()) else { return [] }
        func each(
            _ name: String, _ help: String, _ value: (SourceStand) -> Double?
        ) -> MetricFamily {
            family(
                name, .gauge, help,
                stand.sources.compactMap { source in
                    value(source).map { (["source": source.name, "kind": source.kind], $0) }
                })
        }
        return [
            gauge(
                "torg_fetch_readable",
                "1; 0 where the file in which torg-fetch says how its sources are can't be used.",
                stand.detail == nil)
        ]
            + (stand.at.map {
                [gauge("torg_fetch_timestamp_seconds", "When torg-fetch last said how its sources are.", $0.seconds)]
            } ?? [])
            + [
                each(
                    "torg_source_last_success_timestamp_seconds",
                    "When a run of the source last ended without an error; absent before the first."
                ) { $0.lastSuccess?.seconds },
                each(
                    "torg_source_data_through_timestamp_seconds",
                    "The day to which nothing of the source is missing, at its beginning; absent before the first."
                ) { $0.dataThrough.map { Double($0.daysSinceEpoch) * 86_400 } },
                each("torg_source_late", "1 where data of the source are missing that should be here.") {
                    $0.state == .late ? 1 : 0
                },
                each("torg_source_waiting", "Issues, days or files that are due and haven't come.") {
                    Double($0.waiting)
                },
                each("torg_source_failures", "Runs of the source in a row that failed.") { Double($0.failures) },
            ]
    }

    // MARK: Index and data

    private func index() -> [MetricFamily] {
        guard let market = market.value else {
            return [gauge("torg_index_building", "1 while an index is being built.", indexing.value != nil)]
        }
        let snapshot = market.snapshot
        return [
            gauge("torg_index_building", "1 while an index is being built.", indexing.value != nil),
            gauge(
                "torg_index_generation", "The generation of the data that matches are made from.",
                Double(snapshot.generation)),
            gauge("torg_index_suppliers", "Suppliers in the index.", Double(snapshot.supplierCount)),
            gauge(
                "torg_index_procurements", "Procurements with a winner in the index.", Double(snapshot.procurementCount)
            ),
            gauge("torg_index_bytes", "Memory of the index, estimated.", Double(snapshot.memory)),
        ]
            + (indexing.last.map { last in
                [
                    gauge(
                        "torg_index_built_timestamp_seconds", "When the index was built.", last.at.timeIntervalSince1970
                    ),
                    gauge(
                        "torg_index_build_duration_seconds", "How long that took, reading included.",
                        last.duration / .seconds(1)),
                ]
            } ?? [])
    }

    private var isSound: Bool {
        if case .follower = store.condition { true } else { store.condition.detail == nil }
    }

    private func data() -> [MetricFamily] {
        let sound = gauge(
            "torg_store_sound", "1; 0 where the store is damaged, gone or read-only, and nothing is written to it.",
            isSound)
        let sizes =
            [
                gauge(
                    "torg_store_bytes", "Size of the store's file and of the log beside it.",
                    Double(StoreFile.bytes(store.path)))
            ]
            + (StoreFile.freeBytes(store.path).map {
                [gauge("torg_store_free_bytes", "What its disk has left.", Double($0))]
            } ?? [])
        guard let counts = try? store.counts() else { return [sound] + sizes }
        return [
            sound,
            gauge(
                "torg_store_generation", "The generation of the data: it grows with every change.",
                Double(counts.generation)),
        ] + sizes + [
            gauge("torg_notices", "Notices stored, each in its latest version.", Double(counts.notices)),
            gauge("torg_suppliers", "Suppliers known.", Double(counts.suppliers)),
            gauge("torg_awards", "Awards known.", Double(counts.awards)),
            gauge("torg_refusals", "Refusals that are listed.", Double(counts.refusals)),
        ]
    }

    // MARK: The process

    private func process() -> [MetricFamily] {
        let usage = ProcessUsage()
        return [
            gauge("torg_resident_memory_bytes", "Memory in use (resident set).", Double(ProcessMemory.resident)),
            family(
                "torg_cpu_seconds_total", .counter, "Processor time that the daemon has taken.",
                [([:], usage.cpuSeconds)]),
            gauge("torg_open_fds", "File descriptors that are open.", Double(usage.openDescriptors)),
            gauge("torg_max_fds", "File descriptors that may be open.", Double(usage.mostDescriptors)),
            counter(
                "torg_textfile_errors_total", "Times that the metrics' file could not be written.",
                meter.counts.textfileErrors),
        ]
    }

    // MARK: Families of one value

    func gauge(_ name: String, _ help: String, _ value: Double) -> MetricFamily {
        family(name, .gauge, help, [([:], value)])
    }

    func gauge(_ name: String, _ help: String, _ value: Bool) -> MetricFamily {
        gauge(name, help, value ? 1 : 0)
    }

    func counter(_ name: String, _ help: String, _ value: Int) -> MetricFamily {
        family(name, .counter, help, [([:], Double(value))])
    }

    func family(
        _ name: String, _ kind: MetricFamily.Kind, _ help: String,
        _ values: [(labels: SortedMap<String>, value: Double)]
    ) -> MetricFamily {
        MetricFamily(name, kind, help, values.map { MetricSample(name, $0.labels, $0.value) })
    }
}
