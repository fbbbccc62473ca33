import FoundationEssentials
import Procurement

/// A run over all sources, one after the other, one connection at a time.
package struct FetchRun {
    /// What became of a source.
    package struct Result {
        /// The name of the source.
        package var source: String
        /// Names of the files that are in the drop folder now.
        package var delivered: [String]
        /// The first thing that failed; `nil` where nothing did.
        package var failure: FetchFailure?
        /// A server asked to be left alone until then, and was.
        package var restsUntil: Date?
    }

    /// What sources.yaml says.
    package let settings: FetchSettings
    /// What is known from runs before.
    package let folder: StateFolder
    /// What time it is.
    package let clock: FetchClock
    /// The secrets that systemd has handed over.
    package let credentials: Credentials
    /// The version that servers are told.
    package let version: String
    /// Instead of the day in the settings.
    package let since: CalendarDate?
    /// Whether it is only said what would be fetched.
    package let isDry: Bool
    /// Shows what the run does.
    package let reporter: any FetchReporter

    package init(
        _ settings: FetchSettings, version: String, clock: FetchClock, credentials: Credentials, since: CalendarDate?,
        isDry: Bool, reporter: any FetchReporter
    ) {
        self.settings = settings
        folder = StateFolder(path: settings.stateFolder)
        self.version = version
        self.clock = clock
        self.credentials = credentials
        self.since = since
        self.isDry = isDry
        self.reporter = reporter
    }

    /// Fetches what is due of these sources. The caller holds the lock.
    ///
    /// - Throws: what ends the whole run: a disk that fails, or that somebody wants it to end.
    package func run(_ sources: [SourceSettings]) throws(FetchFailure) -> [Result] {
        let client = try WebClient(limits: settings.limits, version: version, clock: clock)
        var results: [Result] = []
        for source in sources {
            // A run may take hours: how its sources are is told as soon as it is known.
            defer { try? writeStatus() }
            results.append(try fetch(source, client))
        }
        return results
    }

    private func fetch(_ source: SourceSettings, _ client: WebClient) throws(FetchFailure) -> Result {
        let run = try SourceRun(source, in: self, client: client)
        if let until = run.state.notBefore, until > clock.now {
            return Result(source: source.name, delivered: [], failure: nil, restsUntil: until)
        }
        run.state.notBefore = nil
        run.state.lastAttempt = clock.now
        do throws(FetchFailure) {
            try run.begin()
            try source.gatherer.gather(run)
        } catch {
            run.report(error, source.name)
        }
        let end = run.failure?.failure
        if !isDry {
            note(run)
            try folder.write(run.state, of: source.name)
        }
        // What ends the run is told once, here; the state of the source has it too.
        if end == .interrupted { throw .interrupted }
        if case .disk? = end, let end { throw end }
        return Result(source: source.name, delivered: run.delivered, failure: end)
    }

    private func note(_ run: SourceRun) {
        guard let (failure, what) = run.failure else {
            run.state.lastSuccess = clock.now
            run.state.failures = 0
            run.state.error = nil
            return
        }
        // Somebody ended it: that is no fault of the source.
        if failure == .interrupted { return }
        run.state.failures += 1
        run.state.error = .init(
            kind: failure.kind, what: what, at: clock.now, text: failure.words, remedy: failure.remedy)
    }

    private func writeStatus() throws(FetchFailure) {
        guard !isDry else { return }
        try StatusReport(settings, folder, clock: clock, version: version).write(to: folder)
    }

    /// What is due by what is known here.
    package func plan(_ sources: [SourceSettings]) throws(FetchFailure) -> [PlannedFetch] {
        var planned: [PlannedFetch] = []
        for source in sources {
            planned += source.gatherer.plan(try folder.state(of: source.name), folder, since: since, now: clock)
        }
        return planned
    }
}

extension SourceSettings {
    var gatherer: any Gatherer {
        switch plan {
        case .ted(let settings): TEDSource(name: name, settings: settings)
        case .file(let settings): FileSource(source: self, settings: settings)
        case .days(let settings): DaySource(name: name, settings: settings)
        case .folder(let settings): FolderSource(name: name, settings: settings)
        }
    }
}
