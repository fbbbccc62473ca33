import JSON
import JSONRPC
import Procurement
import Store
import Testing

@testable import Daemon

/// Counting from many tasks at once.
@Suite struct MeterTests {
    @Test func losesNothingAndCountsNothingTwice() async {
        let meter = Meter()
        let tasks = 16
        let rounds = 500
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<tasks {
                group.addTask {
                    for round in 0..<rounds {
                        meter.called("match.notice", nil, .milliseconds(2))
                        meter.called(round.isMultiple(of: 2) ? "server.status" : nil, RPCError(.busy), .seconds(1))
                        meter.denied()
                        var counts = StoredCounts()
                        counts.refused = 1
                        counts.stored = 2
                        meter.committed(
                            counts,
                            [.refusal(Refusal(reason: "not-xml", detail: "", position: FeedPosition(file: "f")))])
                        meter.ended(.feed, isDone: round.isMultiple(of: 2))
                    }
                }
            }
        }
        let counts = meter.counts
        let all = tasks * rounds
        #expect(counts.calls[.init(method: "match.notice", outcome: .done)]?.count == all)
        #expect(counts.calls[.init(method: "server.status", outcome: .busy)]?.count == all / 2)
        #expect(counts.calls[.init(method: nil, outcome: .busy)]?.count == all / 2)
        #expect(counts.denials == all)
        #expect(counts.notices.refused == all)
        #expect(counts.notices.stored == 2 * all)
        #expect(counts.refusals == ["not-xml": all])
        #expect(
            counts.imports == [.init(kind: .feed, isDone: true): all / 2, .init(kind: .feed, isDone: false): all / 2])
    }

    @Test func reasonsStayFewWhateverTheReaderSays() {
        let meter = Meter()
        for number in 0..<1000 {
            meter.committed(
                StoredCounts(),
                [.refusal(Refusal(reason: "made-up-\(number)", detail: "", position: FeedPosition(file: "f")))])
        }
        let refusals = meter.counts.refusals
        #expect(refusals.count == Meter.mostReasons + 1)
        #expect(refusals[Meter.otherReasons] == 1000 - Meter.mostReasons)
        #expect(refusals.values.reduce(0, +) == 1000)
    }

    @Test(arguments: [
        (ErrorCode.notFound, Meter.Outcome.refused), (.invalidParameters, .refused), (.notAllowed, .refused),
        (.methodNotFound, .refused), (.importFailed, .refused), (.busy, .busy), (.internalError, .failed),
        (.storeUnavailable, .failed),
    ])
    func tellsWhoseDoingAnErrorIs(_ code: ErrorCode, _ outcome: Meter.Outcome) {
        #expect(Meter.Outcome(RPCError(code)) == outcome)
    }
}
