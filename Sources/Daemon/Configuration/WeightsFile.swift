import Matching

/// `weights.yaml`: how much each signal counts, for every kind of question and for each.
struct WeightsFile {
    /// The weights that the file names. A signal that isn't named keeps its built-in one.
    ///
    /// - Parameters:
    ///   - signals: the names that there are.
    ///   - issues: what is wrong is added to it.
    static func read(
        _ root: ConfigurationNode, file: String, signals: [String], issues: inout [ConfigurationIssue]
    ) -> Configuration.Weights {
        // With everything commented out the file changes nothing.
        if case .nothing = root.content { return Configuration.Weights() }
        guard
            let entry = RecordReader.only(
                "weights", in: root, file: file, expected: "a number for each signal", issues: &issues)
        else { return Configuration.Weights() }
        var reading = WeightsFile(file: file, signals: signals)
        let weights = reading.weights(entry.value, key: "weights", line: entry.line, isSection: false)
        issues += reading.issues
        return Configuration.Weights(all: weights, byKind: reading.byKind)
    }

    private let file: String
    private let signals: [String]
    private var byKind: [String: [String: Double]] = [:]
    private var issues: [ConfigurationIssue] = []

    private static let kinds = QuestionKind.allCases.map(\.rawValue)

    private init(file: String, signals: [String]) {
        self.file = file
        self.signals = signals
    }

    /// - Parameter isSection: true below a kind of question, where no other kind may stand.
    private mutating func weights(
        _ value: ConfigurationNode, key: String, line: Int, isSection: Bool
    ) -> [String: Double] {
        if case .nothing = value.content { return [:] }
        guard case .mapping(let pairs) = value.content else {
            report(line, key, "is \(value.noun)", "write a number for each signal below it")
            return [:]
        }
        var weights: [String: Double] = [:]
        for pair in pairs {
            let name = "\(key).\(pair.key)"
            if !isSection, Self.kinds.contains(pair.key) {
                byKind[pair.key] = self.weights(pair.value, key: name, line: pair.line, isSection: true)
            } else if !signals.contains(pair.key) {
                let names = isSection ? signals : signals + Self.kinds
                let nearest = NearestWord.to(pair.key, among: names).map { "did you mean \($0)?" }
                report(
                    pair.line, name, "there is no such signal",
                    nearest ?? "the signals are \(signals.joined(separator: ", "))")
            } else if case .text(let text) = pair.value.content, let weight = Double(text), weight.isFinite, weight >= 0
            {
                weights[pair.key] = weight
            } else {
                report(
                    pair.line, name, "\(pair.value.noun) is no weight", "write a number of 0 or more, such as 0.25")
            }
        }
        if weights.count == signals.count, weights.values.allSatisfy({ $0 == 0 }) {
            report(line, key, "are all 0", "give at least one signal a weight above 0")
        }
        return weights
    }

    private mutating func report(_ line: Int, _ key: String, _ problem: String, _ remedy: String) {
        issues.append(ConfigurationIssue(file: file, line: line, key: key, problem: problem, remedy: remedy))
    }
}
