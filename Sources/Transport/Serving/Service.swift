import JSON
import JSONRPC
import NIOCore

/// What all connections of a server share.
struct Service: Sendable {
    /// How a message is to be taken.
    enum Mode: Sendable {
        case normal
        /// The server is stopping: nothing new is begun.
        case stopping
        /// The client has gone, so only single notifications still make sense.
        case nobodyListens
    }

    /// What a message is answered with.
    struct Reply: Sendable {
        /// With its line feed.
        let line: ByteBuffer
        /// Counts it until it is written.
        let held: HeldAnswer?
    }

    let handler: any RequestHandler
    let limits: ServerLimits
    /// Where a caller's requests are carried out; `nil` for Swift's own pool.
    let executor: (@Sendable (Peer) -> any TaskExecutor)?
    /// Whether a caller is root or an admin, whom the others can't shut out.
    let isKept: @Sendable (Peer) -> Bool
    let budget: AnswerBudget
    let memory: MemoryReturn

    /// - Parameters:
    ///   - place: the connection's.
    ///   - executor: where the task runs.
    /// - Returns: what to send; `nil` when there is nothing to say.
    func answer(
        _ message: [UInt8], from peer: Peer, at place: Place, mode: Mode, on executor: (any TaskExecutor)?
    ) async -> Reply? {
        let held = HeldAnswer(of: budget, user: peer.uid, isKept: place.isKept, limit: limits.answering.answer)
        let answer = await Answerer(limits: limits.answering).answer(message) {
            // The rest of a batch isn't begun when its client has gone.
            mode != .nobodyListens && !Task.isCancelled
        } handle: { request throws(RPCError) in
            if request.id == nil {
                if mode == .stopping { throw RPCError(.busy) }
                return try await notify(request, from: peer, at: place, on: executor)
            }
            if mode == .stopping { throw RPCError(.busy, "Busy: the server is stopping. Try again later.") }
            if mode == .nobodyListens || Task.isCancelled { throw RPCError(.busy, "Nobody waits for the answer") }
            try held.checkRoom()
            let result = try await handler.answer(request, from: peer)
            try held.add(result.bytes.count)
            return result
        }
        return answer.map { Reply(line: Self.line($0), held: held) }
    }

    /// Copied here and not on the event loop, which others wait for.
    static func line(_ answer: [UInt8]) -> ByteBuffer {
        var line = ByteBufferAllocator().buffer(capacity: answer.count + 1)
        line.writeBytes(answer)
        line.writeInteger(UInt8(ascii: "\n"))
        return line
    }

    /// A request is given up when its client goes. A notification isn't, as nobody was going to wait for it, unless someone
    /// else needs the place.
    private func notify(
        _ request: Request, from peer: Peer, at place: Place, on executor: (any TaskExecutor)?
    ) async throws(RPCError) -> JSONText {
        let task = Task(executorPreference: executor) { [handler] () async -> Result<JSONText, RPCError> in
            do throws(RPCError) {
                return .success(try await handler.answer(request, from: peer))
            } catch {
                return .failure(error)
            }
        }
        place.cancelled { task.cancel() }
        defer { place.cancelled(by: nil) }
        return try await task.value.get()
    }
}
