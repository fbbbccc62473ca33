/// `weights.yaml`: how much each signal counts.
enum WeightsFile {
    /// Signal → weight, what is wrong added to `issues`. A signal that isn't named keeps its built-in one.
    ///
    /// - Parameter signals: the names that there are.
    static func read(
        _ root: ConfigurationNode, file: String, signals: [String], issues: inout [ConfigurationIssue]
    ) -> [String: Double] {
        // With everything commented out the file changes nothing.
        if case .nothing = root.content { return [:] }
        guard
            let entry = RecordReader.only(
                "weights", in: root, file: file, expected: "a number for each signal", issues: &issues)
        else { return [:] }
        func issue(_ line: Int, _ key: String, _ problem: String, _ remedy: String) -> ConfigurationIssue {
            ConfigurationIssue(file: file, line: line, key: key, problem: problem, remedy: remedy)
        }
        if case .nothing = entry.value.content { return [:] }
        guard case .mapping(let pairs) = entry.value.content else {
            issues.append(
                issue(entry.line, "weights", "is \(entry.value.noun)", "write a number for each signal below it"))
            return [:]
        }
        var weights: [String: Double] = [:]
        for pair in pairs {
            let key = "weights.\(pair.key)"
            guard signals.contains(pair.key) else {
                let nearest = NearestWord.to(pair.key, among: signals).map { "did you mean \($0)?" }
                issues.append(
                    issue(
                        pair.line, key, "there is no such signal",
                        nearest ?? "the signals are \(signals.joined(separator: ", "))"))
                continue
            }
            guard case .text(let text) = pair.value.content, let weight = Double(text), weight.isFinite, weight >= 0
            else {
                issues.append(
                    issue(
                        pair.line, key, "\(pair.value.noun) is no weight", "write a number of 0 or more, such as 0.25"))
                continue
            }
            weights[pair.key] = weight
        }
        if weights.count == signals.count, weights.values.allSatisfy({ $0 == 0 }) {
            issues.append(issue(entry.line, "weights", "are all 0", "give at least one signal a weight above 0"))
        }
        return weights
    }
}
