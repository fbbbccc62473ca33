import API
import Foundation
import Matching
import Procurement
import Store
import Transport

struct ServerStatusHandler: Handler {
    typealias Served = ServerStatus

    let store: Store
    let market: CurrentMarket
    let progress: ImportProgress
    let indexing: IndexProgress
    let textfile: Textfile
    let fetching: FetchingFile
    var copies: CopyPublisher?
    var following: @Sendable () -> FollowingStand? = { nil }
    let started: ContinuousClock.Instant

    func answer(_ parameters: NoParameters, for peer: Peer) async throws -> ServerStatus.Result {
        store.lookForFile()
        let (counts, last, newest) = try counts()
        let served = market.value
        return ServerStatus.Result(
            state: served != nil ? .ready : market.obstacle != nil ? .unavailable : .starting,
            version: TorgVersion.current, contract: Contract.version,
            generation: counts?.generation ?? (try? store.generation) ?? 0,
            notices: counts?.notices ?? 0,
            suppliers: counts?.suppliers ?? 0, awards: counts?.awards ?? 0,
            counting: counts == nil && store.isBeingExamined ? true : nil,
            uptimeSeconds: Int((ContinuousClock().now - started).components.seconds),
            lastImport: last.flatMap { LastImport($0) }, newestNotice: newest,
            dataThrough: served?.snapshot.dataThrough,
            importing: progress.value.map { ImportStand(files: $0.files, seen: $0.seen) },
            index: served.map {
                IndexStand(
                    generation: $0.snapshot.generation,
                    ageSeconds: Int((ContinuousClock().now - $0.built).components.seconds))
            },
            indexing: indexing.value.map { IndexingStand($0) },
            store: StoreStand(store), textfile: textfile.stand, fetching: fetching.stand(now: Date()),
            publishing: copies?.stand, following: following(),
            memoryBytes: ProcessMemory.resident)
    }

    /// Nothing where the store is damaged at the very places: its condition is told all the same.
    private func counts() throws(StoreError) -> (
        counts: StoreCounts?, last: ImportRecord?, newest: CalendarDate?
    ) {
        do {
            let newest = try store.newestNotice(notAfter: CalendarDate.today())
            // Just after the start of a large store, counting would take seconds.
            if store.isBeingExamined { return (store.latestCounts, try store.lastImport(), newest) }
            let standing = try store.marketStanding()
            return (standing.counts, standing.lastImport, newest)
        } catch {
            guard case .damaged = error else { throw error }
            return (nil, nil, nil)
        }
    }
}

extension IndexingStand {
    init(_ stand: IndexProgress.Stand) {
        self.init(
            phase: stand.phase == .reading ? .reading : .building, done: stand.notices.done, total: stand.notices.total,
            suppliersDone: stand.suppliers.done, suppliersTotal: stand.suppliers.total, percent: stand.percent)
    }
}

/// The memory of this process.
enum ProcessMemory {
    /// The resident set in bytes; 0 where the kernel doesn't say.
    static var resident: Int {
        let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return 0 }
        defer { close(file) }
        let text = String(unsafeUninitializedCapacity: 128) { max(0, read(file, $0.baseAddress, $0.count)) }
        guard let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return 0 }
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }
}

/// The store's file, as the file system has it.
enum StoreFile {
    /// With the write-ahead log.
    static func bytes(_ path: String) -> Int {
        [path, path + "-wal"].reduce(0) { sum, file in
            // Foundation's attributes would look up the owner's name each time.
            var info = stat()
            return sum + (stat(file, &info) == 0 ? Int(info.st_size) : 0)
        }
    }

    /// What an unprivileged process may still write; `nil` where the system doesn't say.
    static func freeBytes(_ path: String) -> Int? {
        var info = statvfs()
        guard statvfs(path, &info) == 0 else { return nil }
        return Int(info.f_bavail) * Int(info.f_frsize)
    }
}

extension StoreStand {
    init(_ store: Store) {
        let condition = store.condition
        let state: State =
            switch condition {
            case .sound, .unexamined, .follower: .sound
            case .readOnly: .readOnly
            case .unreadable: .unreadable
            case .writeProtected: .writeProtected
            case .replaced: .replaced
            }
        self.init(
            state: state,
            detail: state == .sound ? nil : store.trouble?.description,
            examining: store.isBeingExamined ? true : nil,
            schema: Store.latestSchema, bytes: StoreFile.bytes(store.path), freeBytes: StoreFile.freeBytes(store.path))
    }
}
