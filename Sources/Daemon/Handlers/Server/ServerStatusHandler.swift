import API
import Foundation
import Store
import Transport

struct ServerStatusHandler: Handler {
    typealias Served = ServerStatus

    let store: Store
    let market: CurrentMarket
    let progress: ImportProgress
    let started: ContinuousClock.Instant

    func answer(_ parameters: NoParameters, for peer: Peer) async throws -> ServerStatus.Result {
        let counts = try store.counts()
        return ServerStatus.Result(
            version: TorgVersion.current, generation: counts.generation, notices: counts.notices,
            suppliers: counts.suppliers, awards: counts.awards,
            uptimeSeconds: Int((ContinuousClock().now - started).components.seconds),
            lastImport: try store.lastImport().flatMap { LastImport($0) },
            importing: progress.value.map { ImportStand(files: $0.files, seen: $0.seen) },
            memoryBytes: ProcessMemory.resident)
    }
}

/// The memory of this process.
enum ProcessMemory {
    /// The resident set in bytes; 0 where the kernel doesn't say.
    static var resident: Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .ascii),
            let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { return 0 }
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }
}
