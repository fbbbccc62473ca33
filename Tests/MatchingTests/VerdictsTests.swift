import Procurement
import Testing

@testable import Matching

/// Feedback as a signal: on needs like the one it was given for, and on no other.
@Suite struct VerdictsTests {
    private let market = Market.random(seed: 4, suppliers: 40, procurements: 120)
    private let need = MatchQuery("Skolskjuts med taxi", cpv: "60130000")

    private func category(_ id: String, _ pattern: String) -> MatchQuery {
        MatchQuery(
            Category(id: CategoryID(id), name: ["sv": "Transporter"], cpv: [CPVPattern(pattern)].compactMap { $0 }))
    }

    private func ranked(_ query: MatchQuery, _ verdicts: [Verdict]) -> MatchResult {
        Ranker(market.snapshot().with(verdicts, generation: 7)).rank(query, MatchOptions(limit: 100))
    }

    private func verdict(_ supplier: SupplierID, _ isAccepted: Bool, _ need: MatchQuery) -> Verdict {
        Verdict(need: need, supplier: supplier, isAccepted: isAccepted)
    }

    @Test func acceptanceLiftsAndRejectionLowersAndTheRestStays() throws {
        let before = ranked(need, [])
        let (third, last) = (before.matches[2].supplier, before.matches[30].supplier)
        let after = ranked(need, [verdict(third, false, need), verdict(last, true, need)])
        for match in before.matches {
            let now = try #require(after.matches.first { $0.supplier == match.supplier })
            let signal = try #require(now.signals.first { $0.name == .verdicts })
            #expect(now.signals.reduce(Points.zero) { $0 + $1.points } == now.score)
            switch match.supplier {
            case third:
                #expect(now.score < match.score && signal.value == 0)
                #expect(
                    signal.because
                        == "For needs like this one it was accepted 0 times and rejected once, by one person.")
                #expect(now.feedback == FeedbackTally(accepted: 0, rejected: 1, people: 1, scoreWithout: match.score))
            case last: #expect(now.score > match.score && signal.value == 1)
            default:
                #expect(now.score == match.score && signal.value == nil && signal.weight == 0)
                #expect(now.feedback == nil)
            }
        }
        #expect(after.generation == 7)
    }

    @Test func theValueIsTheShareOfAcceptances() throws {
        let id = try #require(market.facts.suppliers.first?.id)
        let verdicts = [true, true, false, true].map { verdict(id, $0, need) }
        let match = try #require(ranked(need, verdicts).matches.first { $0.supplier == id })
        #expect(match.signals.first { $0.name == .verdicts }?.value == 0.75)
    }

    /// A verdict never outweighs the record, whatever weight a caller gives it and however many there are.
    @Test(arguments: [0.01, 0.1, 5, 1000])
    func aVerdictMovesAScoreByATenthAtMost(weight: Double) throws {
        let before = ranked(need, [])
        let verdicts = before.matches.enumerated().flatMap { place, match in
            (0..<5).map { person in
                Verdict(
                    need: need, supplier: match.supplier, isAccepted: place.isMultiple(of: 2), person: "p\(person % 3)")
            }
        }
        var options = MatchOptions(limit: 100)
        options.weights[.verdicts] = weight
        let after = Ranker(market.snapshot().with(verdicts, generation: 7)).rank(need, options)
        for match in before.matches {
            let now = try #require(after.matches.first { $0.supplier == match.supplier })
            let own = try #require(now.signals.first { $0.name == .verdicts })
            let others = now.signals.filter { $0.name != .verdicts }.map(\.weight).reduce(0, +)
            #expect(own.weight <= others * 0.1 + 0.000001)
            // Ten elevenths of the score at least, one eleventh of what is left of it at most.
            #expect(now.score.millionths >= match.score.millionths * 10 / 11 - 20)
            #expect(now.score.millionths <= match.score.millionths + (1_000_000 - match.score.millionths) / 11 + 20)
            let tally = try #require(now.feedback)
            #expect(tally.people == 3 && tally.accepted + tally.rejected == 5)
            #expect(tally.scoreWithout == match.score)
        }
        #expect(after.matches.map(\.score) == after.matches.map(\.score).sorted(by: >))
    }

    /// Where nothing else is known of a supplier, a verdict alone is no score.
    @Test func aVerdictAloneIsNoScore() throws {
        let id = try #require(market.facts.suppliers.first?.id)
        var options = MatchOptions(limit: 100, weights: try Weights.standard.overriding(["verdicts": 1]))
        for signal in SignalName.allCases where ![.verdicts, .goals].contains(signal) { options.weights[signal] = 0 }
        let list = Ranker(market.snapshot().with([verdict(id, true, need)], generation: 7)).rank(need, options)
        let match = try #require(list.matches.first { $0.supplier == id })
        #expect(match.score == .zero)
        #expect(match.feedback?.accepted == 1)
    }

    /// Equal treatment: a rejection doesn't follow a supplier.
    @Test func otherNeedsAreNotTouched() {
        let cleaning = MatchQuery("Städtjänster och fönsterputs", cpv: "90910000")
        let (transport, buses) = (category("transport", "60*"), category("buses", "60*"))
        for (asked, decided) in [
            (cleaning, need), (need, cleaning), (transport, need), (need, transport), (transport, buses),
        ] {
            let verdicts = market.facts.suppliers.map { verdict($0.id, false, decided) }
            #expect(ranked(asked, verdicts).matches == ranked(asked, []).matches)
        }
    }

    @Test func likePurchasesShareVerdicts() throws {
        let id = try #require(market.facts.suppliers.first?.id)
        func value(_ asked: MatchQuery, _ decided: MatchQuery) -> Double? {
            let snapshot = market.snapshot().with([verdict(id, false, decided)], generation: 7)
            return Ranker(snapshot).standing(of: id, for: asked)?.match?.signals.first { $0.name == .verdicts }?.value
        }
        #expect(value(MatchQuery("Skolskjuts med taxi 2022", cpv: "60130000"), need) == 0)
        #expect(value(MatchQuery("Skolskjuts med taxi"), need) == 0, "without codes the words decide")
        #expect(value(MatchQuery("Bröd och mejeri", cpv: "15810000"), need) == nil)
        #expect(value(MatchQuery("Bröd"), need) == nil)
        let notice = MatchQuery(market.facts.procurements[0])
        #expect(value(notice, notice) == 0)
        #expect(value(category("it", "6*"), category("it", "60*")) == 0, "the category of that name, as it is now")
        #expect(value(category("it", "6*"), category("it2", "6*")) == nil)
    }

    @Test func aVerdictOnNobodyIsPassedOver() {
        #expect(ranked(need, [verdict("gone", false, need)]).matches == ranked(need, []).matches)
    }

    @Test func tuningSaysWhetherThereIsEnough() async throws {
        let market = Market.random(seed: 4, suppliers: 30, procurements: 100)
        let day = try #require(CalendarDate("2021-06-01"))
        let suppliers = market.facts.suppliers.map(\.id)
        func result(_ needs: Int) async throws -> Tuner.Result {
            let verdicts = (0..<needs).map { number in
                Verdict(
                    need: MatchQuery("Skolskjuts \(number)", cpv: "60130000"),
                    supplier: suppliers[number % suppliers.count], isAccepted: true, day: day.adding(days: -1))
            }
            return try await Tuner(market.facts, validateFrom: day, folds: 1, verdicts: verdicts).run()
        }
        let few = try await result(29)
        #expect(few.decidedNeeds == 29 && !few.usedFeedback)
        let none = try await result(0)
        #expect(few.after == none.after)
        let enough = try await result(30)
        #expect(enough.usedFeedback)
        #expect(enough.after != none.after)
        #expect(enough.after[.verdicts] == none.before[.verdicts])
    }
}
