import API
import JSON
import JSONRPC
import Synchronization
import Transport

/// The handlers of the copy that is served, swapped as one: whoever began with a copy ends with it, index and store alike.
final class SwappedHandlers: RequestHandler {
    private let current: Mutex<MethodHandlers>
    /// That a first copy is served, or that it is known that there is none.
    let settled = Event()
    private static let patience = Duration.seconds(5)
    /// Those that tell how the daemon is, at any time.
    private static let always: Set = [ServerStatus.name, ServerMetrics.name, SessionGet.name, RPCDiscover.name]

    init(_ handlers: MethodHandlers) { current = Mutex(handlers) }

    func replace(with handlers: MethodHandlers) {
        current.withLock { $0 = handlers }
        settled.happen()
    }

    func answer(_ request: Request, from peer: Peer) async throws(RPCError) -> JSONText {
        // After a start a call waits a little rather than fail.
        if !settled.isOver, !Self.always.contains(request.method) { try? await settled.wait(atMost: Self.patience) }
        let handlers = current.withLock { $0 }
        return try await handlers.answer(request, from: peer)
    }
}
