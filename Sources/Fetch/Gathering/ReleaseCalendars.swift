import FoundationEssentials
import Procurement

/// TED's release calendars, kept from one run to the next: a year's is known long before.
struct ReleaseCalendars {
    let settings: TEDSettings

    /// A calendar that is older is asked for again.
    private static let fresh: Double = 20 * 3600
    /// One that can't be had again is good for so long.
    private static let usable: Double = 40 * 86_400

    /// The issues from a day on whose packages are final, by the calendars that are kept; `nil` where one is missing.
    func kept(_ folder: StateFolder, since: CalendarDate, until clock: FetchClock) -> [Issue]? {
        var issues: [Issue] = []
        for year in years(since, clock) {
            guard let text = folder.kept(name(year)), let calendar = try? ReleaseCalendar(csv: text, year: year)
            else {
                return nil
            }
            issues += calendar.issues
        }
        return issues.filter { $0.day >= since && $0.finalAt <= clock.seconds }
    }

    /// The same, with what is missing or old asked for.
    func issues(_ run: SourceRun, since: CalendarDate) throws(FetchFailure) -> [Issue] {
        for year in years(since, run.clock) {
            let fetched = run.folder.kept(name(year)) == nil ? nil : run.state.files[name(year)]?.checked
            let age = fetched.map { run.clock.now.timeIntervalSince($0) }
            // After its year a calendar doesn't change; before, issues are moved now and then.
            let isSettled =
                fetched.map { CalendarDate(seconds: Int($0.timeIntervalSince1970)).civil.year > year } ?? false
            if let age, age < Self.fresh || isSettled { continue }
            do throws(FetchFailure) {
                try fetch(year, run)
            } catch {
                guard let age, age < Self.usable, error != .interrupted else { throw error }
            }
        }
        return kept(run.folder, since: since, until: run.clock) ?? []
    }

    private func fetch(_ year: Int, _ run: SourceRun) throws(FetchFailure) {
        let address = try settings.calendar.appending("\(year)")
        let bytes = try run.client.answer(WebRequest(address, kind: .csv), limit: 1 << 20) {
            bytes throws(FetchFailure) in
            // One that can't be read isn't kept.
            _ = try ReleaseCalendar(csv: String(decoding: bytes, as: UTF8.self), year: year)
            return bytes
        }
        try run.folder.keep(name(year), bytes)
        run.state.files[name(year)] = .init(bytes: bytes.count, checked: run.clock.now)
    }

    private func years(_ since: CalendarDate, _ clock: FetchClock) -> ClosedRange<Int> {
        let year = clock.today.civil.year
        return min(since.civil.year, year)...year
    }

    private func name(_ year: Int) -> String { "ted-calendar-\(year).csv" }
}
