/// How much each signal counts. Only the proportions matter: a match shares them out to a sum of 1.
package struct Weights: Sendable, Hashable {
    private var values: [Double]

    /// The weights that Torg ships with, learnt on Swedish procurements (see `Tuner`).
    package static let standard = Weights(values: SignalName.allCases.map(standard(of:)))

    private static func standard(of signal: SignalName) -> Double {
        switch signal {
        case .experience: 0.15
        case .scope: 0.059
        case .industry: 0.177
        case .words: 0.114
        case .capacity: 0.043
        case .region: 0.16
        case .namesake: 0.115
        case .buyer: 0.043
        case .record: 0.139
        // Not learnt: procurements of the past are asked about without goals, challenges with them.
        case .goals: 0.08
        // Nor this: no notices tell who lost; chosen on histories of which a part of the wins was kept back (`HiddenWins`).
        case .participation: 0.03
        // Nor this: it is known only of needs that somebody has decided on.
        case .verdicts: 0.1
        case .recency, .newcomer: 0
        // Of questions in words.
        case .name, .trade, .description, .offer: 0
        }
    }

    private init(values: [Double]) { self.values = values }

    /// These weights with some of them set anew.
    /// - Throws: `WeightsError` for a name that is no signal, a weight that is negative or not finite, and when
    ///   no weight is above zero.
    package func overriding(_ weights: [String: Double]) throws(WeightsError) -> Weights {
        var result = self
        for (name, weight) in weights.sorted(by: { $0.key < $1.key }) {
            guard let signal = SignalName(rawValue: name) else { throw .unknownSignal(name) }
            guard weight.isFinite, weight >= 0 else { throw .notAWeight(signal, weight) }
            result[signal] = weight
        }
        guard result.values.contains(where: { $0 > 0 }) else { throw .allZero }
        return result
    }

    package subscript(signal: SignalName) -> Double {
        get { values[Self.index(signal)] }
        set { values[Self.index(signal)] = newValue }
    }

    /// In the order of `SignalName`.
    package var all: [(signal: SignalName, weight: Double)] { Array(zip(SignalName.allCases, values)) }

    private static func index(_ signal: SignalName) -> Int { SignalName.allCases.firstIndex(of: signal) ?? 0 }
}

/// Why weights can't be used.
package enum WeightsError: Error, Hashable, CustomStringConvertible {
    case unknownSignal(String)
    case unknownKind(String)
    case notAWeight(SignalName, Double)
    case allZero

    package var description: String {
        switch self {
        case .unknownSignal(let name):
            "there is no signal “\(name)”; the signals are "
                + SignalName.allCases.map(\.rawValue).joined(separator: ", ")
        case .unknownKind(let name):
            "there is no kind of question “\(name)”; the kinds are "
                + QuestionKind.allCases.map(\.rawValue).joined(separator: ", ")
        case .notAWeight(let signal, let value): "\(signal.rawValue): \(value) is not a weight; give a number from 0 up"
        case .allZero: "all weights are zero; give at least one signal a weight above 0"
        }
    }
}
