import Procurement

/// Issues of months that are over: one package has all of a month.
struct TEDMonths {
    let source: TEDSource
    let run: SourceRun

    /// A month's package is made after its last issue.
    private static let settled = 7

    /// Fetches the months of which many issues are pending. What a month lacks is left for the packages of the days.
    func gather(_ pending: [Issue]) throws(FetchFailure) {
        let months = Dictionary(grouping: pending) { $0.day.civil.year * 12 + $0.day.civil.month - 1 }
        for (month, issues) in months.sorted(by: { $0.key < $1.key }) where issues.count >= source.settings.monthlyFrom
        {
            guard let next = CalendarDate(year: (month + 1) / 12, month: (month + 1) % 12 + 1, day: 1),
                run.clock.today.days(since: next) >= Self.settled
            else { continue }
            do throws(FetchFailure) {
                try fetch("\(month / 12)-\(month % 12 + 1)", issues)
            } catch .notFound {
                continue
            } catch {
                if error.isOurs { throw error }
                run.report(error, "month \(month / 12)-\(month % 12 + 1)")
                // The packages of the days are on the same server.
                if error.endsSource { throw error }
            }
        }
    }

    private func fetch(_ month: String, _ issues: [Issue]) throws(FetchFailure) {
        let address = try source.settings.packages.appending("monthly/\(month)")
        guard let part = try run.download(WebRequest(address, kind: .gzip), as: "\(month).tar.gz", of: month) else {
            return
        }
        do throws(FetchFailure) {
            try take(part, issues)
            part.remove()
        } catch {
            // One that is damaged is fetched anew, if it still saves anything.
            if !error.isOurs { part.remove() }
            throw error
        }
    }

    private func take(_ part: PartFile, _ issues: [Issue]) throws(FetchFailure) {
        let package = try PackageReader(path: part.path)
        while let member = try package.next() {
            guard member.bytes.starts(with: [0x1F, 0x8B]), let first = try PackageReader(bytes: member.bytes).next(),
                let issue = issues.first(where: { Self.folder($0, isIn: first.path) })
            else { continue }
            do throws(FetchFailure) {
                try source.take(try PackageReader(bytes: member.bytes), issue, bytes: member.bytes.count, .month, run)
            } catch {
                if error.isOurs { throw error }
                // Its own package is tried next.
                continue
            }
        }
    }

    /// `20260714_136/00566631_2026.xml`, whatever zeros the number has.
    private static func folder(_ issue: Issue, isIn path: String) -> Bool {
        path.split(separator: "/").contains { part in
            let parts = part.split(separator: "_")
            return parts.count == 2 && parts[0] == issue.day.description.filter { $0 != "-" }
                && Int(parts[1]) == issue.number
        }
    }
}
