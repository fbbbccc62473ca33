import FoundationEssentials
import Procurement

/// TED: the package of each issue, as the release calendar says, of which the notices that are asked for are kept.
///
/// A package is complete when it has as many notices as the search service counts for its day. What can't be had as a
/// package for days is asked for notice by notice. Issues long past come by the month.
struct TEDSource: Gatherer {
    let name: String
    let settings: TEDSettings

    /// How large packages usually are, packed.
    private static let usualIssue = 18_000_000
    /// The most that one may be.
    private static let largestIssue = 512 << 20
    /// So many days after its day an issue that isn't there is late; before, it isn't out yet.
    static let grace = 2
    /// How long a day's count is asked for that couldn't be had.
    private static let confirmDays = 14

    func plan(_ state: SourceState, _ folder: StateFolder, since: CalendarDate?, now: FetchClock) -> [PlannedFetch] {
        let calendars = ReleaseCalendars(settings: settings)
        guard let issues = calendars.kept(folder, since: since ?? settings.since, until: now) else {
            return [PlannedFetch(source: name, what: "release calendar", bytes: 10_000)]
        }
        return pending(issues, state).map {
            PlannedFetch(source: name, what: "\($0) (\($0.day))", bytes: Self.usualIssue)
        }
    }

    func gather(_ run: SourceRun) throws(FetchFailure) {
        let issues = try ReleaseCalendars(settings: settings).issues(run, since: run.since ?? settings.since)
        defer { tellReach(issues, run) }
        if run.isDry {
            for issue in pending(issues, run.state) { run.reporter.wouldFetch(name, "\(issue) (\(issue.day))") }
            return
        }
        try TEDMonths(source: self, run: run).gather(pending(issues, run.state))
        var ended: FetchFailure?
        for issue in pending(issues, run.state) {
            do throws(FetchFailure) {
                // With packages that nobody gets, the rest are only asked for notice by notice.
                if let ended { throw ended }
                try package(issue, run)
                run.state.troubles["packages"] = nil
            } catch {
                if error.isOurs { throw error }
                if error.endsSource {
                    run.trouble("packages", error)
                    ended = error
                }
                try instead(of: issue, error, run)
            }
        }
        try confirm(run)
    }

    func pending(_ issues: [Issue], _ state: SourceState) -> [Issue] {
        issues.filter { state.issues[$0.description] == nil }
    }

    // MARK: A package

    private func package(_ issue: Issue, _ run: SourceRun) throws(FetchFailure) {
        let address = try settings.packages.appending("daily/\(issue)")
        guard
            let part = try run.download(
                WebRequest(address, kind: .gzip), as: "\(issue).tar.gz", of: "\(issue)",
                limit: Self.largestIssue)
        else { return }
        // Whatever becomes of it: what was wrong is fetched anew.
        defer { part.remove() }
        try take(try PackageReader(path: part.path), issue, bytes: part.size, .package, run)
    }

    /// Keeps what is asked for of an issue's package, when it is complete.
    func take(
        _ package: PackageReader, _ issue: Issue, bytes: Int, _ way: SourceState.Issue.Way, _ run: SourceRun
    ) throws(FetchFailure) {
        let known = run.state.notices["\(issue)"] ?? []
        let file = file(issue, run)
        do throws(FetchFailure) {
            let count = try PackageFilter(countries: Set(settings.countries))
                .copy(package, to: run.drop.part(file), day: issue.day, known: known)
            let expected = try expected(issue, run)
            if let expected, count.received < expected { throw .fewer(expected: expected, received: count.received) }
            if count.new.isEmpty { run.drop.removePart(file) }
            // Until the count is known it may turn out that some are lacking.
            run.state.notices["\(issue)"] = expected == nil ? known + count.new : nil
            try keep(
                issue,
                .init(
                    day: issue.day, way: way, expected: expected, received: count.received, kept: count.kept,
                    bytes: bytes, at: run.clock.now), count.new.isEmpty ? [] : [file], run)
        } catch {
            run.drop.removePart(file)
            throw error
        }
    }

    /// How many notices the search service counts; `nil` where it can't be asked.
    private func expected(_ issue: Issue, _ run: SourceRun) throws(FetchFailure) -> Int? {
        if run.isSearchDown { return nil }
        do throws(FetchFailure) {
            return try TEDSearch(address: settings.search, client: run.client).count(issue.day)
        } catch {
            if error == .interrupted { throw error }
            run.isSearchDown = true
            return nil
        }
    }

