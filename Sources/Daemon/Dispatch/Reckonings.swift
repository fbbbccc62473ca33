import API
import JSON
import JSONRPC
import Synchronization
import Transport

/// Lets each user have one long reckoning at a time: a back-test, a tuning or a replay.
///
/// It takes a processor for seconds or minutes, and memory of its own. A second one is refused rather than put in line:
/// whoever waits for it would wait longer than they know.
package final class Reckonings: Sendable {
    private let running = Mutex<[Caller: String]>([:])

    package init() {}

    /// - Throws: -32003 where the user has one already.
    func begin(_ method: String, of user: Caller) throws(RPCError) {
        let other = running.withLock { running in
            if let other = running[user] { return Optional(other) }
            running[user] = method
            return nil
        }
        guard let other else { return }
        throw RPCError(
            .busy,
            "Busy: a \(other) of yours is under way, and each user has one long reckoning at a time. Wait for its answer, "
                + "or close its connection to give it up, and call again.",
            detail: .init(expected: "one back-test, tuning or replay of a user at a time", came: "one more"))
    }

    func end(of user: Caller) { running.withLock { $0[user] = nil } }
}

/// A handler that each user has at work once at a time.
struct HandlerOnceAUser<H: Handler>: Handler {
    typealias Served = H.Served

    let handler: H
    let reckonings: Reckonings
    var timeLimit: Duration? { handler.timeLimit }

    func answer(_ parameters: Served.Parameters, for peer: Peer) async throws -> Served.Result {
        try reckonings.begin(Served.name, of: peer.caller)
        defer { reckonings.end(of: peer.caller) }
        return try await handler.answer(parameters, for: peer)
    }
}
