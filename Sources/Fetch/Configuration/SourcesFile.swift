import Procurement
import StrictYAML

/// `sources.yaml`: what is fetched. All that is wrong with it is told at once.
package struct SourcesFile {
    private let record: YAMLRecord
    private let issues: ConfigurationIssues

    /// Reads the file at `path`.
    ///
    /// - Parameter environment: for systemd's `STATE_DIRECTORY`.
    package static func read(_ path: String, environment: [String: String]) throws(ConfigurationError) -> FetchSettings
    {
        try read(try YAMLFile.read(path), path: path, environment: environment)
    }

    static func read(_ root: YAMLNode, path: String, environment: [String: String]) throws(ConfigurationError)
        -> FetchSettings
    {
        let issues = ConfigurationIssues()
        let entries: [YAMLEntry]
        switch root.content {
        case .mapping(let keys): entries = keys
        case .nothing:
            // As it is installed: with everything commented out.
            return FetchSettings(limits: TransferLimits(contact: ""), environment: environment)
        case .text, .list:
            issues.add(root.place, "holds \(root.noun)", "write contact: and sources:")
            entries = []
        }
        let record = YAMLRecord(entries, at: root.place, issues)
        let settings = SourcesFile(record: record, issues: issues).settings(environment)
        record.refuseUnknown()
        try issues.check()
        return settings
    }

    private func settings(_ environment: [String: String]) -> FetchSettings {
        var limits = TransferLimits(contact: contact())
        if let entry = record.entry("attempts") { limits.retries.attempts = entry.count(in: 1...20, issues) ?? 4 }
        duration("first_wait", .milliseconds(1)...(.seconds(600)), into: &limits.retries.firstWait)
        duration("longest_wait", .milliseconds(1)...(.seconds(3600)), into: &limits.retries.longestWait)
        duration("patience", .zero...(.seconds(7200)), into: &limits.patience)
        duration("longest", .seconds(1)...(.seconds(20 * 3600)), into: &limits.longest)
        duration("pause", .zero...(.seconds(60)), into: &limits.pause)
        duration("connect", .milliseconds(100)...(.seconds(300)), into: &limits.connect)
        duration("stall", .seconds(1)...(.seconds(600)), into: &limits.stall)
        limits.certificates = record.text("certificates", required: false)
        var settings = FetchSettings(limits: limits, environment: environment)
        if let folder = record.text("drop", required: false) { settings.dropFolder = folder }
        if let folder = record.text("state", required: false) { settings.stateFolder = folder }
        settings.sources = sources()
        return settings
    }

    private func contact() -> String {
        guard let text = record.text("contact", required: true) else { return "" }
        let isPrintable = text.utf8.allSatisfy { (33...126).contains($0) && ![40, 41, 59].contains($0) }
        if !isPrintable || !(text.hasPrefix("https://") || text.hasPrefix("mailto:")) {
            record.report(
                "contact", "“\(text)” is no address", "write https://… or mailto:…, where the publisher can ask")
        }
        return text
    }

    private func duration(_ key: String, _ range: ClosedRange<Duration>, into value: inout Duration) {
        if let entry = record.entry(key), let given = entry.duration(in: range, issues) { value = given }
    }

    private func sources() -> [SourceSettings] {
        guard let entry = record.entry(required: "sources", expected: "a list: each begins with “- kind:”") else {
            return []
        }
        guard case .list(let items) = entry.value.content, !items.isEmpty else {
            issues.add(entry.place, "is \(entry.value.noun)", "write a list: each begins with “- kind:”")
            return []
        }
        var sources: [SourceSettings] = []
        for item in items {
            guard case .mapping(let keys) = item.content else {
                issues.add(item.place, "is \(item.noun)", "write its keys: kind, name …")
                continue
            }
            let record = YAMLRecord(keys, at: item.place, issues)
            guard let source = SourceReader(record: record, issues: issues).source() else { continue }
            if sources.contains(where: { $0.name == source.name }) {
                record.report("name", "“\(source.name)” stands twice", "give each source a name of its own")
            }
            record.refuseUnknown()
            sources.append(source)
        }
        return sources
    }
}
