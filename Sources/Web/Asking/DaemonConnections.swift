import API
import JSON
import JSONRPC
import Transport

/// Connections to the daemon, lent to one call at a time.
///
/// A connection that breaks is forgotten: whoever asks next has a new one, so that a restarted daemon is found again
/// without a restart here.
package actor DaemonConnections {
    private let path: String
    private let most: Int
    private var idle: [RPCClient] = []
    private var lent = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - path: the daemon's socket.
    ///   - most: how many connections are open at once; who comes when all are lent waits for one.
    package init(to path: String, most: Int = 8) {
        self.path = path
        self.most = most
    }

    /// Calls a method of the contract.
    ///
    /// What only reads is asked once more over a new connection where an idle one turned out to be closed: the daemon was
    /// restarted since. What writes isn't, for nobody knows whether it was done.
    func call<M: Method>(_ method: M.Type, _ parameters: M.Parameters) async throws(RPCClientError) -> M.Result {
        let (client, isFresh) = try await borrow()
        do throws(RPCClientError) {
            let result = try await client.call(method, parameters)
            give(client)
            return result
        } catch {
            if case .remote = error {
                give(client)
                throw error
            }
            giveNothing()
            guard case .closed(midAnswer: false) = error, !isFresh, M.role == .reader else { throw error }
            idle = []
            return try await call(method, parameters)
        }
    }

    private func borrow() async throws(RPCClientError) -> (client: RPCClient, isFresh: Bool) {
        while lent >= most { await withCheckedContinuation { waiting.append($0) } }
        lent += 1
        if let client = idle.popLast() { return (client, false) }
        do throws(RPCClientError) {
            return (try await RPCClient.connect(to: path), true)
        } catch {
            giveNothing()
            throw error
        }
    }

    private func give(_ client: RPCClient) {
        idle.append(client)
        giveNothing()
    }

    private func giveNothing() {
        lent -= 1
        if !waiting.isEmpty { waiting.removeFirst().resume() }
    }
}
