/// The weights for each kind of question.
package struct WeightsByKind: Sendable, Hashable {
    /// In the order of `QuestionKind`.
    private var values: [Weights]

    /// The weights that Torg ships with.
    package static let standard = WeightsByKind(values: QuestionKind.allCases.map(standard(for:)))

    /// `Weights.standard` was learnt on notices. Those of questions in words were chosen on judged questions, and are set
    /// here only.
    ///
    /// How much a supplier has won at all and its size say little about a field, an aim or a need: on judged questions a
    /// wrong supplier has more of them than a right one as often as not.
    private static func standard(for kind: QuestionKind) -> Weights {
        var weights = Weights.standard
        guard kind != .notice else { return weights }
        for signal in SignalName.allCases where ![.goals, .verdicts].contains(signal) { weights[signal] = 0 }
        weights[.experience] = 0.34
        weights[.participation] = 0.04
        weights[.scope] = 0.06
        weights[.industry] = 0.12
        weights[.name] = 0.12
        weights[.trade] = 0.1
        weights[.description] = 0.16
        weights[.offer] = 0.1
        weights[.region] = 0.02
        weights[.buyer] = 0.02
        // A field is wide: who wins in it is told by industries, and among equals by size.
        if kind == .category {
            weights[.industry] = 0.2
            weights[.capacity] = 0.01
        }
        return weights
    }

    private init(values: [Weights]) { self.values = values }

    /// The same weights for every kind.
    package init(_ weights: Weights) { values = QuestionKind.allCases.map { _ in weights } }

    package subscript(kind: QuestionKind) -> Weights {
        get { values[Self.index(kind)] }
        set { values[Self.index(kind)] = newValue }
    }

    /// In the order of `QuestionKind`.
    package var all: [(kind: QuestionKind, weights: Weights)] { Array(zip(QuestionKind.allCases, values)) }

    /// These weights with some of them changed, for every kind.
    /// - Throws: `WeightsError`, as `Weights.overriding`.
    package func overriding(_ weights: [String: Double]) throws(WeightsError) -> WeightsByKind {
        var result = self
        for kind in QuestionKind.allCases { result[kind] = try self[kind].overriding(weights) }
        return result
    }

    /// These weights with some of them changed by kind.
    /// - Throws: `WeightsError`; `unknownKind` for a name that is no kind of question.
    package func overriding(byKind weights: [String: [String: Double]]) throws(WeightsError) -> WeightsByKind {
        var result = self
        for (name, changes) in weights.sorted(by: { $0.key < $1.key }) {
            guard let kind = QuestionKind(rawValue: name) else { throw .unknownKind(name) }
            result[kind] = try self[kind].overriding(changes)
        }
        return result
    }

    private static func index(_ kind: QuestionKind) -> Int { QuestionKind.allCases.firstIndex(of: kind) ?? 0 }
}
