import Containers
import Foundation
import Procurement
import Testing

@testable import Matching

@Suite struct TunerTests {
    /// Winners have a high value of the first signal; the second is noise.
    private func lists() -> [TrainingList] {
        var generator = SplitMix64(seed: 5)
        return (0..<60).map { _ in
            var values: [[Float]] = []
            var isWinner: [Bool] = []
            for row in 0..<20 {
                var measured = WeightFit.signals.map { _ in Float.random(in: 0...1, using: &generator) }
                measured[0] = row == 0 ? 0.9 : Float.random(in: 0...0.8, using: &generator)
                if row.isMultiple(of: 3) { measured[2] = .nan }
                values.append(measured)
                isWinner.append(row == 0)
            }
            return TrainingList(values: values, isWinner: isWinner)
        }
    }

    private func even() throws -> Weights {
        let weights = SignalName.allCases.map { ($0.rawValue, WeightFit.signals.contains($0) ? 0.1 : 0) }
        return try Weights.standard.overriding(Dictionary(weights, uniquingKeysWith: { first, _ in first }))
    }

    @Test func learnsWhatTellsWinnersApart() throws {
        let learnt = WeightFit(lists(), start: try even()).weights()
        let first = WeightFit.signals[0]
        for other in WeightFit.signals.dropFirst() { #expect(learnt[first] > 2 * learnt[other]) }
        let sum = WeightFit.signals.reduce(0) { $0 + learnt[$1] }
        #expect(abs(sum - 0.1 * Double(WeightFit.signals.count)) < 0.01)
    }

    @Test func theGradientIsThatOfTheLoss() throws {
        let lists = Array(lists().prefix(5))
        let fit = WeightFit(lists, start: try even())
        let point = WeightFit.signals.indices.map { Float($0) * 0.1 - 0.5 } + [Float(2)]
        let gradient = fit.gradient(point)
        for index in point.indices {
            var (up, down) = (point, point)
            up[index] += 0.01
            down[index] -= 0.01
            let slope = (loss(lists, up) - loss(lists, down)) / 0.02
            #expect(abs(slope - Double(gradient[index])) < 2e-3, "parameter \(index)")
        }
    }

    /// (1 - p^0.3) / 0.3, where p is the winner's softmax probability.
    private func loss(_ lists: [TrainingList], _ parameters: [Float]) -> Double {
        let count = WeightFit.signals.count
        let weights = parameters.prefix(count).map { exp(Double($0)) }
        let sharpness = exp(Double(parameters[count]))
        return lists.reduce(0) { sum, list in
            let scores = list.isWinner.indices.map { row in
                var (points, known) = (0.0, 0.0)
                for signal in 0..<count where !list.values[row * count + signal].isNaN {
                    points += weights[signal] * Double(list.values[row * count + signal])
                    known += weights[signal]
                }
                return exp(sharpness * points / known)
            }
            let winner = list.isWinner.firstIndex(of: true) ?? 0
            return sum + (1 - pow(scores[winner] / scores.reduce(0, +), 0.3)) / 0.3
        } / Double(lists.count)
    }

    @Test func tunesWithoutLeakageAndReports() async throws {
        let market = Market.random(seed: 41, suppliers: 40, procurements: 150)
        let from = try #require(CalendarDate("2021-08-01"))
        let result = try await Tuner(market.facts, validateFrom: from).run()
        #expect(result.learntFrom > 20)
        #expect(result.report.rows.map(\.name) == ["torg", "other weights"])
        #expect(result.after[.newcomer] == result.before[.newcomer])
        var later = market
        later.facts.procurements.removeAll { ($0.date?.description ?? "") >= "2021-08-01" }
        let without = try await Tuner(later.facts, validateFrom: from).run()
        #expect(without.after == result.after)
    }
}
