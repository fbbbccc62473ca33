import Testing

@testable import Daemon

@Suite struct EventTests {
    @Test func allWhoWaitAreTold() async throws {
        let event = Event()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<100 { group.addTask { try await event.wait() } }
            event.happen()
            try await group.waitForAll()
        }
    }

    @Test func whatHasHappenedIsNotWaitedFor() async throws {
        let event = Event()
        event.happen()
        event.happen()
        try await event.wait()
        try await event.wait(atMost: .seconds(600))
    }

    @Test func whoIsCancelledWaitsNoLonger() async {
        let event = Event()
        let task = Task { try await event.wait() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func aLimitEndsTheWait() async throws { try await Event().wait(atMost: .zero) }
}
