import JSONRPC

/// What all connections of a server share.
struct Service: Sendable {
    /// How a message is to be taken.
    enum Mode: Sendable {
        case normal
        /// The server is stopping: nothing new is begun.
        case stopping
        /// The client has gone, so only notifications still make sense.
        case nobodyListens
    }

    let handler: any RequestHandler
    let limits: ServerLimits
    /// Where requests are carried out; `nil` for Swift's own pool.
    let executor: (any TaskExecutor)?

    /// - Returns: what to send, without a line feed; `nil` when there is nothing to say.
    func answer(_ message: [UInt8], from peer: Peer, mode: Mode) async -> [UInt8]? {
        await Answerer(limits: limits.answering).answer(message) { request throws(RPCError) in
            switch mode {
            case .normal: return try await carryOut(request, from: peer)
            case .stopping: throw RPCError(.busy, "Busy: the server is stopping. Try again later.")
            case .nobodyListens:
                if request.id != nil { throw RPCError(.busy, "Nobody waits for the answer") }
                return try await carryOut(request, from: peer)
            }
        }
    }

    /// A request is given up when its client goes. A notification isn't: nobody was going to wait for it.
    private func carryOut(_ request: Request, from peer: Peer) async throws(RPCError) -> JSONText {
        if request.id != nil { return try await handler.answer(request, from: peer) }
        let task = Task(executorPreference: executor) { [handler] () async -> Result<JSONText, RPCError> in
            do throws(RPCError) {
                return .success(try await handler.answer(request, from: peer))
            } catch {
                return .failure(error)
            }
        }
        return try await task.value.get()
    }
}
