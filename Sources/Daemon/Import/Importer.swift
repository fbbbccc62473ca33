import Logging
import Procurement
import Store

/// Takes feed files and registers into the store, one after the other, on a thread of its own.
package actor Importer {
    /// What an import did.
    package struct Report: Sendable {
        package var files: Int
        package var counts: StoredCounts
        /// Notices of other countries than those that are stored.
        package var foreign = 0
        package var generation: Int
        package var duration: Duration
    }

    /// Notices in one transaction: one wait for the disk each, and little is held in memory.
    private static let chunk = 500

    private let executor = PinnedExecutor(label: "torg.importer")
    private let committing = PinnedExecutor(label: "torg.committer")
    private let store: Store
    private let feed: FeedProcess
    private let origin: NoticeOrigin
    private let publisher: Publisher
    private let watches: WatchEvaluator?
    private let copies: CopyPublisher?
    private let progress: ImportProgress
    private let meter: Meter
    private let log: Logger
    private let queue = TaskQueue()

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    package init(
        store: Store, feed: FeedProcess, origin: NoticeOrigin = NoticeOrigin(countries: []), publisher: Publisher,
        watches: WatchEvaluator? = nil, copies: CopyPublisher? = nil, progress: ImportProgress, meter: Meter = Meter(),
        log: Logger
    ) {
        self.store = store
        self.feed = feed
        self.origin = origin
        self.publisher = publisher
        self.watches = watches
        self.copies = copies
        self.progress = progress
        self.meter = meter
        self.log = log
    }

    /// Reads files and folders; returns when all is committed and searchable. Imports wait for one another.
    ///
    /// What isn't there is told at once, not when its turn comes.
    package func importFeeds(_ paths: [String]) async throws -> Report {
        try lookFor(paths, .feed)
        return try await queued { try await self.metered(.feed) { try await self.readFeeds(paths) } }
    }

    /// What the import of a register did.
    package struct RegisterReport: Sendable {
        /// Natural persons left out.
        package var counts: RegisterCounts
        /// Of a public register.
        package var tally: RegisterTally?
        package var generation: Int
    }

    /// Reads a register of firms, a public one or an office's own; returns when it is committed and searchable.
    ///
    /// - Parameter version: the edition of Statistics Sweden's industry codes, which the file doesn't say.
    package func importRegister(_ path: String, version: SNIVersion = .sni2025) async throws -> RegisterReport {
        try lookFor([path], .register)
        return try await queued {
            try await self.metered(.register) { try await self.readRegister(path, version) }
        }
    }

    /// Adds a firm by hand; returns when matches know of it. An import that is at work is waited for.
    package func add(
        _ entry: RegisterEntry, reason: String, by user: String
    ) async throws -> (supplier: SupplierID, isNew: Bool, generation: Int) {
        try await queued {
            let added = try self.store.addFirm(entry, reason: reason, by: user)
            return (added.supplier, added.isNew, try await self.publisher.publish())
        }
    }

    /// Reads a list of codes; returns when it is committed and the matches use it.
    package func importCodes(_ path: String) async throws -> (counts: CodeCounts, generation: Int) {
        try lookFor([path], .codes)
        return try await queued { try await self.metered(.codes) { try await self.readCodes(path) } }
    }

    /// One after the other, and none before the store's file has been looked through: a nightly import that comes with the
    /// start waits rather than fails.
    private func queued<Report: Sendable>(_ work: () async throws -> Report) async throws -> Report {
        try refuseOnFollower()
        return try await queue.run {
            // What came is to be at the followers too, cut short or not.
            defer { copies?.want() }
            let examined = Event()
            store.whenExamined { examined.happen() }
            try await examined.wait()
            return try await work()
        }
    }

    /// - Throws: `notTheLeader`, before anything is read.
    private func refuseOnFollower() throws(StoreError) {
        if case .follower = store.condition, let trouble = store.trouble { throw trouble }
    }

    private func lookFor(_ paths: [String], _ kind: ImportRecord.Kind) throws {
        try refuseOnFollower()
        do {
            try FeedFiles.lookFor(paths)
        } catch {
            meter.ended(kind, isDone: false)
            throw error
        }
    }

    /// Counts how an import ended.
    private func metered<Report>(
        _ kind: ImportRecord.Kind, _ work: () async throws -> Report
    ) async throws -> Report {
        do {
            let report = try await work()
            meter.ended(kind, isDone: true)
            return report
        } catch {
            meter.ended(kind, isDone: false)
            throw error
        }
    }

    /// Takes a person out, or tells what would go; returns when no answer names the person any more.
    ///
    /// - Parameter token: `nil` tells only; then the outcome has one.
    package func purge(
        _ purge: Purge, token: String?
    ) async throws -> (outcome: (extent: PurgeExtent, token: String?)?, generation: Int) {
        try await queued { try await self.carryOut(purge, token: token) }
    }

    private func carryOut(
        _ purge: Purge, token: String?
    ) async throws -> (outcome: (extent: PurgeExtent, token: String?)?, generation: Int) {
        let dossier = PurgeDossier(purge, generation: try store.generation, store: store)
        guard let token else {
            let plan = try store.planPurge(purge, dossier: dossier)
            return (plan.map { (extent: $0.extent, token: Optional($0.token)) }, try store.generation)
        }
        do {
            let done = try store.purge(purge, token: token, dossier: dossier)
            let generation = try await publisher.publish()
            if let done {
                log.notice("person purged", metadata: ["supplier": "\(done.supplier)", "by": "\(purge.by)"])
            }
            return (done.map { (extent: $0, token: nil as String?) }, generation)
        } catch {
            _ = try? await publisher.publish()
            throw error
        }
    }

    private func readFeeds(_ paths: [String]) async throws -> Report {
        let clock = ContinuousClock()
        let start = clock.now
        let found = try FeedFiles(paths)
        let id = try store.beginImport(paths: paths)
        progress.begin(files: found.count)
        defer { progress.end() }
        let committer = Committer(id, store: store, meter: meter, progress: progress, executor: committing)
        var pending = found.refusals.map { FeedOutcome.refusal($0) }
        var foreign = 0
        do {
            try await feed.read(found.files) { outcome in
                if case .rows(let counts, let position) = outcome {
                    log.notice("table read", metadata: Self.fields(counts, position))
                    return
                }
                guard origin.admits(outcome) else {
                    foreign += 1
                    return
                }
                pending.append(outcome)
                guard pending.count >= Self.chunk else { return }
                try await committer.begin(pending)
                pending.removeAll(keepingCapacity: true)
            }
            if !pending.isEmpty { try await committer.begin(pending) }
            try await committer.settle()
            _ = try store.finishImport(id, files: found.count)
        } catch {
            // What is on its way is committed before anything else is done with the store.
            try? await committer.settle()
            // Cut short, by a full disk or a client that has gone: what is committed is to be found all the same.
            _ = try? await publisher.publish()
            await watches?.evaluate()
            let counts = await committer.counts
            log.error(
                "import cut short",
                metadata: Self.fields(id, found.count, counts, clock.now - start).merging(["error": "\(error)"]) { $1 })
            throw error
        }
        let generation = try await publisher.publish()
        await watches?.evaluate()
        let counts = await committer.counts
        let report = Report(
            files: found.count, counts: counts, foreign: foreign, generation: generation, duration: clock.now - start)
        log.notice(
            "import done",
            metadata: Self.fields(id, found.count, counts, report.duration).merging([
                "generation": "\(generation)", "notices_foreign": "\(foreign)",
            ]) {
                $1
            })
        return report
    }

    /// What the one line says that an import has in the log.
    private static func fields(
        _ id: ImportID, _ files: Int, _ counts: StoredCounts, _ duration: Duration
    ) -> Logger.Metadata {
        [
            "import": "\(id)", "files": "\(files)", "notices_seen": "\(counts.seen)",
            "notices_stored": "\(counts.stored)", "notices_unchanged": "\(counts.unchanged)",
            "notices_superseded": "\(counts.superseded)", "notices_refused": "\(counts.refused)",
            "notices_conflicting": "\(counts.conflicting)", "seconds": "\(duration.seconds)",
        ]
    }

    private static func fields(_ counts: RowCounts, _ position: FeedPosition) -> Logger.Metadata {
        [
            "file": "\(position.file)", "rows": "\(counts.read)", "rows_mended": "\(counts.mended)",
            "rows_refused": "\(counts.refused)", "rows_of_persons": "\(counts.persons)",
            "mended_first": "\(counts.examples.joined(separator: "; "))",
        ]
    }

    private func readRegister(_ path: String, _ version: SNIVersion) async throws -> RegisterReport {
        var report = RegisterReport(counts: RegisterCounts(), generation: 0)
        if PublicRegister.isOne(path) {
            var taking = try PublicRegister(path: path, store: store)
            do {
                try await feed.register(in: path, version: version) { try taking.take($0) }
                report.tally = try taking.finish()
                report.counts = taking.counts
            } catch {
                // Cut short: what is committed is to be found all the same.
                _ = try? await publisher.publish()
                throw error
            }
        } else {
            report.counts = try store.importRegister(path: path)
        }
        report.generation = try await publisher.publish()
        await watches?.evaluate()
        log.notice(
            "register imported",
            metadata: [
                "source": "\(report.tally?.source?.rawValue ?? "office")", "stored": "\(report.counts.stored)",
                "unchanged": "\(report.counts.unchanged)", "refused": "\(report.counts.refused)",
                "persons_dropped": "\(report.tally?.persons ?? 0)", "generation": "\(report.generation)",
            ])
        return report
    }

    private func readCodes(_ path: String) async throws -> (counts: CodeCounts, generation: Int) {
        let counts =
            CodeListFile.isXML(path: path)
            ? try store.importCodes(try await feed.codes(in: path), from: path) : try store.importCodes(path: path)
        let generation = try await publisher.publish()
        log.notice(
            "code list imported",
            metadata: [
                "stored": "\(counts.stored)", "unchanged": "\(counts.unchanged)", "refused": "\(counts.refused)",
                "generation": "\(generation)",
            ])
        return (counts, generation)
    }
}
