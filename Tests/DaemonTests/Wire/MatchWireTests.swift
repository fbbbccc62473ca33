import API
import JSON
import JSONRPC
import Procurement
import Testing

@testable import Daemon
@testable import Matching

@Suite struct MatchWireTests {
    /// A list that isn't kept is written without its contract's types as a whole; the bytes are the same.
    @Test(arguments: 0...2) func writesTheSameEitherWay(count: Int) throws {
        let first = Match(
            rank: 1, supplier: "SE5568592918", name: "Kodverket \"AB\"", size: .small, isNewcomer: false,
            score: Points(millionths: 364_000),
            signals: [
                SignalScore(
                    name: .experience, value: 0.91, weight: 0.4, points: Points(millionths: 364_000),
                    because: "Won 3 much like this one."),
                SignalScore(name: .scope, value: nil, weight: 0, points: .zero, because: ""),
            ],
            evidence: [
                Matching.Evidence(
                    notice: "188692-2021", title: "Systemutveckling", date: CalendarDate("2021-05-03"), buyer: nil,
                    similarity: 0.8734)
            ])
        let second = Match(
            rank: 2, supplier: "x", name: "Åsa", size: nil, isNewcomer: true, score: .zero, signals: [], evidence: [])
        var result = MatchResult(
            matches: Array([first, second].prefix(count)), considered: 9036, generation: 7, weights: .standard)
        for newcomers in [nil, [], [second]] as [[Match]?] {
            result.newcomers = newcomers
            let answer = RankedAnswer(
                result: result, setting: QuestionSetting(nuts: ["SE331"]), remarks: newcomers == nil ? nil : ["x"])
            #expect(try JSONText(answer) == JSONText(writing: RankedSuppliers(answer)))
        }
    }
}
