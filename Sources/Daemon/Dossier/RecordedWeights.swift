import Matching

/// The weights as a dossier records them: by kind of question, and by signal there. Entries from before weights had
/// kinds have one number a signal, which held for every kind.
struct RecordedWeights: Sendable, Hashable, Codable {
    private enum Form: Hashable {
        case forAll([String: Double])
        case byKind([String: [String: Double]])
    }

    private let form: Form

    init(_ weights: WeightsByKind) {
        form = .byKind(
            Dictionary(uniqueKeysWithValues: weights.all.map { ($0.kind.rawValue, Self.recorded($0.weights)) }))
    }

    /// As an entry from before weights had kinds has them.
    init(forAll weights: [String: Double]) { form = .forAll(weights) }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let weights = try? container.decode([String: Double].self) {
            form = .forAll(weights)
        } else {
            form = .byKind(try container.decode([String: [String: Double]].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        switch form {
        case .forAll(let weights): try weights.encode(to: encoder)
        case .byKind(let weights): try weights.encode(to: encoder)
        }
    }

    /// The weights that were recorded. A signal that came later has no part in them, so that what was answered then is
    /// answered alike.
    ///
    /// - Throws: `WeightsError` where a signal that was weighed is no more.
    func weights() throws(WeightsError) -> WeightsByKind {
        let none = Dictionary(uniqueKeysWithValues: SignalName.allCases.map { ($0.rawValue, 0.0) })
        func whole(_ recorded: [String: Double]) -> [String: Double] { none.merging(recorded) { $1 } }
        return switch form {
        case .forAll(let weights): try WeightsByKind.standard.overriding(whole(weights))
        case .byKind(let weights): try WeightsByKind.standard.overriding(byKind: weights.mapValues(whole))
        }
    }

    /// The recorded weights of one kind, by signal.
    subscript(kind: QuestionKind) -> [String: Double] {
        switch form {
        case .forAll(let weights): weights
        case .byKind(let weights): weights[kind.rawValue] ?? [:]
        }
    }

    private static func recorded(_ weights: Weights) -> [String: Double] {
        Dictionary(uniqueKeysWithValues: weights.all.map { ($0.signal.rawValue, $0.weight) })
    }
}
