import Procurement

/// Notices that are fetched one by one, and packed.
struct SingleNotices {
    /// The most that a notice may be: torg-feed takes no larger one.
    private static let largest = 32 << 20

    let run: SourceRun
    let day: CalendarDate

    /// Fetches each notice, and packs them into a part of the drop folder. What has come stays until all have.
    ///
    /// - Parameters:
    ///   - key: tells them from those of other days.
    ///   - request: for a notice by its id.
    /// - Returns: their bytes.
    func pack(
        _ ids: [String], as key: String, to file: String, request: (String) throws(FetchFailure) -> WebRequest
    ) throws(FetchFailure) -> Int {
        do throws(FetchFailure) {
            return try fetch(ids, key, file, request)
        } catch {
            run.drop.removePart(file)
            throw error
        }
    }

    private func fetch(
        _ ids: [String], _ key: String, _ file: String, _ request: (String) throws(FetchFailure) -> WebRequest
    ) throws(FetchFailure) -> Int {
        var parts: [PartFile] = []
        var bytes = 0
        let writer = try PackageWriter(path: run.drop.part(file), day: day)
        for (index, id) in ids.enumerated() {
            guard
                let part = try run.download(
                    try request(id), as: "\(key)-\(id)", of: "\(key) \(index + 1)/\(ids.count)",
                    limit: Self.largest)
            else { continue }
            parts.append(part)
            bytes += part.size
            try writer.add("\(key)/\(id).xml", try part.content())
        }
        guard parts.count == ids.count else { throw .fewer(expected: ids.count, received: parts.count) }
        try writer.finish()
        for part in parts { part.remove() }
        return bytes
    }
}
