import FoundationEssentials
import Glibc
import Procurement

/// A folder on a server: every file in it that is new or has changed.
struct FolderSource: Gatherer {
    let name: String
    let settings: FolderSettings

    /// A listing is no data, and is small.
    private static let listingBytes = 8 << 20
    /// A file a day for half a century. What is known of them is read and written in every run.
    private static let mostFiles = 20_000

    func plan(_ state: SourceState, _ folder: StateFolder, since: CalendarDate?, now: FetchClock) -> [PlannedFetch] {
        [PlannedFetch(source: name, what: "\(settings.address)\(settings.pattern)")]
    }

    func gather(_ run: SourceRun) throws(FetchFailure) {
        let login = try run.credentials.login(settings.login)
        let listed = try list(login, run)
        run.state.waiting = 0
        forget(listed, run)
        for entry in listed {
            let known = run.state.files[entry.name]
            // SFTP's listing tells size and time; of a web server's, each file is asked whether it has changed.
            if let mark = entry.mark, mark == known?.listed { continue }
            if run.isDry {
                run.reporter.wouldFetch(name, entry.name)
                continue
            }
            do throws(FetchFailure) {
                try fetch(entry, as: FolderListing.fileName(of: entry, among: listed), known, login, run)
            } catch {
                if error.endsSource { throw error }
                run.state.waiting += 1
                run.report(error, entry.name)
            }
        }
        if run.failure == nil, !run.isDry { run.state.dataThrough = run.clock.today }
    }

    /// Of files that aren't there any more, the ones that came last are still known: they may only be away for a night.
    private func forget(_ listed: [FolderListing.Entry], _ run: SourceRun) {
        guard run.state.files.count > Self.mostFiles else { return }
        let names = Set(listed.map(\.name))
        let gone = run.state.files.filter { !names.contains($0.key) }.sorted { $0.value.checked < $1.value.checked }
        for (name, _) in gone.prefix(run.state.files.count - Self.mostFiles) { run.state.files[name] = nil }
    }

    private func fetch(
        _ entry: FolderListing.Entry, as name: String, _ known: SourceState.File?, _ login: WebRequest.Login,
        _ run: SourceRun
    ) throws(FetchFailure) {
        var request = WebRequest(try settings.address.appending(entry.path), kind: .any)
        request.login = login
        request.known = known?.validators
        guard let part = try run.download(request, as: entry.name) else {
            run.state.files[entry.name]?.checked = run.clock.now
            return
        }
        defer { part.remove() }
        // While it was fetched, somebody may still have been writing to it: then it is another now.
        if entry.mark != nil {
            guard try list(login, run).contains(entry), part.size == entry.size ?? part.size else { return }
        }
        let digest = try FileCheck(path: part.path, kind: .any).digest()
        let isNew = known?.digest != digest
        let file = "\(self.name)-\(name)"
        if isNew { try run.place(part, as: file) }
        run.state.files[entry.name] = .init(
            validators: part.note.validators, listed: entry.mark, digest: digest, bytes: part.size,
            checked: run.clock.now)
        try run.commit(isNew ? [file] : [])
    }

    private func list(_ login: WebRequest.Login, _ run: SourceRun) throws(FetchFailure) -> [FolderListing.Entry] {
        var request = WebRequest(settings.address, kind: settings.address.scheme == .sftp ? .any : .html)
        request.login = login
        let text = try run.client.answer(request, limit: Self.listingBytes) { bytes throws(FetchFailure) in
            String(decoding: bytes, as: UTF8.self)
        }
        let entries = settings.address.scheme == .sftp ? FolderListing.sftp(text) : FolderListing.page(text)
        let wanted = entries.filter { fnmatch(settings.pattern, $0.name, FNM_PERIOD) == 0 }
        guard wanted.count <= Self.mostFiles else { throw .shape("\(wanted.count) files in one folder") }
        return wanted
    }
}
