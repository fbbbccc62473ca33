import API
import Foundation
import Logging
import Store
import Synchronization

/// Serves copies of a leader's store as they come, the latest that is whole, sound and of the same store.
///
/// Each copy has a store, an index and handlers of its own, made beside those that are served and put in their place when
/// they are done; a copy that can't be taken is told, and what is served goes on.
package actor Follower {
    /// What a copy is served with.
    struct Served: Sendable {
        var parts: DaemonParts
        var copy: CopyManifest?
    }

    private struct State {
        var served: Served
        var newest: CopyManifest?
        var refused: RefusedCopy?
        var refusals: [RefusedCopy.Reason: Int] = [:]
        var seconds: Double?
    }

    private let executor = PinnedExecutor(label: "torg.follower")
    private let taking: CopyTaking
    private let make: @Sendable (Store) -> DaemonParts
    private let put: @Sendable (DaemonParts) -> Void
    private let log: Logger
    private var matching: MatchingConfiguration
    private nonisolated let state: Mutex<State>
    /// What was refused and when, so that it is told once, and not read again and again.
    private var told: [String: ContinuousClock.Instant] = [:]
    /// What can't be read, or put in place on a full disk, is tried again after this.
    private static let retry = Duration.seconds(60)

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameters:
    ///   - empty: what is served before the first copy comes.
    ///   - make: makes what a copy is served with.
    ///   - put: has it answer from now on.
    init(
        taking: CopyTaking, empty: DaemonParts, matching: MatchingConfiguration, log: Logger,
        make: @escaping @Sendable (Store) -> DaemonParts, put: @escaping @Sendable (DaemonParts) -> Void
    ) {
        self.taking = taking
        self.matching = matching
        self.make = make
        self.put = put
        self.log = log
        state = Mutex(State(served: Served(parts: empty)))
    }

    nonisolated var served: Served { state.withLock { $0.served } }

    /// For the metrics: how often copies were refused, and how long the latest took until it answered.
    nonisolated var counts: (refusals: [RefusedCopy.Reason: Int], seconds: Double?) {
        state.withLock { ($0.refusals, $0.seconds) }
    }

    /// For `server.status`.
    nonisolated func stand(now: Date) -> FollowingStand {
        let state = state.withLock { $0 }
        let copy = state.served.copy
        return FollowingStand(
            folder: taking.shipped.path, leader: taking.leader, copy: copy,
            generationsBehind: copy.map { max(0, (state.newest?.generation ?? 0) - $0.generation) },
            secondsBehind: copy?.at.secondsSinceEpoch.map { max(0, Int(now.timeIntervalSince1970) - $0) },
            refused: state.refused)
    }

    /// Puts new categories, challenges and weights in place.
    func configure(_ matching: MatchingConfiguration) async {
        self.matching = matching
        await served.parts.publisher.configure(matching)
    }

    /// Goes on with the copy that was taken last, before a restart.
    func begin() async {
        mkdir(taking.own.path, 0o700)
        guard let found = try? taking.own.copies().copies else { return }
        for copy in found {
            do {
                try await serve(try taking.opened(copy), copy)
                break
            } catch {
                log.error("a copy that was taken can't be served", metadata: Self.fields(copy, error))
            }
        }
        // Nothing else is in use yet.
        guard let name = found.first(where: { $0.manifest == served.copy })?.name else { return }
        for copy in found where copy.name != name { taking.own.remove(copy.name) }
        for file in (try? taking.own.entries(ending: ".sqlite")) ?? [] where file != "\(name).sqlite" {
            unlink("\(taking.own.path)/\(file)")
        }
    }

    /// Looks what came, and takes the latest that can be taken.
    func look() async {
        do {
            let found = try taking.shipped.copies()
            for (file, reason) in found.unreadable {
                refuse(file, .init(reason: .damaged, detail: reason), key: reason)
            }
            await take(found.copies)
        } catch {
            refuse(taking.shipped.path, .init(reason: .unreadable, detail: "\(error)"), key: "folder")
        }
        if served.copy == nil { served.parts.market.fail(.noCopy(folder: taking.shipped.path)) }
    }

    private func take(_ copies: [CopyFolder.Copy]) async {
        var isLatest = true
        var hasRefused = false
        for copy in copies {
            if let obstacle = obstacle(to: copy, isLatest: isLatest) {
                refuse(copy, obstacle)
                hasRefused = true
                continue
            }
            if let now = served.copy, now.sha256 == copy.manifest.sha256, !now.describesTheFile(of: copy.manifest) {
                let detail = "its manifest says something else of the very file that is served: have it shipped again"
                refuse(copy, .init(reason: .damaged, detail: detail))
                hasRefused = true
                continue
            }
            if isLatest { state.withLock { $0.newest = copy.manifest } }
            isLatest = false
            let now = served.copy
            if let now, now.sha256 == copy.manifest.sha256 { return confirm(copy, isCured: !hasRefused) }
            if let now, !now.isEarlier(than: copy.manifest) { return }
            if wasRefused(copy) {
                hasRefused = true
                continue
            }
            do {
                let start = ContinuousClock.now
                guard let store = try taking.take(copy) else { continue }
                try await serve(store, copy)
                let seconds = (ContinuousClock.now - start).seconds
                state.withLock { $0.seconds = seconds }
                log.notice(
                    "copy taken",
                    metadata: [
                        "generation": "\(copy.manifest.generation)", "of": "\(copy.manifest.at)",
                        "seconds": "\(seconds)",
                    ])
                return
            } catch let refused as CopyTaking.Refused {
                refuse(copy, refused)
                hasRefused = true
            } catch is CancellationError {
                return
            } catch {
                refuse(copy, .init(reason: .unreadable, detail: "\(error)"))
                hasRefused = true
            }
        }
    }

    /// What its manifest alone says against a copy.
    private func obstacle(to copy: CopyFolder.Copy, isLatest: Bool) -> CopyTaking.Refused? {
        let manifest = copy.manifest
        if let now = served.copy {
            if manifest.store != now.store {
                return .init(
                    reason: .foreign, detail: "it is of the store \(manifest.store), and \(now.store) is followed here")
            }
            if isLatest, manifest.generation < now.generation {
                return .init(
                    reason: .older,
                    detail:
                        "it is of generation \(manifest.generation), and \(now.generation) is served. Where the leader was "
                        + "restored from an older copy, see standby.md")
            }
        }
        return manifest.schema == Store.latestSchema
            ? nil
            : .init(
                reason: .otherSchema,
                detail:
                    "its schema is \(manifest.schema), and this Torg's \(Store.latestSchema): install the same version on "
                    + "leader and followers")
    }

    /// The leader says that what is served is still all that there is.
    ///
    /// - Parameter isCured: nothing that came is refused any more.
    private func confirm(_ copy: CopyFolder.Copy, isCured: Bool) {
        let isNews = state.withLock { state in
            defer {
                state.served.copy = copy.manifest
                if isCured { state.refused = nil }
            }
            return state.served.copy != copy.manifest
        }
        if isNews { try? taking.own.write(copy.manifest, as: copy.name) }
    }

    /// Builds the index of a copy beside the one that is served, and puts it in its place.
    private func serve(_ store: Store, _ copy: CopyFolder.Copy) async throws {
        let parts = make(store)
        let earlier = served
        do {
            await parts.publisher.begin(with: matching, after: earlier.copy == nil ? nil : earlier.parts.publisher)
            try await parts.publisher.publish()
        } catch {
            store.retire()
            unlink(taking.own.manifestFile(copy.name))
            throw error
        }
        state.withLock {
            $0.served = Served(parts: parts, copy: copy.manifest)
            $0.refused = nil
        }
        put(parts)
        if earlier.copy != nil {
            earlier.parts.store.retire()
            unlink(String(earlier.parts.store.path.dropLast(7)) + ".json")
        }
    }

    private func refuse(_ copy: CopyFolder.Copy, _ refused: CopyTaking.Refused) {
        refuse(taking.shipped.manifestFile(copy.name), refused, key: key(of: copy))
    }

    /// Whether these very bytes were read and refused.
    private func wasRefused(_ copy: CopyFolder.Copy) -> Bool {
        let (file, key) = (taking.shipped.manifestFile(copy.name), key(of: copy))
        if let at = told["\(file) \(RefusedCopy.Reason.unreadable) \(key)"] { return .now - at < Self.retry }
        return RefusedCopy.Reason.allCases.contains { told["\(file) \($0) \(key)"] != nil }
    }

    private func key(of copy: CopyFolder.Copy) -> String {
        var status = stat()
        stat(taking.shipped.file(copy.name), &status)
        return "\(copy.manifest.sha256) \(status.st_ino) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
    }

    /// Tells it once: the same is looked at again and again.
    private func refuse(_ file: String, _ refused: CopyTaking.Refused, key: String) {
        if told.count > 10_000 { told = [:] }
        guard told.updateValue(.now, forKey: "\(file) \(refused.reason) \(key)") == nil else { return }
        let stand = RefusedCopy(
            file: file, reason: refused.reason, detail: refused.detail,
            at: Moment(secondsSinceEpoch: Int(Date().timeIntervalSince1970)))
        state.withLock {
            $0.refused = stand
            $0.refusals[refused.reason, default: 0] += 1
        }
        log.error(
            "copy refused",
            metadata: ["file": "\(file)", "reason": "\(refused.reason.rawValue)", "detail": "\(refused.detail)"])
    }

    private static func fields(_ copy: CopyFolder.Copy, _ error: any Error) -> Logger.Metadata {
        ["generation": "\(copy.manifest.generation)", "of": "\(copy.manifest.at)", "error": "\(error)"]
    }
}
