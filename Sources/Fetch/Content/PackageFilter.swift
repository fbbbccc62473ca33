import Procurement

/// Takes the notices that are asked for out of a package of all.
struct PackageFilter {
    /// What a package held.
    struct Count: Equatable {
        /// Notices of all countries.
        var received = 0
        var kept = 0
        /// The numbers of those kept that weren't there before.
        var new: [String] = []
    }

    /// ISO 3166 alpha-2; empty: all.
    let countries: Set<String>

    /// Copies the notices of `countries` out of the package into an archive at `target`.
    ///
    /// - Parameter known: numbers of notices that have come already.
    func copy(
        _ package: PackageReader, to target: String, day: CalendarDate, known: [String] = []
    ) throws(FetchFailure) -> Count {
        let known = Set(known)
        let writer = try PackageWriter(path: target, day: day)
        var count = Count()
        while let member = try package.next() {
            guard member.path.lowercased().hasSuffix(".xml") else { continue }
            if Interruption.isRequested { throw .interrupted }
            count.received += 1
            guard member.bytes.withUnsafeBufferPointer({ BuyerCountries($0) }).admits(countries) else { continue }
            count.kept += 1
            let number = Self.number(member.path)
            if known.contains(number) { continue }
            count.new.append(number)
            try writer.add(Self.safe(member.path), member.bytes)
        }
        guard count.received > 0 else { throw .broken("no notice is in the package") }
        try writer.finish()
        return count
    }

    /// `566631-2026`, as the search service calls `20260714_136/00566631_2026.xml`.
    static func number(_ path: String) -> String {
        let name = path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
        let parts = name.split { $0 == "_" || $0 == "-" }
        guard parts.count == 2, let number = Int(parts[0]), let year = Int(parts[1]) else { return String(name) }
        return "\(number)-\(year)"
    }

    /// The last two parts of a path, with nothing that leads out of the archive.
    static func safe(_ path: String) -> String {
        path.split(separator: "/").filter { $0 != "." && $0 != ".." }.suffix(2).joined(separator: "/")
    }
}
