/// The keys of `torg.yaml`, each from the environment or else from the file.
///
/// Asking for a key makes it a known one: what stands in the file and was never asked for is an unknown key. So there
/// is one list of keys, the code that reads them. What is wrong is gathered, and the default stands in meanwhile.
struct Settings {
    /// A value as written, and where.
    private struct Written {
        var value: ConfigurationNode
        var place: ConfigurationIssue
        /// What relative paths start from.
        var folder: String
    }

    private let root: ConfigurationNode
    private let file: String
    private let source: ConfigurationSource
    private(set) var knownKeys: [String] = []
    private var issues: [ConfigurationIssue] = []

    /// - Parameters:
    ///   - root: the file's content; `nothing` without a file.
    ///   - file: its path, for messages and for the relative paths in it.
    init(root: ConfigurationNode, file: String, source: ConfigurationSource) {
        self.root = root
        self.file = file
        self.source = source
    }

    /// `rpc.socket` is set by `TORG_RPC_SOCKET`.
    static func variable(for key: String) -> String {
        "TORG_" + key.uppercased().replacing(".", with: "_")
    }

    // MARK: Asking

    /// `nil` where the key is set nowhere.
    mutating func text(_ key: String) -> String? {
        guard let written = written(key) else { return nil }
        return text(of: written, expected: "one value")
    }

    mutating func path(_ key: String) -> String? {
        guard let written = written(key), let text = text(of: written, expected: "a path") else { return nil }
        return Path.resolve(text, in: written.folder)
    }

