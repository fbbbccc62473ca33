import JSON
import JSONRPC

/// What the daemon measures of itself.
package enum ServerMetrics: Method {
    package static let name = "server.metrics"
    package static let summary =
        "Gives what the daemon measures of itself: calls and their durations, imports, refusals, denials, index, store, memory."
    package static let role = Role.reader

    package typealias Parameters = NoParameters
    /// What came of it.
    @WireType
    package struct Result: Described {
        /// All metrics, in the order of docs/operating.md. torg metrics prints them as Prometheus reads them.
        package var families: [MetricFamily]
    }

    package static var example: Example<Self> {
        Example(
            NoParameters(),
            gives: Result(families: [
                MetricFamily(
                    "torg_notices", .gauge, "Notices stored, each in its latest version.",
                    [MetricSample("torg_notices", [:], 8155)]),
                MetricFamily(
                    "torg_import_notices_total", .counter, "Notices that imports brought, by what became of them.",
                    [
                        MetricSample("torg_import_notices_total", ["result": "stored"], 8155),
                        MetricSample("torg_import_notices_total", ["result": "refused"], 3),
                    ]),
            ]))
    }
}
