import API
import Transport

struct ServerMetricsHandler: Handler {
    typealias Served = ServerMetrics

    let gatherer: MetricGatherer

    func answer(_ parameters: NoParameters, for peer: Peer) async throws -> ServerMetrics.Result {
        ServerMetrics.Result(families: gatherer.families())
    }
}
