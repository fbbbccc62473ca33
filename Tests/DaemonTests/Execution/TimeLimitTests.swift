import JSON
import JSONRPC
import Testing

@testable import Daemon

@Suite struct TimeLimitTests {
    @Test func endsWhatTakesTooLong() async throws {
        let error = await #expect(throws: RPCError.self) {
            try await TimeLimit.run(.milliseconds(1)) {
                while !Task.isCancelled {}
                throw CancellationError()
            }
        }
        #expect(error?.code == .busy && error?.detail?.expected != nil)
    }

    /// Also where the computing keeps all of the lane's threads.
    @Test func endsWhatKeepsItsThread() async throws {
        let threads = RequestThreads(processors: 1)
        let caller = RequestThreads.Caller(id: 1)
        let error = await #expect(throws: RPCError.self) {
            try await withTaskExecutorPreference(threads.lane(.answering, for: caller)) {
                try await TimeLimit.run(.milliseconds(1)) {
                    try await withTaskExecutorPreference(threads.lane(.computing, for: caller)) {
                        while !Task.isCancelled {}
                        try Task.checkCancellation()
                    }
                }
            }
        }
        #expect(error?.code == .busy)
    }

    @Test func givesWhatIsDoneInTime() async throws {
        #expect(try await TimeLimit.run(.seconds(60)) { 7 } == 7)
        #expect(try await TimeLimit.run(nil) { 7 } == 7)
        await #expect(throws: NotReady.self) {
            try await TimeLimit.run(.seconds(60)) { () -> Int in throw NotReady() }
        }
    }

    @Test func endsWithItsCaller() async throws {
        let task = Task {
            try await TimeLimit.run(.seconds(600)) {
                while !Task.isCancelled {}
                throw CancellationError()
            }
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
