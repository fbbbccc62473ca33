import JSON
import JSONRPC
import Synchronization

/// Counts the bytes of answers that are made and not yet taken by their clients, in all and of each user.
///
/// Small answers aren't counted: a connection holds one answer at most, so that all of them together stay small, and
/// whoever asks for little is answered however much others leave unread.
final class AnswerBudget: Sendable {
    /// Bytes of an answer that aren't counted.
    static let small = 64 << 10

    private struct Counts {
        var total = 0
        var ofUser: [UInt32: Int] = [:]
    }

    private let most: Int
    private let mostPerUser: Int
    private let counts = Mutex(Counts())
    private let memory: MemoryReturn

    init(most: Int, mostPerUser: Int, memory: MemoryReturn = MemoryReturn()) {
        self.memory = memory
        self.most = most
        self.mostPerUser = mostPerUser
    }

    /// Bytes that are counted now.
    var total: Int { counts.withLock { $0.total } }

    /// Says why nothing is begun for a user who has left too much unread.
    func refusal(for user: UInt32) -> RPCError? {
        counts.withLock { $0.ofUser[user] ?? 0 } + Self.small <= max(mostPerUser, Self.small) ? nil : tooMuchOfUser
    }

    /// Counts more, or says why there is no room for it.
    ///
    /// - Parameter isKept: for root and admins only their own bound holds; what others leave unread isn't theirs to bear.
    func take(_ bytes: Int, of user: UInt32, isKept: Bool) -> RPCError? {
        counts.withLock { counts in
            if counts.ofUser[user, default: 0] + bytes > mostPerUser { return tooMuchOfUser }
            if !isKept, counts.total + bytes > most {
                return RPCError(
                    .busy, "Busy: answers that clients haven't read take up \(most) bytes. Try again in a moment.",
                    detail: .init(expected: "at most \(most) bytes of unread answers", came: "more"))
            }
            counts.total += bytes
            counts.ofUser[user, default: 0] += bytes
            return nil
        }
    }

    func give(_ bytes: Int, of user: UInt32) {
        counts.withLock { counts in
            counts.total -= bytes
            let left = counts.ofUser[user, default: bytes] - bytes
            counts.ofUser[user] = left > 0 ? left : nil
        }
        memory.freed(bytes)
    }

    private var tooMuchOfUser: RPCError {
        RPCError(
            .busy,
            "Busy: answers to you that aren't read yet take up \(mostPerUser) bytes. Read them, or close their "
                + "connections, and try again.",
            detail: .init(expected: "at most \(mostPerUser) bytes of unread answers of one user", came: "more"))
    }
}

/// What the answer to one message holds of the budget, from its making until it is written, or thrown away.
final class HeldAnswer: Sendable {
    private let budget: AnswerBudget
    private let user: UInt32
    private let isKept: Bool
    private let limit: Int
    private let state = Mutex((bytes: 0, counted: 0, isFull: false))

    /// - Parameter limit: bytes that the answer may have, a batch's too.
    init(of budget: AnswerBudget, user: UInt32, isKept: Bool, limit: Int) {
        self.budget = budget
        self.user = user
        self.isKept = isKept
        self.limit = limit
    }

    deinit {
        let counted = state.withLock { $0.counted }
        if counted > 0 { budget.give(counted, of: user) }
    }

    /// - Throws: -32003 where the user has too much unread, -32004 where the answers of this batch have grown too large:
    ///   nothing is computed that can't be told.
    func checkRoom() throws(RPCError) {
        let isFull = state.withLock { $0.isFull || $0.counted > 0 && $0.counted + AnswerBudget.small > limit }
        if isFull {
            throw RPCError(
                .tooLarge, "The answers of the batch are larger than \(limit) bytes: ask for less at a time",
                detail: .init(expected: "answers of at most \(limit) bytes in all", came: "more"))
        }
        if !isKept, let refusal = budget.refusal(for: user) { throw refusal }
    }

    /// Adds a result. One that makes the answer too large isn't counted: it is thrown away.
    ///
    /// - Throws: -32003 where there is no room for it.
    func add(_ bytes: Int) throws(RPCError) {
        let refusal: RPCError? = state.withLock { state in
            if state.bytes + bytes > limit {
                state.isFull = true
                return nil
            }
            let sum = state.bytes + bytes
            if sum > AnswerBudget.small, let refusal = budget.take(sum - state.counted, of: user, isKept: isKept) {
                return refusal
            }
            state.bytes = sum
            if sum > AnswerBudget.small { state.counted = sum }
            return nil
        }
        if let refusal { throw refusal }
    }
}
