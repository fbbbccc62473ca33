/// One thing wrong in the configuration: where, which key, what is wrong and what would be right.
///
/// It reads `torg.yaml:12: rpc.sokcet: unknown key; did you mean rpc.socket?`.
package struct ConfigurationIssue: Sendable, Hashable, CustomStringConvertible {
    /// The file's path as it was given, or `environment`.
    package var file: String
    /// From 1; `nil` where a line means nothing (a file that can't be read, a variable).
    package var line: Int?
    /// The full key (`rpc.socket`, `categories[2].cpv`) or the variable (`TORG_RPC_SOCKET`); empty for the whole file.
    package var key: String
    package var problem: String
    /// What would be right, or what to do.
    package var remedy: String

    package init(file: String, line: Int? = nil, key: String = "", problem: String, remedy: String) {
        self.file = file
        self.line = line
        self.key = key
        self.problem = problem
        self.remedy = remedy
    }

    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        let subject = key.isEmpty ? "" : "\(key): "
        return "\(place): \(subject)\(problem); \(remedy)"
    }
}

/// The configuration can't be used. Lists everything that is wrong in every file, so that it is mended in one go.
package struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Never empty; by file in the order of reading, then by line.
    package let issues: [ConfigurationIssue]

    package init(issues: [ConfigurationIssue]) { self.issues = issues }

    /// One issue a line.
    package var description: String { issues.map(\.description).joined(separator: "\n") }
}
