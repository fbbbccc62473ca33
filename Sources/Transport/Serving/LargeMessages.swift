/// Lets few large messages be under way at a time, in all and of each user; the others wait where they are, unread.
///
/// A message is held from its first bytes until it is answered, and takes some twenty times its size once it is parsed:
/// small ones of all connections together are little, large ones would be gigabytes. Lives on the event loop.
final class LargeMessages {
    /// From so many bytes on a message is a large one.
    static let small = 16 << 10
    /// What one may have taken.
    private static let costs = 4 << 20

    private struct Waiting {
        let key: ObjectIdentifier
        let user: UInt32
        let isKept: Bool
        let goOn: () -> Void
    }

    private let most: Int
    private let mostPerUser: Int
    private var holders: [ObjectIdentifier: UInt32] = [:]
    private var ofUser: [UInt32: Int] = [:]
    private var waiting: [Waiting] = []

    private let memory: MemoryReturn

    init(most: Int, mostPerUser: Int, memory: MemoryReturn = MemoryReturn()) {
        self.memory = memory
        self.most = most
        self.mostPerUser = mostPerUser
    }

    /// - Parameters:
    ///   - isKept: for root and admins only their own bound holds.
    ///   - goOn: called once when there is room, where there is none now.
    /// - Returns: whether it may go on at once.
    func enter(_ key: ObjectIdentifier, of user: UInt32, isKept: Bool, goOn: @escaping () -> Void) -> Bool {
        if holders[key] != nil { return true }
        if hasRoom(for: user, isKept: isKept) {
            hold(key, user)
            return true
        }
        if !waiting.contains(where: { $0.key == key }) {
            waiting.append(Waiting(key: key, user: user, isKept: isKept, goOn: goOn))
        }
        return false
    }

    /// Gives the room back, or stops waiting for it.
    func leave(_ key: ObjectIdentifier) {
        waiting.removeAll { $0.key == key }
        guard let user = holders.removeValue(forKey: key) else { return }
        let left = ofUser[user, default: 1] - 1
        ofUser[user] = left > 0 ? left : nil
        memory.freed(Self.costs)
        // Those of a user who has enough are passed by.
        guard let next = waiting.firstIndex(where: { hasRoom(for: $0.user, isKept: $0.isKept) }) else { return }
        let first = waiting.remove(at: next)
        hold(first.key, first.user)
        first.goOn()
    }

    private func hasRoom(for user: UInt32, isKept: Bool) -> Bool {
        ofUser[user, default: 0] < mostPerUser && (isKept || holders.count < most)
    }

    private func hold(_ key: ObjectIdentifier, _ user: UInt32) {
        holders[key] = user
        ofUser[user, default: 0] += 1
    }
}
