import FoundationEssentials
import Procurement

/// One file at an address, asked for again after some days, and delivered when it is another than before.
struct FileSource: Gatherer {
    let source: SourceSettings
    let settings: FileSettings

    private static let usual: [SourceKind: Int] = [.uhm: 115_000_000, .bolagsverket: 245_000_000, .scb: 70_000_000]

    func plan(_ state: SourceState, _ folder: StateFolder, since: CalendarDate?, now: FetchClock) -> [PlannedFetch] {
        let due = self.due(state)
        return [
            PlannedFetch(
                source: source.name, what: settings.address.description, bytes: Self.usual[source.kind],
                due: due.flatMap { $0 > now.today ? $0 : nil })
        ]
    }

    /// By days, so that a timer with a delay of its own doesn't make eight of seven; `nil` where it was never fetched.
    private func due(_ state: SourceState) -> CalendarDate? {
        state.files["file"].map {
            CalendarDate(seconds: Int($0.checked.timeIntervalSince1970)).adding(days: settings.everyDays)
        }
    }

    func gather(_ run: SourceRun) throws(FetchFailure) {
        if let due = due(run.state), due > run.clock.today { return }
        if run.isDry { return run.reporter.wouldFetch(source.name, settings.address.description) }
        var request = WebRequest(settings.address, kind: settings.content)
        request.login = try run.credentials.login(settings.login)
        request.known = run.state.files["file"]?.validators
        guard let part = try run.download(request, as: "file", of: settings.address.lastComponent) else {
            run.state.files["file"]?.checked = run.clock.now
            run.state.waiting = 0
            return
        }
        do throws(FetchFailure) {
            let digest = try FileCheck(path: part.path, kind: settings.content).digest(columns: settings.columns)
            let isNew = run.state.files["file"]?.digest != digest
            let file = name(on: run.clock.today)
            if isNew { try run.place(part, as: file) }
            run.state.files["file"] = .init(
                validators: part.note.validators, digest: digest, bytes: part.size, checked: run.clock.now)
            if isNew { run.state.dataThrough = Self.day(part.note.validators) ?? run.clock.today }
            run.state.waiting = 0
            try run.commit(isNew ? [file] : [])
            part.remove()
        } catch {
            // A file that was damaged on its way is fetched anew as a whole.
            if !error.isOurs { part.remove() }
            throw error
        }
    }

    /// `bolagsverket-2026-11-30.zip`, `tendsign-2026-11-30-export.xml`.
    private func name(on day: CalendarDate) -> String {
        settings.content == .any
            ? "\(source.name)-\(day)-\(FileName.safe(settings.ending))" : "\(source.name)-\(day).\(settings.ending)"
    }

    /// The day of `Last-Modified`.
    private static func day(_ validators: Validators) -> CalendarDate? {
        var head = ResponseHead()
        guard let text = validators.lastModified, head.take("last-modified: \(text)") else { return nil }
        return head.time("last-modified").map { CalendarDate(seconds: $0) }
    }
}
