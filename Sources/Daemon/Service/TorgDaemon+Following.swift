import Foundation
import Logging
import ServiceLifecycle
import Store
import Synchronization
import Transport
import UnixSignals

extension TorgDaemon {
    /// Serves copies of another's store until it is told to stop, and writes nothing but the copy that it serves.
    func run(
        following follow: Configuration.Follow, _ matching: MatchingConfiguration, _ threads: RequestThreads,
        _ notifier: ServiceNotifier, _ hangUps: UnixSignalsSequence, started: ContinuousClock.Instant
    ) async throws {
        let locks = try StoreLock.take(for: configuration.storePath)
        defer { withExtendedLifetime(locks) {} }
        if access(configuration.storePath, F_OK) == 0 {
            log.warning(
                "there is a store at store.path, and it isn't served: torg.yaml says to follow another (store.follow)",
                metadata: ["store": "\(configuration.storePath)"])
        }
        let listeners = try listen()
        let common = makeCommon(notifier, started: started)
        let lanes = CallerLanes(threads: threads, roles: common.roles)
        // What answers knows of the follower, which makes it.
        let known = KnownFollower()
        let following: @Sendable () -> Follower? = { known.value }
        let empty = makeParts(try Store.empty(leader: follow.leader), matching, common, following: following)
        let handlers = SwappedHandlers(makeHandlers(empty, lanes))
        let follower = Follower(
            taking: taking(follow, readers: threads.count + 8), empty: empty, matching: matching, log: log,
            make: { makeParts($0, matching, common, following: following) },
            put: { parts in
                handlers.replace(with: makeHandlers(parts, lanes))
                notifier.status("following; serving generation \((try? parts.store.generation) ?? 0)")
            })
        known.become(follower)
        let server = try makeServer(listeners, handlers, lanes, common.connections)
        tellThatItIsUp()
        notifier.ready("following; no copy is served yet")
        try await serve([
            ServerService(server: server, notifier: notifier),
            WatchdogService(notifier: notifier, socket: configuration.rpc.socket, log: log),
            FollowService(follower: follower, handlers: handlers),
            TextfileService(
                textfile: common.textfile, families: { follower.served.parts.gatherer.families() },
                meter: common.meter, log: log),
            ReloadService(
                notifier: notifier, hangUps: hangUps, loader: loader, file: configuration.file,
                configure: { await follower.configure($0) }, running: configuration, log: log),
        ])
        log.notice("torgd has stopped")
    }

    func taking(_ follow: Configuration.Follow, readers: Int) -> CopyTaking {
        CopyTaking(
            shipped: CopyFolder(path: follow.folder), own: CopyFolder(path: configuration.storePath + ".followed"),
            leader: follow.leader, readers: readers)
    }
}

/// The follower, once there is one.
private final class KnownFollower: Sendable {
    private let follower = Mutex<Follower?>(nil)

    var value: Follower? { follower.withLock { $0 } }

    func become(_ follower: Follower) { self.follower.withLock { $0 = follower } }
}
