import Testing

@testable import Matching

@Suite struct WeightsTests {
    @Test func overridesSomeAndKeepsTheRest() throws {
        let weights = try Weights.standard.overriding(["experience": 2, "region": 0])
        #expect(weights[.experience] == 2)
        #expect(weights[.region] == 0)
        #expect(weights[.industry] == Weights.standard[.industry])
    }

    @Test func refusesWhatIsNoWeight() {
        #expect(throws: WeightsError.unknownSignal("experiance")) {
            _ = try Weights.standard.overriding(["experiance": 1])
        }
        #expect(throws: WeightsError.notAWeight(.region, -1)) { _ = try Weights.standard.overriding(["region": -1]) }
        #expect(throws: WeightsError.notAWeight(.region, .infinity)) {
            _ = try Weights.standard.overriding(["region": .infinity])
        }
        let none = Dictionary(SignalName.allCases.map { ($0.rawValue, 0.0) }, uniquingKeysWith: { first, _ in first })
        #expect(throws: WeightsError.allZero) { _ = try Weights.standard.overriding(none) }
    }

    /// Goals, verdicts and tenders count only where there are any, on top of what was learnt from queries without.
    @Test func learntWeightsSumToOne() {
        let extra = [SignalName.goals, .verdicts, .participation].reduce(0) { $0 + Weights.standard[$1] }
        #expect(abs(Weights.standard.all.reduce(0) { $0 + $1.weight } - extra - 1) < 0.002)
    }

    @Test func curvesNeverFallAndRiseToOneTogether() {
        for together in [
            [Curves.experience], [Curves.scope], [Curves.industry], [Curves.capacity],
            [Curves.buyer, Curves.buyerKind], [Curves.namesake],
            [Curves.record], [Curves.kin, Curves.name, Curves.trade], [Curves.nearness, Curves.locality],
        ] {
            #expect(abs(together.reduce(0) { $0 + $1(100) } - 1) < 0.003)
            #expect(together.reduce(0) { $0 + $1(-100) } == 0)
            for curve in together {
                var last: Float = 0
                for step in -100...100 {
                    #expect(curve(Float(step) / 10) >= last)
                    last = curve(Float(step) / 10)
                }
            }
        }
    }

    @Test func curvesAreStraightBetweenKnots() {
        let curve = Curve(knots: [0, 2, 3], heights: [0, 0.5, 1])
        #expect([-1, 0, 1, 2, 2.5, 3, 4].map { curve($0) } == [0, 0, 0.25, 0.5, 0.75, 1, 1])
    }
}
