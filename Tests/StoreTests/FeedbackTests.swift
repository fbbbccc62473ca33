import Foundation
import Procurement
import TestSupport
import Testing

@testable import Store

@Suite struct FeedbackTests {
    private let store: Store

    init() throws {
        store = try Store.inMemory { FakeClock.start }
    }

    private func feedback(_ supplier: String, _ verdict: FeedbackVerdict = .accepted, _ reason: String? = nil)
        -> Feedback
    {
        Feedback(
            need: #"{"category":"it"}"#, supplier: SupplierID(supplier), verdict: verdict, reason: reason, by: "anna")
    }

    @Test func isKeptAsItWasGivenWithTheTime() throws {
        let given = feedback("se-1", .rejected, "Has left the trade.")
        let kept = try store.record(given)
        #expect(kept.feedback == given)
        #expect(kept.at == FakeClock.start)
        #expect(try store.feedback().items == [kept])
        #expect(try store.generation == 1, "matches know of it")
        #expect(try store.decisions().factsGeneration == 0, "what the index is built from is as it was")
    }

    @Test func isListedLatestFirstBySupplierAndPage() throws {
        for index in 0..<5 { _ = try store.record(feedback(index.isMultiple(of: 2) ? "even" : "odd")) }
        #expect(try store.feedback().items.map(\.id) == [5, 4, 3, 2, 1])
        #expect(try store.feedback(on: "even").items.map(\.id) == [5, 3, 1])
        let first = try store.feedback(limit: 2)
        #expect(first.items.map(\.id) == [5, 4])
        let second = try store.feedback(limit: 3, after: first.next)
        #expect(second.items.map(\.id) == [3, 2, 1])
        #expect(second.next == nil)
    }

    @Test func theLatestWordOfEachCounts() throws {
        var other = feedback("a", .rejected, "Too small.")
        other.by = "bo"
        for given in [
            feedback("a", .rejected, "Wrong trade."), other, feedback("a", .accepted), feedback("a", .suggested),
            feedback("b", .suggested),
        ] {
            _ = try store.record(given)
        }
        let decisions = try store.decisions()
        #expect(decisions.decisions.map(\.feedback.verdict) == [.rejected, .accepted])
        #expect(decisions.decisions.map(\.feedback.by) == ["bo", "anna"])
        #expect(decisions.generation == 5 && decisions.factsGeneration == 0)
    }

    @Test func noPersonalNumberIsKept() throws {
        let kept = try store.record(feedback("se-1", .rejected, "Ring Eva, 640823-3234, först"))
        #expect(kept.feedback.reason?.contains("640823") == false)
        #expect(kept.feedback.reason?.contains("Ring Eva") == true)
    }
}