    /// The path of something that must be there; `nil` where the key is not set, or names nothing of that kind.
    mutating func existingPath(_ key: String, _ kind: ConfigurationSource.PathKind) -> String? {
        guard let path = path(key) else { return nil }
        let found = source.kind(path)
        guard found != kind, let written = written(key) else { return path }
        let noun = kind == .folder ? "folder" : "file"
        report(
            written,
            problem: found == .absent ? "there is no \(noun) \(path)" : "\(path) is no \(noun)",
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
                var place = written
                place.place.line = item.line
                report(place, problem: "\(item.noun) stands in the list", remedy: "write names only")
                return nil
            }
        case .mapping:
            report(written, problem: "has keys of its own", remedy: "write a list of names, such as [anna, bo]")
            return []
        }
    }

    mutating func count(_ key: String, default value: Int, in range: ClosedRange<Int>) -> Int {
        checked(key, default: value, in: range, expected: "a whole number", read: { Int($0) }, show: { "\($0)" })
    }

    mutating func bytes(_ key: String, default value: Int, in range: ClosedRange<Int>) -> Int {
        checked(
            key, default: value, in: range, expected: "a size such as 64 KiB, 1 MiB or 2 GiB", read: Quantity.bytes,
            show: { Self.shown(bytes: $0) })
    }

    mutating func duration(_ key: String, default value: Duration, in range: ClosedRange<Duration>) -> Duration {
        checked(
            key, default: value, in: range, expected: "a time such as 250 ms, 30 s, 5 min or 2 h",
            read: Quantity.duration, show: { "\($0.components.seconds) s" })
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, default value: Choice) -> Choice
    where Choice.RawValue == String {
        let all = Choice.allCases.map(\.rawValue)
        guard let written = written(key), let text = text(of: written, expected: "one word") else { return value }
        if let choice = Choice(rawValue: text) { return choice }
        let nearest = NearestWord.to(text, among: all).map { "did you mean \($0)?" }
        report(
            written, problem: "“\(text)” is none of the values",
            remedy: nearest ?? "write \(all.joined(separator: ", "))")
        return value
    }

    // MARK: Gathering what is wrong

    mutating func report(_ key: String, problem: String, remedy: String) {
        if let written = written(key) {
            report(written, problem: problem, remedy: remedy)
        } else {
            issues.append(ConfigurationIssue(file: file, key: key, problem: problem, remedy: remedy))
        }
    }

    /// Everything that was wrong, unknown keys and variables included. To be called when all keys have been asked for.
    func allIssues() -> [ConfigurationIssue] {
        issues + unknownKeys(in: root, below: "") + unknownVariables()
    }

    private func unknownKeys(in node: ConfigurationNode, below section: String) -> [ConfigurationIssue] {
        guard case .mapping(let entries) = node.content else {
            if case .nothing = node.content { return [] }
            return [
                ConfigurationIssue(
                    file: file, line: node.line, key: section, problem: "is \(node.noun) where keys were expected",
                    remedy: section.isEmpty ? "begin with a key such as rpc:" : "write its keys below it, indented")
            ]
        }
        return entries.flatMap { entry -> [ConfigurationIssue] in
            let key = section.isEmpty ? entry.key : "\(section).\(entry.key)"
            if section.isEmpty, entry.key.contains("."), knownKeys.contains(key) {
                return [
                    ConfigurationIssue(
                        file: file, line: entry.line, key: key, problem: "written with a dot",
                        remedy: "write \(key.replacing(".", with: ": and below it, indented, ")):")
                ]
            }
            if knownKeys.contains(key) { return [] }
            if knownKeys.contains(where: { $0.hasPrefix("\(key).") }) {
                return unknownKeys(in: entry.value, below: key)
            }
            return [
                ConfigurationIssue(
                    file: file, line: entry.line, key: key, problem: "unknown key", remedy: suggestion(for: key))
            ]
        }
    }

    /// A misspelt variable of a section that there is. Others (`TORG_CORPUS` …) belong to tests and scripts.
    private func unknownVariables() -> [ConfigurationIssue] {
        let known = Dictionary(knownKeys.map { (Self.variable(for: $0), $0) }, uniquingKeysWith: { first, _ in first })
        let sections = Set(knownKeys.compactMap { $0.split(separator: ".").first }.map { "TORG_\($0.uppercased())_" })
        return source.environment.keys.sorted()
            .filter { name in known[name] == nil && sections.contains { name.hasPrefix($0) } }
            .map { name in
                let nearest = NearestWord.to(name, among: known.keys.sorted())
                return ConfigurationIssue(
                    file: "environment", key: name, problem: "unknown variable",
                    remedy: nearest.map { "did you mean \($0)?" } ?? "unset it")
            }
    }

    private func suggestion(for key: String) -> String {
        let sections = Set(knownKeys.compactMap { $0.split(separator: ".").first.map(String.init) })
        let nearest = NearestWord.to(key, among: knownKeys) ?? NearestWord.to(key, among: sections.sorted())
        return nearest.map { "did you mean \($0)?" } ?? "see config/torg.yaml for all keys"
    }

    // MARK: Reading

    private mutating func written(_ key: String) -> Written? {
        if !knownKeys.contains(key) { knownKeys.append(key) }
        let variable = Self.variable(for: key)
        if let text = source.environment[variable], !text.isEmpty {
            let place = ConfigurationIssue(file: "environment", key: variable, problem: "", remedy: "")
            let value = ConfigurationNode(text: text)
            return Written(value: value, place: place, folder: source.workingFolder)
        }
        var node = root
        var line = root.line
        for part in key.split(separator: ".") {
            guard case .mapping(let entries) = node.content, let entry = entries.first(where: { $0.key == part }) else {
                return nil
            }
            node = entry.value
            line = entry.line
        }
        let place = ConfigurationIssue(file: file, line: line, key: key, problem: "", remedy: "")
        return Written(value: node, place: place, folder: Path.folder(of: file))
    }

    private mutating func text(of written: Written, expected: String) -> String? {
        switch written.value.content {
        case .text(let text) where !text.isEmpty:
            return text
        case .text, .nothing:
            report(written, problem: "has no value", remedy: "write \(expected), or take the line away")
        case .list, .mapping:
            report(written, problem: "is \(written.value.noun)", remedy: "write \(expected)")
        }
        return nil
    }

    private mutating func checked<Value: Comparable>(
        _ key: String, default value: Value, in range: ClosedRange<Value>, expected: String,
        read: (String) -> Value?, show: (Value) -> String
    ) -> Value {
        guard let written = written(key), let text = text(of: written, expected: expected) else { return value }
        guard let number = read(text) else {
            report(written, problem: "“\(text)” can't be read", remedy: "write \(expected)")
            return value
        }
        guard range.contains(number) else {
            report(
                written, problem: "\(text) is out of range",
                remedy: "write \(show(range.lowerBound)) to \(show(range.upperBound))")
            return value
        }
        return number
    }

    private mutating func report(_ written: Written, problem: String, remedy: String) {
        var issue = written.place
        issue.problem = problem
        issue.remedy = remedy
        if !issues.contains(issue) { issues.append(issue) }
    }

    private static func shown(bytes: Int) -> String {
        let units = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]
        for (name, factor) in units where bytes >= factor && bytes % factor == 0 { return "\(bytes / factor) \(name)" }
        return "\(bytes) B"
    }
}