    /// The name of an issue's file, another for what came after a first part of it.
    private func file(_ issue: Issue, _ run: SourceRun) -> String {
        "\(name)-\(issue)" + (run.state.notices["\(issue)"] == nil ? "" : "-more") + ".tar.gz"
    }

    private func keep(
        _ issue: Issue, _ entry: SourceState.Issue, _ files: [String], _ run: SourceRun
    ) throws(FetchFailure) {
        run.state.issues["\(issue)"] = entry
        run.state.troubles["\(issue)"] = nil
        try run.commit(files)
    }

    // MARK: Without its package

    /// Reports what a package failed by, unless the search service and single notices bring what it should have.
    private func instead(of issue: Issue, _ failure: FetchFailure, _ run: SourceRun) throws(FetchFailure) {
        let late = run.clock.today.days(since: issue.day)
        if failure == .notFound, late <= Self.grace { return }
        run.trouble(issue.description, failure)
        let isDue =
            run.hasTrouble(issue.description, days: settings.fallbackAfter)
            || late >= settings.fallbackAfter && run.hasTrouble("packages", days: settings.fallbackAfter)
        let told: FetchFailure = failure == .notFound ? .overdue(days: late) : failure
        guard isDue else { return run.report(told, "\(issue)") }
        do throws(FetchFailure) {
            try search(issue, run)
        } catch {
            if error.isOurs { throw error }
            run.report(told, "\(issue)")
            run.report(error, "\(issue), notice by notice")
            // It has been tried for this issue; for the next one of the same servers it would end in the same way.
            if error.endsSource { throw error }
        }
    }

    private func search(_ issue: Issue, _ run: SourceRun) throws(FetchFailure) {
        let numbers = try TEDSearch(address: settings.search, client: run.client)
            .numbers(issue.day, countries: settings.countries)
        let known = run.state.notices["\(issue)"] ?? []
        let new = numbers.filter { !known.contains($0) }
        let file = file(issue, run)
        let bytes = try SingleNotices(run: run, day: issue.day).pack(new, as: "\(issue)", to: file) {
            number throws(FetchFailure) in
            WebRequest(try settings.notices.appending("\(number)/xml"), kind: .xml)
        }
        if new.isEmpty { run.drop.removePart(file) }
        run.state.notices["\(issue)"] = nil
        try keep(
            issue,
            .init(
                day: issue.day, way: .search, expected: numbers.count, received: numbers.count, kept: numbers.count,
                bytes: bytes, at: run.clock.now), new.isEmpty ? [] : [file], run)
    }

    // MARK: Afterwards

    /// Asks for counts that couldn't be had when their packages came. An issue that lacks notices is pending again.
    private func confirm(_ run: SourceRun) throws(FetchFailure) {
        if run.isSearchDown { return }
        let search = TEDSearch(address: settings.search, client: run.client)
        let unconfirmed = run.state.issues.filter { _, issue in
            issue.expected == nil && run.clock.today.days(since: issue.day) <= Self.confirmDays
                && run.clock.now.timeIntervalSince(issue.at) > 3600
        }
        for (key, issue) in unconfirmed.sorted(by: { $0.key < $1.key }) {
            do throws(FetchFailure) {
                let expected = try search.count(issue.day)
                if issue.received < expected {
                    run.state.issues[key] = nil
                    run.report(.fewer(expected: expected, received: issue.received), key)
                } else {
                    run.state.issues[key]?.expected = expected
                    run.state.notices[key] = nil
                }
            } catch {
                if error == .interrupted { throw error }
                return run.report(error, "\(key), count")
            }
        }
    }

    private func tellReach(_ issues: [Issue], _ run: SourceRun) {
        if run.isPartial(settings.since) { return }
        let waiting = pending(issues, run.state)
        run.state.waiting = waiting.count
        run.state.waitingSince = waiting.first.map { Date(timeIntervalSince1970: Double($0.finalAt)) }
        let complete = issues.filter { issue in waiting.first.map { issue < $0 } ?? true }
        if let last = complete.last { run.state.dataThrough = last.day }
    }
}
