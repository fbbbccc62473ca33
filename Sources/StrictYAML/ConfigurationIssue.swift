/// One mistake in a configuration: its place, what is wrong and what would be right.
///
/// It reads `torg.yaml:12: rpc.sokcet: unknown key; did you mean rpc.socket?`.
package struct ConfigurationIssue: Sendable, Hashable, CustomStringConvertible {
    /// Where a value stands.
    package struct Place: Sendable, Hashable {
        /// The file's path as it was given, or `environment`.
        package var file: String
        /// From 1; `nil` where a line means nothing (a file that can't be read, a variable).
        package var line: Int?
        /// The full key (`rpc.socket`, `categories[2].cpv`) or the variable (`TORG_RPC_SOCKET`); empty for the whole
        /// file.
        package var key: String

        package init(file: String, line: Int? = nil, key: String = "") {
            self.file = file
            self.line = line
            self.key = key
        }
    }

    package var place: Place
    package var problem: String
    /// What would be right, or what to do; `nil` where the problem says it.
    package var remedy: String?

    package init(_ place: Place, _ problem: String, _ remedy: String? = nil) {
        self.place = place
        self.problem = problem
        self.remedy = remedy
    }

    package var description: String {
        let line = place.line.map { "\(place.file):\($0)" } ?? place.file
        let subject = place.key.isEmpty ? "" : "\(place.key): "
        return "\(line): \(subject)\(problem)\(remedy.map { "; \($0)" } ?? "")"
    }
}

/// The configuration can't be used. Lists every mistake in every file, so that they are mended in one go.
package struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Never empty; by file in the order of reading, then by line.
    package let issues: [ConfigurationIssue]

    package init(issues: [ConfigurationIssue]) { self.issues = issues }

    /// One issue a line.
    package var description: String { issues.map(\.description).joined(separator: "\n") }
}

/// The mistakes in all files that are read together.
package final class ConfigurationIssues {
    private var found: [ConfigurationIssue] = []

    package init() {}

    /// Adds a mistake, once.
    package func add(_ place: ConfigurationIssue.Place, _ problem: String, _ remedy: String? = nil) {
        add(ConfigurationIssue(place, problem, remedy))
    }

    /// Adds a mistake, once.
    package func add(_ issue: ConfigurationIssue) {
        if !found.contains(issue) { found.append(issue) }
    }

    /// Ends the reading where anything is wrong.
    package func check() throws(ConfigurationError) {
        if !found.isEmpty { throw ConfigurationError(issues: inReadingOrder) }
    }

    /// By file as they were read, then by line; mistakes on one line stay in the order of finding.
    private var inReadingOrder: [ConfigurationIssue] {
        var files: [String] = []
        for issue in found where !files.contains(issue.place.file) { files.append(issue.place.file) }
        return files.flatMap { file in
            found.filter { $0.place.file == file }.enumerated()
                .sorted { ($0.element.place.line ?? 0, $0.offset) < ($1.element.place.line ?? 0, $1.offset) }
                .map(\.element)
        }
    }
}
