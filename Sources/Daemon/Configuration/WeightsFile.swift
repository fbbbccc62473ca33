import Matching
import StrictYAML

/// `weights.yaml`: how much each signal counts, for every kind of question and for each.
struct WeightsFile {
    /// The weights that the file names. A signal that isn't named keeps its built-in one.
    ///
    /// - Parameter signals: the names that there are.
    static func read(
        _ root: YAMLNode, signals: [String], _ issues: ConfigurationIssues
    ) -> Configuration.Weights {
        // With everything commented out the file changes nothing.
        if case .nothing = root.content { return Configuration.Weights() }
        guard let entry = YAMLRecord.only("weights", in: root, expected: "a number for each signal", issues) else {
            return Configuration.Weights()
        }
        var reading = WeightsFile(signals: signals, issues: issues)
        let weights = reading.weights(entry, isSection: false)
        return Configuration.Weights(all: weights, byKind: reading.byKind)
    }

    private let signals: [String]
    private let issues: ConfigurationIssues
    private var byKind: [String: [String: Double]] = [:]

    private static let kinds = QuestionKind.allCases.map(\.rawValue)

    private init(signals: [String], issues: ConfigurationIssues) {
        self.signals = signals
        self.issues = issues
    }

    /// - Parameter isSection: true below a kind of question, where no other kind may stand.
    private mutating func weights(_ section: YAMLEntry, isSection: Bool) -> [String: Double] {
        if case .nothing = section.value.content { return [:] }
        guard case .mapping(let entries) = section.value.content else {
            issues.add(section.place, "is \(section.value.noun)", "write a number for each signal below it")
            return [:]
        }
        var weights: [String: Double] = [:]
        for entry in entries {
            if !isSection, Self.kinds.contains(entry.key) {
                byKind[entry.key] = self.weights(entry, isSection: true)
            } else if !signals.contains(entry.key) {
                let names = isSection ? signals : signals + Self.kinds
                issues.add(
                    entry.place, "there is no such signal",
                    NearestWord.question(entry.key, among: names)
                        ?? "the signals are \(signals.joined(separator: ", "))")
            } else if let weight = entry.value.text.flatMap(Double.init), weight.isFinite, weight >= 0 {
                weights[entry.key] = weight
            } else {
                issues.add(
                    entry.place, "\(entry.value.noun) is no weight", "write a number of 0 or more, such as 0.25")
            }
        }
        if weights.count == signals.count, weights.values.allSatisfy({ $0 == 0 }) {
            issues.add(section.place, "are all 0", "give at least one signal a weight above 0")
        }
        return weights
    }
}
