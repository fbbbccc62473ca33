import API
import JSON
import JSONRPC
import Logging
import Transport

/// Carries out one method of the contract: one handler a method, in a file of its own.
///
/// What it throws becomes an error of the contract in one place, `RPCError.init(caught:)`.
package protocol Handler: Sendable {
    associatedtype Served: API.Method

    func answer(_ parameters: Served.Parameters, for peer: Peer) async throws -> Served.Result

    /// How long an answer may take to compute; `nil` where it never takes long, or has to take as long as it does.
    /// What has a limit looks at times whether its task was cancelled.
    var timeLimit: Duration? { get }

    /// The answer as it goes over the wire. Whoever can write it without making the contract's types first, does.
    func written(_ parameters: Served.Parameters, for peer: Peer) async throws -> JSONText
}

extension Handler {
    package var timeLimit: Duration? { nil }

    package func written(_ parameters: Served.Parameters, for peer: Peer) async throws -> JSONText {
        try JSONText(writing: try await answer(parameters, for: peer))
    }
}

/// Where a caller's calls of a method are carried out.
package typealias Workplace = @Sendable (Peer) -> any TaskExecutor

/// A handler that answers on an executor of its own.
struct HandlerElsewhere<H: Handler>: Handler {
    typealias Served = H.Served

    let handler: H
    let executor: Workplace
    var timeLimit: Duration? { handler.timeLimit }

    func answer(_ parameters: Served.Parameters, for peer: Peer) async throws -> Served.Result {
        try await withTaskExecutorPreference(executor(peer)) { try await handler.answer(parameters, for: peer) }
    }

    func written(_ parameters: Served.Parameters, for peer: Peer) async throws -> JSONText {
        try await withTaskExecutorPreference(executor(peer)) { try await handler.written(parameters, for: peer) }
    }
}
