import Fetch
import Testing

@Suite struct RetryPolicyTests {
    @Test func waitsDoubleToTheirBound() {
        var policy = RetryPolicy()
        policy.attempts = 10
        policy.firstWait = .seconds(4)
        policy.longestWait = .seconds(20)
        let least = (1...4).map { policy.wait(afterFailed: $0, retryAfter: nil, chance: 0) }
        #expect(least == [.seconds(2), .seconds(4), .seconds(8), .seconds(10)])
    }

    @Test func chanceMakesWaitsDiffer() {
        let policy = RetryPolicy()
        #expect(policy.wait(afterFailed: 1, retryAfter: nil, chance: 0) == .milliseconds(2500))
        #expect(policy.wait(afterFailed: 1, retryAfter: nil, chance: 0.5) == .milliseconds(3750))
    }

    @Test func givesUpAfterItsAttempts() {
        #expect(RetryPolicy().wait(afterFailed: 3, retryAfter: nil, chance: 0) != nil)
        #expect(RetryPolicy().wait(afterFailed: 4, retryAfter: nil, chance: 0) == nil)
    }

    @Test func honoursRetryAfterOrLeavesItForTheNextRun() {
        #expect(RetryPolicy().wait(afterFailed: 1, retryAfter: .seconds(60), chance: 0) == .seconds(60))
        #expect(RetryPolicy().wait(afterFailed: 1, retryAfter: .seconds(1), chance: 0) == .milliseconds(2500))
        #expect(RetryPolicy().wait(afterFailed: 1, retryAfter: .seconds(121), chance: 0) == nil)
    }
}
