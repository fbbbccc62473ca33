import API
import Foundation
import JSON
import JSONRPC
import Transport

/// Connections to the daemon, lent to one call at a time; each is one person's, or nobody's on one's own port.
///
/// A connection that breaks is forgotten: whoever asks next has a new one, so that a restarted daemon is found again
/// without a restart here. Where all places are taken, the connection goes that was used longest ago.
package actor DaemonConnections {
    private let path: String
    private let most: Int
    private let mostEach: Int
    /// The one that was used longest ago is first.
    private var idle: [(person: SignedIn?, client: RPCClient)] = []
    /// How many each has now, where that is more than none.
    private var lent: [SignedIn?: Int] = [:]
    private var lentInAll = 0
    private var waiting: [(person: SignedIn?, turn: CheckedContinuation<Void, Never>)] = []

    /// - Parameters:
    ///   - path: the daemon's socket.
    ///   - most: how many connections are open at once; who comes when all are lent waits for one.
    ///   - mostEach: how many of them one person has, so that nobody's many windows keep others waiting.
    package init(to path: String, most: Int = 8, mostEach: Int = 8) {
        self.path = path
        self.most = most
        self.mostEach = mostEach
    }

    /// Calls a method of the contract as a person; `nil` as the user that this program runs as.
    ///
    /// What only reads is asked once more over a new connection where an idle one turned out to be closed: the daemon was
    /// restarted since. What writes isn't, for nobody knows whether it was done.
    ///
    /// - Throws: `RPCClientError`, `SignInFault` where the daemon doesn't take the person.
    func call<M: Method>(_ method: M.Type, _ parameters: M.Parameters, as person: SignedIn?) async throws -> M.Result {
        let (client, isFresh) = try await borrow(for: person)
        do throws(RPCClientError) {
            let result = try await client.call(method, parameters)
            give(client, of: person)
            return result
        } catch {
            if case .remote = error {
                give(client, of: person)
                throw error
            }
            giveNothing(of: person)
            guard case .closed(midAnswer: false) = error, !isFresh, M.role == .reader else { throw error }
            idle = []
            return try await call(method, parameters, as: person)
        }
    }

    private func borrow(for person: SignedIn?) async throws -> (client: RPCClient, isFresh: Bool) {
        if hasRoom(for: person) {
            count(person)
        } else {
            // Whoever gives one back counts it for the one who waits.
            await withCheckedContinuation { waiting.append((person, $0)) }
        }
        while let index = idle.lastIndex(where: { $0.person == person }) {
            let client = idle.remove(at: index).client
            if await client.isOpen { return (client, false) }
        }
        while !idle.isEmpty, lentInAll + idle.count > most { idle.removeFirst() }
        do {
            let client = try await RPCClient.connect(to: path)
            if let person { try await Self.assume(person, on: client) }
            return (client, true)
        } catch {
            giveNothing(of: person)
            throw error
        }
    }

    /// Has a new connection be a person's.
    private static func assume(_ person: SignedIn, on client: RPCClient) async throws {
        do throws(RPCClientError) {
            _ = try await client.call(
                SessionAssume.self, SessionAssume.Parameters(person: person.person, groups: person.groups))
        } catch {
            guard case .remote(let answer) = error else { throw error }
            switch answer.code {
            case .notAllowed: throw SignInFault.notDelegate(user: NSUserName())
            case .invalidParameters: throw SignInFault.unacceptable(answer.message)
            default: throw error
            }
        }
    }

    private func hasRoom(for person: SignedIn?) -> Bool { lentInAll < most && lent[person, default: 0] < mostEach }

    private func count(_ person: SignedIn?) {
        lentInAll += 1
        lent[person, default: 0] += 1
    }

    private func give(_ client: RPCClient, of person: SignedIn?) {
        idle.append((person, client))
        giveNothing(of: person)
    }

    private func giveNothing(of person: SignedIn?) {
        lentInAll -= 1
        let left = lent[person, default: 1] - 1
        lent[person] = left > 0 ? left : nil
        guard let next = waiting.firstIndex(where: { hasRoom(for: $0.person) }) else { return }
        let (waiter, turn) = waiting.remove(at: next)
        count(waiter)
        turn.resume()
    }
}

/// The daemon as one person asks it: what a page is handed, so that it can't ask as anybody else.
struct DaemonAsPerson: Sendable {
    let connections: DaemonConnections
    /// `nil` for the user that this program runs as.
    let person: SignedIn?

    func call<M: Method>(_ method: M.Type, _ parameters: M.Parameters) async throws -> M.Result {
        try await connections.call(method, parameters, as: person)
    }
}
