import Dispatch
import Foundation
import JSON
import JSONRPC
import Synchronization
import TestSupport
import Testing
import Transport

/// Runs what blocks on a thread of its own: Swift's pool has few, and the server needs them.
func blocking<R: Sendable>(_ body: @escaping @Sendable () throws -> R) async throws -> R {
    try await Task(executorPreference: ThreadPerJob()) { try body() }.value
}

private final class ThreadPerJob: TaskExecutor {
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        Thread.detachNewThread { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

/// Threads for tasks, apart from Swift's pool.
final class Threads: TaskExecutor {
    private let queue = DispatchQueue(label: "tests", attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

struct ClosureHandler: RequestHandler {
    let body: @Sendable (Request, Peer) async throws(RPCError) -> JSONValue

    func answer(_ request: Request, from peer: Peer) async throws(RPCError) -> JSONText {
        JSONText(try await body(request, peer))
    }

    /// Gives back the parameters.
    static let echo = ClosureHandler { request, _ throws(RPCError) in request.parameters ?? nil }
}

/// Serves on a socket of its own while `body` runs; then drains.
func serving(
    _ handler: any RequestHandler = ClosureHandler.echo, limits: ServerLimits = ServerLimits(),
    executor: (@Sendable (Peer) -> any TaskExecutor)? = nil,
    isKept: @escaping @Sendable (Peer) -> Bool = { _ in false },
    endsAll: Bool = true,
    _ body: (_ path: String, _ server: RPCServer) async throws -> Void
) async throws {
    let folder = try TemporaryFolder()
    let threads = Threads()
    let server = try RPCServer(
        listeners: [.listen(at: SocketPath(folder.socket))], handler: handler, limits: limits,
        executor: executor ?? { _ in threads }, isKept: isKept)
    let running = Task(executorPreference: threads) { try await server.run() }
    do {
        try await body(folder.socket, server)
    } catch {
        server.drain()
        try await running.value
        throw error
    }
    server.drain()
    try await running.value
    if endsAll { #expect(server.connections == 0) }
}

/// Something that happens once, and that others wait for.
final class Event: Sendable {
    private let state = Mutex<(happened: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

    func happen() {
        let waiting = state.withLock { state in
            state.happened = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            let happened = state.withLock { state in
                if !state.happened { state.waiting.append(continuation) }
                return state.happened
            }
            if happened { continuation.resume() }
        }
    }
}
