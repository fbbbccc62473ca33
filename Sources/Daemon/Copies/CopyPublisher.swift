import API
import Foundation
import Logging
import Store
import Synchronization

/// Puts checked copies of the store into a folder, from where followers get them; one at a time, on a thread of its own.
package actor CopyPublisher {
    private struct State {
        var latest: CopyFolder.Copy?
        var seconds: Double?
        var detail: String?
    }

    private let executor = PinnedExecutor(label: "torg.copies")
    private let store: Store
    private let settings: Configuration.Publish
    private let folder: CopyFolder
    private let now: @Sendable () -> Int
    private let log: Logger
    private nonisolated let state = Mutex(State())
    /// `Store.changes` before the latest copy was made; `nil` before the first since the start.
    private var copied: Int?

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    package init(
        store: Store, settings: Configuration.Publish, log: Logger,
        now: @escaping @Sendable () -> Int = { Int(Date().timeIntervalSince1970) }
    ) {
        self.store = store
        self.settings = settings
        folder = CopyFolder(path: settings.folder)
        self.now = now
        self.log = log
    }

    package nonisolated var interval: Duration { settings.interval }

    /// For `server.status`.
    nonisolated var stand: PublishingStand {
        let state = state.withLock { $0 }
        return PublishingStand(
            folder: settings.folder, intervalSeconds: intervalSeconds, keep: settings.keep,
            latest: state.latest?.manifest, seconds: state.seconds, detail: state.detail)
    }

    private nonisolated var intervalSeconds: Int { max(1, Int(settings.interval / .seconds(1))) }

    /// Has a copy made without waiting for it, after an import.
    nonisolated func want() { Task { await publishOrTell() } }

    /// The same, where nobody waits for an answer: what goes wrong is in the log, the status and the metrics.
    package func publishOrTell() { _ = try? publish() }

    /// Makes a copy, or says anew that the latest is all that there is.
    ///
    /// - Returns: the file of the copy and its manifest.
    /// - Throws: `StoreError`; what was published stays.
    @discardableResult
    package func publish() throws -> (path: String, manifest: CopyManifest) {
        do {
            let copy = try confirm() ?? make()
            state.withLock {
                $0.latest = copy
                $0.detail = nil
            }
            return (folder.file(copy.name), copy.manifest)
        } catch {
            let told = "\(error)"
            let isNews = state.withLock { state in
                defer { state.detail = told }
                return state.detail != told
            }
            if isNews { log.error("no copy was published: \(told)") }
            throw error
        }
    }

    /// - Returns: `nil` where something changed since.
    private func confirm() throws -> CopyFolder.Copy? {
        // The time first: what is written after it isn't spoken of.
        let at = Moment(secondsSinceEpoch: now())
        guard let latest = state.withLock({ $0.latest }), copied == store.changes,
            access(folder.file(latest.name), F_OK) == 0
        else { return nil }
        var manifest = latest.manifest
        manifest.at = max(at, manifest.at)
        try folder.write(manifest, as: latest.name)
        return CopyFolder.Copy(name: latest.name, manifest: manifest)
    }

    private func make() throws -> CopyFolder.Copy {
        let clock = ContinuousClock()
        let start = clock.now
        let earlier = try prepareFolder()
        // Times are whole seconds and each copy has its own: one ahead of the clock would speak of what came after it.
        for _ in 0..<60 where (earlier?.at.secondsSinceEpoch).map({ $0 >= now() && $0 - now() < 3 }) ?? false {
            usleep(50_000)
        }
        let changes = store.changes
        var seconds = now()
        let hidden = "\(folder.path)/.\(UUID().uuidString).copy"
        defer { unlink(hidden) }
        let made = try store.backup(to: hidden)
        var manifest = CopyManifest(
            store: store.identity, generation: made.generation, schema: Store.latestSchema,
            at: Moment(secondsSinceEpoch: seconds), intervalSeconds: intervalSeconds, bytes: made.bytes,
            sha256: try CopiedFile.sha256(hidden), digest: made.digest)
        // A clock that was set back: the order of copies goes before the time.
        while access(folder.file(manifest.name), F_OK) == 0 || earlier.map({ !$0.isEarlier(than: manifest) }) ?? false {
            seconds = max(seconds, earlier?.at.secondsSinceEpoch ?? 0) + 1
            manifest.at = Moment(secondsSinceEpoch: seconds)
        }
        let name = manifest.name
        guard rename(hidden, folder.file(name)) == 0 else { throw StoreError.system(folder.file(name)) }
        try folder.write(manifest, as: name)
        copied = changes
        let took = (clock.now - start).seconds
        state.withLock { $0.seconds = took }
        log.notice(
            "copy published",
            metadata: [
                "path": "\(folder.file(name))", "generation": "\(manifest.generation)", "bytes": "\(manifest.bytes)",
                "seconds": "\(took)",
            ])
        prune(keeping: name)
        return CopyFolder.Copy(name: name, manifest: manifest)
    }

    /// - Returns: the latest copy that is there already.
    /// - Throws: `backupRefused` where the folder has copies of another store, or later ones than this store is.
    private func prepareFolder() throws -> CopyManifest? {
        if let reason = HiddenPlaces.own.reason(for: folder.path) {
            throw StoreError.backupRefused(
                path: folder.path,
                reason: "\(reason), so that nobody else would find the copies; use /var/lib/torg/copies")
        }
        mkdir(folder.path, 0o700)
        let latest: CopyManifest?
        do {
            latest = try folder.copies().copies.first?.manifest
        } catch {
            throw StoreError.system(folder.path)
        }
        guard let latest else { return nil }
        if latest.store != store.identity {
            throw StoreError.backupRefused(
                path: folder.path,
                reason:
                    "the copies there are of another store (\(latest.store), not \(store.identity)); give this one its own folder"
            )
        }
        if latest.generation > (try store.generation) {
            throw StoreError.backupRefused(
                path: folder.path,
                reason: "a copy there is of generation \(latest.generation), later than the store. Was an older copy "
                    + "restored? Followers take none that is older than theirs: move the copies away, and theirs too")
        }
        return latest
    }

    /// Leaves the last few, and nothing that a copy left that was cut short.
    private func prune(keeping name: String) {
        guard let found = try? folder.copies(), let files = try? folder.entries(ending: ".sqlite") else { return }
        let kept = Set([name] + found.copies.map(\.name).filter { $0 != name }.prefix(settings.keep - 1))
        for copy in found.copies where !kept.contains(copy.name) { folder.remove(copy.name) }
        for file in files where !kept.contains(String(file.dropLast(7))) { unlink("\(folder.path)/\(file)") }
        let hidden = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for file in hidden where file.hasPrefix(".") && (file.hasSuffix(".copy") || file.hasSuffix(".partial")) {
            unlink("\(folder.path)/\(file)")
        }
    }
}
