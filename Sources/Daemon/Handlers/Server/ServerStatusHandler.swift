import API
import Foundation
import Matching
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
            index: market.value.map {
                IndexStand(
                    generation: $0.snapshot.generation,
                    ageSeconds: Int((ContinuousClock().now - $0.built).components.seconds))
            },
            store: StoreStand(bytes: StoreFile.bytes(store.path), freeBytes: StoreFile.freeBytes(store.path)),
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

/// The store's file, as the file system has it.
enum StoreFile {
    /// With the write-ahead log.
    static func bytes(_ path: String) -> Int {
        [path, path + "-wal"].reduce(0) { sum, file in
            sum + (((try? FileManager.default.attributesOfItem(atPath: file))?[.size] as? Int) ?? 0)
        }
    }

    /// What an unprivileged process may still write; `nil` where the system doesn't say.
    static func freeBytes(_ path: String) -> Int? {
        var info = statvfs()
        guard statvfs(path, &info) == 0 else { return nil }
        return Int(info.f_bavail) * Int(info.f_frsize)
    }
}
