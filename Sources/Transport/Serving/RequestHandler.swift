import JSON
import JSONRPC

/// Carries out requests.
package protocol RequestHandler: Sendable {
    /// - Parameters:
    ///   - request: one call; without an id it is a notification, and what comes back is thrown away.
    ///   - peer: who calls.
    /// - Returns: the result, already written.
    /// - Throws: the error to answer with.
    func answer(_ request: Request, from peer: Peer) async throws(RPCError) -> JSONText
}
