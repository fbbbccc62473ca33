import Procurement

/// Finds the weights under which the winners of many lists stand highest, by Adam (Kingma & Ba 2015) on the logarithms
/// of the weights, so that they stay positive.
struct WeightFit {
    /// The signals whose weights are learnt: those of notices.
    static let signals = Signals.all(for: .notice).map { $0.name }.filter {
        ![.newcomer, .goals, .verdicts, .participation].contains($0)
    }

    private let lists: [TrainingList]
    private let start: Weights
    private let steps: Int

    private static let emphasis: Float = 0.3
    private static let rate: Float = 0.05
    /// Pulls towards where it started.
    private static let restraint: Float = 0.002
    /// Weights below this share are as good as none.
    private static let negligible = 0.002

    init(_ lists: [TrainingList], start: Weights, steps: Int = 200) {
        self.lists = lists
        self.start = start
        self.steps = steps
    }

    /// The learnt weights, which sum to what the starting ones did, to three decimals.
    func weights() -> Weights {
        guard !lists.isEmpty else { return start }
        let names = Self.signals
        let origin = names.map { Logarithm.natural(Float(max(start[$0], 0.005))) }
        // The last parameter is the logarithm of the softmax's sharpness.
        var parameters = origin + [Logarithm.natural(25)]
        var momentum = [Float](repeating: 0, count: parameters.count)
        var variance = momentum
        for step in 1...steps {
            var gradient = gradient(parameters)
            for index in origin.indices { gradient[index] += Self.restraint * (parameters[index] - origin[index]) }
            for index in parameters.indices {
                momentum[index] = 0.9 * momentum[index] + 0.1 * gradient[index]
                variance[index] = 0.99 * variance[index] + 0.01 * gradient[index] * gradient[index]
                let corrected = momentum[index] / (1 - Logarithm.power(0.9, Float(step)))
                let spread = (variance[index] / (1 - Logarithm.power(0.99, Float(step)))).squareRoot()
                parameters[index] -= Self.rate * corrected / (spread + 1e-8)
            }
        }
        let learnt = names.indices.map { Double(Logarithm.exponential(parameters[$0])) }
        let whole = names.reduce(0) { $0 + start[$1] } / learnt.reduce(0, +)
        var result = start
        for (name, value) in zip(names, learnt) {
            let weight = (value * whole * 1000).rounded() / 1000
            result[name] = weight < Self.negligible ? 0 : weight
        }
        return result
    }

    /// Of the mean loss (1 - pᵠ) / q over all winners, with respect to the logarithms of weights and sharpness.
    func gradient(_ parameters: [Float]) -> [Float] {
        let count = Self.signals.count
        let weights = parameters.prefix(count).map { Logarithm.exponential($0) }
        let sharpness = Logarithm.exponential(parameters[count])
        var gradient = [Float](repeating: 0, count: parameters.count)
        for list in lists { add(list, weights, sharpness, to: &gradient) }
        return gradient.map { $0 / Float(lists.count) }
    }

    private func add(_ list: TrainingList, _ weights: [Float], _ sharpness: Float, to gradient: inout [Float]) {
        let count = weights.count
        let rows = list.isWinner.count
        var scores = [Float](repeating: 0, count: rows)
        var known = scores
        for row in 0..<rows {
            var sum: Float = 0
            var whole: Float = 0
            for signal in 0..<count {
                let value = list.values[row * count + signal]
                guard !value.isNaN else { continue }
                sum += weights[signal] * value
                whole += weights[signal]
            }
            known[row] = whole
            scores[row] = whole > 0 ? sum / whole : 0
        }
        let logits = scores.indices.map { sharpness * scores[$0] + list.logCount[$0] }
        let highest = logits.max() ?? 0
        let total = logits.reduce(Float(0)) { $0 + Logarithm.exponential($1 - highest) }
        let winners = Float(list.isWinner.count { $0 })
        // The loss falls by pull × (logit of the winner - its softmax mean).
        var pulls = [Float](repeating: 0, count: rows)
        var wholePull: Float = 0
        for row in 0..<rows where list.isWinner[row] {
            let probability = Logarithm.exponential(sharpness * scores[row] - highest) / total
            let pull = Logarithm.power(probability, Self.emphasis) / winners
            pulls[row] -= pull
            wholePull += pull
        }
        for row in 0..<rows {
            let slope = pulls[row] + wholePull * Logarithm.exponential(logits[row] - highest) / total
            guard slope != 0, known[row] > 0 else { continue }
            gradient[count] += slope * sharpness * scores[row]
            let factor = slope * sharpness / known[row]
            for signal in 0..<count {
                let value = list.values[row * count + signal]
                if !value.isNaN { gradient[signal] += factor * weights[signal] * (value - scores[row]) }
            }
        }
    }
}
