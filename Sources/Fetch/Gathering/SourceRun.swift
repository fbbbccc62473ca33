import FoundationEssentials
import Glibc
import Procurement

/// A run of one source: what it is given, what it knows, and how what it brings gets into the drop folder.
final class SourceRun {
    let settings: SourceSettings
    let client: WebClient
    let folder: StateFolder
    let drop: DropFolder
    let clock: FetchClock
    let credentials: Credentials
    /// From which day on; instead of what the source's settings say.
    let since: CalendarDate?
    let isDry: Bool
    let reporter: any FetchReporter
    /// What the names of other sources' files begin with that begin as those of this one do: `ted-de-` beside `ted`.
    private let others: [String]
    var state: SourceState
    /// TED's search service has failed in this run: packages aren't kept waiting for it again.
    var isSearchDown = false
    /// Names of files that were delivered.
    private(set) var delivered: [String] = []
    /// The first thing that failed.
    private(set) var failure: (failure: FetchFailure, what: String)?

    var name: String { settings.name }

    init(_ settings: SourceSettings, in run: FetchRun, client: WebClient) throws(FetchFailure) {
        self.settings = settings
        self.client = client
        folder = run.folder
        drop = DropFolder(path: run.settings.dropFolder)
        clock = run.clock
        credentials = run.credentials
        since = run.since
        isDry = run.isDry
        reporter = run.reporter
        others = run.settings.sources.map { "\($0.name)-" }.filter {
            $0.hasPrefix("\(settings.name)-") && $0 != "\(settings.name)-"
        }
        state = try run.folder.state(of: settings.name)
    }

    /// Ends what a run before was ended in the midst of.
    func begin() throws(FetchFailure) {
        client.beginSource(most: settings.most)
        guard !isDry else { return }
        try drop.check()
        try commit([])
        sweep(drop.path) { key, _ in key.hasSuffix(".part") }
        // Of what has come, when the run was ended just then; and what nobody goes on with: a register's next edition has
        // other bytes anyway.
        sweep(folder.parts) { key, age in
            age > 7 * 86_400 || state.issues.keys.contains { key.hasPrefix($0) }
        }
    }

    /// Takes away what this source has left in a folder, by its name behind the source's and its age in seconds.
    private func sweep(_ folder: String, where isLeft: (_ key: Substring, _ age: Int) -> Bool) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for file in names where file.hasPrefix("\(name)-") && !others.contains(where: file.hasPrefix) {
            guard let status = FileStatus("\(folder)/\(file)"), status.owner == geteuid(),
                isLeft(file.dropFirst(name.utf8.count + 1), time(nil) - status.modified)
            else { continue }
            unlink("\(folder)/\(file)")
        }
    }

    /// Whether the run begins later than the source is asked for: what it brings says nothing of the days before.
    func isPartial(_ first: CalendarDate) -> Bool { since.map { $0 > first } ?? false }

    func report(_ failure: FetchFailure, _ what: String) {
        if self.failure == nil { self.failure = (failure, what) }
        if let seconds = failure.retryAfter, seconds > 0 {
            state.notBefore = clock.now.addingTimeInterval(Double(min(seconds, 7 * 86_400)))
        }
        reporter.failed(name, what, failure)
    }

    // MARK: Bringing

    /// A file that is whole, in the folder of parts; `nil` where it is unchanged since `request.known`.
    ///
    /// - Parameters:
    ///   - key: names it among the parts of the source.
    ///   - what: names it where the transfer is shown.
    ///   - limit: the most that it may be, where that is less than the source's `largest`.
    func download(
        _ request: WebRequest, as key: String, of what: String? = nil, limit: Int = .max
    ) throws(FetchFailure) -> PartFile? {
        let (reporter, name, what) = (reporter, name, what ?? key)
        let part = try PartFile(
            path: folder.part(name, key), of: request.address, kind: request.kind,
            limit: min(limit, settings.largest)
        ) { reporter.progress(name, what, received: $0, total: $1) }
        do throws(FetchFailure) {
            if try client.download(request, to: part) { return part }
        } catch {
            // What can't be the beginning of the file is no beginning to go on from.
            if !error.isTransient, !error.isOurs { part.remove() }
            throw error
        }
        part.remove()
        return nil
    }

    /// Puts a part into the drop folder beside the name that it will have.
    func place(_ part: PartFile, as file: String) throws(FetchFailure) { try drop.copy(part.path, as: file) }

    // MARK: Keeping

    /// Keeps the state together with files that lie in the drop folder as parts, then gives these their names.
    ///
    /// When the run is ended in between, the next one does what is left: the state says that they have come, and which names
    /// are still to be given. So nothing is lost, and nothing comes twice.
    func commit(_ files: [String]) throws(FetchFailure) {
        guard !isDry else { return }
        state.deliveries += files.map { .init(part: "\($0).part", name: $0) }
        if !files.isEmpty { try folder.write(state, of: name) }
        for delivery in state.deliveries {
            try drop.finish(delivery)
            delivered.append(delivery.name)
            reporter.delivered(name, delivery.name, bytes: FileStatus("\(drop.path)/\(delivery.name)")?.bytes ?? 0)
        }
        let hadDeliveries = !state.deliveries.isEmpty
        state.deliveries = []
        if hadDeliveries || files.isEmpty { try folder.write(state, of: name) }
    }

    /// Since when something has failed, from now on or from before.
    func trouble(_ key: String, _ failure: FetchFailure) {
        if state.troubles[key] == nil { state.troubles[key] = .init(since: clock.now, kind: failure.kind) }
    }

    func hasTrouble(_ key: String, days: Int) -> Bool {
        guard let trouble = state.troubles[key] else { return false }
        return clock.now.timeIntervalSince(trouble.since) >= Double(days) * 86_400 - 3600
    }
}

/// How a kind of source is fetched.
protocol Gatherer {
    /// What is due by what is known here; nobody is asked.
    func plan(_ state: SourceState, _ folder: StateFolder, since: CalendarDate?, now: FetchClock) -> [PlannedFetch]
    /// Fetches what is due.
    ///
    /// - Throws: what ends the source; what concerns one of its files is reported, and the next one tried.
    func gather(_ run: SourceRun) throws(FetchFailure)
}

/// Something that is due.
package struct PlannedFetch: Sendable, Hashable, Codable {
    /// The name of the source.
    package var source: String
    /// The issue, day or file.
    package var what: String
    /// As such files usually are; `nil` where that can't be said.
    package var bytes: Int?
    /// When; `nil`: now.
    package var due: CalendarDate?
}
