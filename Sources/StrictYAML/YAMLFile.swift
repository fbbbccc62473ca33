import FoundationEssentials

/// Reads YAML files from the disk.
package enum YAMLFile {
    /// The content of the file at `path`, one YAML document.
    ///
    /// - Throws: the one issue that keeps it from being read.
    package static func read(_ path: String) throws(ConfigurationError) -> YAMLNode {
        let text = try text(path)
        do {
            return try YAMLNode(parsing: text, file: path)
        } catch {
            throw ConfigurationError(issues: [error.issue(in: path)])
        }
    }

    /// The text of the file at `path`.
    ///
    /// - Throws: the one issue that keeps it from being read.
    package static func text(_ path: String) throws(ConfigurationError) -> String {
        let place = ConfigurationIssue.Place(file: path)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ConfigurationError(issues: [
                ConfigurationIssue(place, "can't be opened", "it must be a readable file")
            ])
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw ConfigurationError(issues: [ConfigurationIssue(place, "isn't UTF-8", "save it as UTF-8")])
        }
        return text
    }
}
