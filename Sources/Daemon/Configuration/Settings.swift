import StrictYAML

/// The keys of `torg.yaml`, each from the environment or else from the file.
///
/// Asking for a key makes it a known one: what stands in the file and was never asked for is an unknown key. So there
/// is one list of keys, the code that reads them. What is wrong is gathered, and the default stands in meanwhile.
struct Settings {
    private let root: YAMLNode
    private let source: ConfigurationSource
    private let issues: ConfigurationIssues
    private(set) var knownKeys: [String] = []

    /// - Parameter root: the file's content; `nothing` without a file. Relative paths in it start from its folder.
    init(root: YAMLNode, source: ConfigurationSource, _ issues: ConfigurationIssues) {
        self.root = root
        self.source = source
        self.issues = issues
    }

    /// `rpc.socket` is set by `TORG_RPC_SOCKET`.
    static func variable(for key: String) -> String {
        "TORG_" + key.uppercased().replacing(".", with: "_")
    }

    // MARK: Asking

    /// `nil` where the key is set nowhere.
    mutating func text(_ key: String) -> String? {
        written(key)?.text(expected: "one value", issues)
    }

    mutating func path(_ key: String) -> String? {
        guard let written = written(key), let text = written.text(expected: "a path", issues) else { return nil }
        let isVariable = written.place.file == Self.environment
        return Path.resolve(text, in: isVariable ? source.workingFolder : Path.folder(of: root.place.file))
    }

    /// The path of something that must be there; `nil` where the key is not set, or names nothing of that kind.
    mutating func existingPath(_ key: String, _ kind: ConfigurationSource.PathKind) -> String? {
        guard let path = path(key) else { return nil }
        let found = source.kind(path)
        if found == kind { return path }
        let noun = kind == .folder ? "folder" : "file"
        report(
            key, problem: found == .absent ? "there is no \(noun) \(path)" : "\(path) is no \(noun)",
            remedy: "make it, or write the path of one that is there")
        return nil
    }

    mutating func words(_ key: String) -> [String] {
        guard let written = written(key) else { return [] }
        switch written.value.content {
        case .nothing: return []
        case .text(let text):
            return text.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
        case .list(let items):
            return items.compactMap { item in
                if case .text(let word) = item.content { return word }
                var place = written.place
                place.line = item.place.line
                issues.add(place, "\(item.noun) stands in the list", "write names only")
                return nil
            }
        case .mapping:
            issues.add(written.place, "has keys of its own", "write a list of names, such as [anna, bo]")
            return []
        }
    }

    mutating func count(_ key: String, default value: Int, in range: ClosedRange<Int>) -> Int {
        written(key)?.count(in: range, issues) ?? value
    }

    mutating func bytes(_ key: String, default value: Int, in range: ClosedRange<Int>) -> Int {
        written(key)?.bytes(in: range, issues) ?? value
    }

    mutating func duration(_ key: String, default value: Duration, in range: ClosedRange<Duration>) -> Duration {
        written(key)?.duration(in: range, issues) ?? value
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, default value: Choice) -> Choice
    where Choice.RawValue == String {
        written(key)?.choice(issues) ?? value
    }

    /// The key as it is written, from the environment or else from the file.
    private mutating func written(_ key: String) -> YAMLEntry? {
        if !knownKeys.contains(key) { knownKeys.append(key) }
        let variable = Self.variable(for: key)
        if let text = source.environment[variable], !text.isEmpty {
            let place = ConfigurationIssue.Place(file: Self.environment, key: variable)
            return YAMLEntry(key: key, place: place, value: YAMLNode(.text(text), at: place))
        }
        var found = YAMLEntry(key: "", place: root.place, value: root)
        for part in key.split(separator: ".") {
            guard case .mapping(let entries) = found.value.content, let entry = entries.first(where: { $0.key == part })
            else { return nil }
            found = entry
        }
        return found
    }

    private static let environment = "environment"

    // MARK: Reporting

    mutating func report(_ key: String, problem: String, remedy: String) {
        issues.add(written(key)?.place ?? .init(file: root.place.file, key: key), problem, remedy)
    }

    /// Reports keys and variables that were never asked for. To be called when all have been.
    func refuseUnknown() {
        refuseUnknownKeys(in: root)
        refuseUnknownVariables()
    }

    private func refuseUnknownKeys(in node: YAMLNode) {
        let section = node.place.key
        guard case .mapping(let entries) = node.content else {
            if case .nothing = node.content { return }
            return issues.add(
                node.place, "is \(node.noun) where keys were expected",
                section.isEmpty ? "begin with a key such as rpc:" : "write its keys below it, indented")
        }
        for entry in entries {
            let key = entry.place.key
            if section.isEmpty, entry.key.contains("."), knownKeys.contains(key) {
                issues.add(
                    entry.place, "written with a dot",
                    "write \(key.replacing(".", with: ": and below it, indented, ")):")
            } else if knownKeys.contains(key) {
                continue
            } else if knownKeys.contains(where: { $0.hasPrefix("\(key).") }) {
                refuseUnknownKeys(in: entry.value)
            } else {
                issues.add(entry.place, "unknown key", suggestion(for: key))
            }
        }
    }

    /// A misspelt variable of a section that there is. Others (`TORG_CORPUS` …) belong to tests and scripts.
    private func refuseUnknownVariables() {
        let known = knownKeys.map(Self.variable)
        let sections = Set(knownKeys.compactMap { $0.split(separator: ".").first }.map { "TORG_\($0.uppercased())_" })
        for name in source.environment.keys.sorted()
        where !known.contains(name) && sections.contains(where: { name.hasPrefix($0) }) {
            issues.add(
                .init(file: Self.environment, key: name), "unknown variable",
                NearestWord.question(name, among: known.sorted()) ?? "unset it")
        }
    }

    private func suggestion(for key: String) -> String {
        let sections = Set(knownKeys.compactMap { $0.split(separator: ".").first.map(String.init) })
        return NearestWord.question(key, among: knownKeys) ?? NearestWord.question(key, among: sections.sorted())
            ?? "see config/torg.yaml for all keys"
    }
}
