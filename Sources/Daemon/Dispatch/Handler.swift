import API
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
        try TextEncoder.encode(try await answer(parameters, for: peer))
    }
}

/// Where a caller's calls of a method are carried out.
package typealias Workplace = @Sendable (Peer) -> any TaskExecutor

extension MethodHandlers {
    /// Has a handler carry out its method on threads apart from those that answer: because it waits where an import is
    /// writing, or because it computes for long.
    mutating func add<H: Handler>(_ handler: H, on executor: @escaping Workplace, log: Logger) {
        add(HandlerElsewhere(handler: handler, executor: executor), log: log)
    }

    /// Has a handler carry out its method and give kept answers anew.
    ///
    /// What is kept was computed: it goes on a lane of its own, or two matches would hold up everyone on two cores.
    mutating func add<H: KeepingHandler>(
        _ handler: H, on executor: @escaping Workplace, _ replayers: inout DossierReplayers, log: Logger
    ) {
        add(handler, on: executor, log: log)
        replayers.add(handler)
    }

    /// Has a handler carry out its method. What is Torg's own fault is logged here, once.
    mutating func add<H: Handler>(_ handler: H, log: Logger) {
        onWritten(H.Served.self) { parameters, peer throws(RPCError) in
            do {
                return try await TimeLimit.run(handler.timeLimit) {
                    try await handler.written(parameters, for: peer)
                }
            } catch {
                let told = RPCError(caught: error)
                if told.code == .internalError || told.code == .storeUnavailable {
                    log.error("call failed", metadata: ["method": "\(H.Served.name)", "error": "\(error)"])
                }
                throw told
            }
        }
    }
}

/// A handler that answers on an executor of its own.
private struct HandlerElsewhere<H: Handler>: Handler {
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
