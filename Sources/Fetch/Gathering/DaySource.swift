import FoundationEssentials
import Procurement

/// What is published day by day: each day once, in their order, when it is over.
struct DaySource: Gatherer {
    let name: String
    let settings: DaySettings

    /// A day that isn't there after so many had no notices: nothing is published at weekends.
    private static let grace = 2

    func plan(_ state: SourceState, _ folder: StateFolder, since: CalendarDate?, now: FetchClock) -> [PlannedFetch] {
        pending(state, since, now).map { PlannedFetch(source: name, what: "\($0)") }
    }

    func gather(_ run: SourceRun) throws(FetchFailure) {
        defer { tellReach(run) }
        let login = try run.credentials.login(settings.login)
        for day in pending(run.state, run.since, run.clock) {
            if run.isDry {
                run.reporter.wouldFetch(name, "\(day)")
                continue
            }
            do throws(FetchFailure) {
                switch settings.service {
                case .export: try export(day, run)
                case .doffin(let download): try doffin(day, download, login, run)
                }
            } catch {
                run.drop.removePart(file(day, "zip"))
                if error.endsSource { throw error }
                run.report(error, "\(day)")
            }
        }
    }

    private func pending(_ state: SourceState, _ since: CalendarDate?, _ clock: FetchClock) -> [CalendarDate] {
        let first = since ?? settings.since
        return (0..<max(0, clock.today.days(since: first))).map { first.adding(days: $0) }
            .filter { state.issues[$0.description] == nil }
    }

    private func file(_ day: CalendarDate, _ ending: String) -> String { "\(name)-\(day).\(ending)" }

    // MARK: A zip a day

    private func export(_ day: CalendarDate, _ run: SourceRun) throws(FetchFailure) {
        let address = try settings.address.asking("pubDay=\(day)&format=eforms.zip")
        let part: PartFile?
        do throws(FetchFailure) {
            part = try run.download(WebRequest(address, kind: .zip), as: "\(day).zip", of: "\(day)")
        } catch .notFound {
            guard run.clock.today.days(since: day) > Self.grace else { return }
            return try keep(day, .none, 0, bytes: 0, [], run)
        }
        guard let part else { return }
        defer { part.remove() }
        let check = FileCheck(path: part.path, kind: .zip)
        let count = try check.zipEntries()
        try run.place(part, as: file(day, "zip"))
        try keep(day, .package, count, bytes: part.size, [file(day, "zip")], run)
    }

    // MARK: Doffin

    private struct Hits: Decodable {
        struct Hit: Decodable { var id: String }

        var numHitsTotal: Int
        var hits: [Hit]
    }

    private func doffin(
        _ day: CalendarDate, _ download: WebAddress, _ login: WebRequest.Login, _ run: SourceRun
    ) throws(FetchFailure) {
        let ids = try hits(day, login, run)
        let file = file(day, "tar.gz")
        guard !ids.isEmpty else { return try keep(day, .none, 0, bytes: 0, [], run) }
        let bytes = try SingleNotices(run: run, day: day).pack(ids, as: "\(day)", to: file) { id throws(FetchFailure) in
            var request = WebRequest(try download.appending(WebAddress.escaped(id)), kind: .xml)
            request.login = login
            return request
        }
        try keep(day, .search, ids.count, bytes: bytes, [file], run)
    }

    private func hits(_ day: CalendarDate, _ login: WebRequest.Login, _ run: SourceRun) throws(FetchFailure) -> [String]
    {
        var ids: [String] = []
        // A search shows a thousand hits; a day has some hundred.
        for page in 1...10 {
            let days = "issueDateFrom=\(day)&issueDateTo=\(day)"
            let address = try settings.address.asking(
                "numHitsPerPage=100&page=\(page)&sortBy=PUBLICATION_DATE_ASC&\(days)")
            var request = WebRequest(address, kind: .json)
            request.login = login
            request.pauses = 2
            let found = try run.client.answer(request, limit: 16 << 20) { bytes throws(FetchFailure) in
                guard let hits = try? JSONDecoder().decode(Hits.self, from: Data(bytes)) else {
                    throw .shape("the search's answer has other members than numHitsTotal and hits")
                }
                return hits
            }
            for hit in found.hits where !ids.contains(hit.id) {
                // It becomes part of an address, and of a name.
                guard Self.isID(hit.id) else { throw .shape("a notice is called “\(hit.id.printable)”") }
                ids.append(hit.id)
            }
            if ids.count >= found.numHitsTotal { return ids.sorted() }
            if found.hits.isEmpty { throw .fewer(expected: found.numHitsTotal, received: ids.count) }
        }
        throw .fewer(expected: 1001, received: ids.count)
    }

    /// `2026-105883`
    static func isID(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == UInt8(ascii: "-")
            }
    }

    private func keep(
        _ day: CalendarDate, _ way: SourceState.Issue.Way, _ count: Int, bytes: Int, _ files: [String], _ run: SourceRun
    ) throws(FetchFailure) {
        run.state.issues[day.description] = .init(
            day: day, way: way, expected: way == .search ? count : nil, received: count, kept: count, bytes: bytes,
            at: run.clock.now)
        try run.commit(files)
    }

    private func tellReach(_ run: SourceRun) {
        if run.isPartial(settings.since) { return }
        let waiting = pending(run.state, run.since, run.clock)
        run.state.waiting = waiting.count
        run.state.waitingSince = waiting.first.map {
            Date(timeIntervalSince1970: Double($0.daysSinceEpoch + 1) * 86_400)
        }
        let through = waiting.first ?? run.clock.today
        if through > (run.since ?? settings.since) { run.state.dataThrough = through.adding(days: -1) }
    }
}
