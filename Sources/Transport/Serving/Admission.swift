import JSONRPC
import Synchronization

/// Counts the connections in all and of each user, and says when there are too many.
final class Admission: Sendable {
    private struct Counts {
        var total = 0
        var ofUser: [UInt32: Int] = [:]
    }

    private let most: Int
    private let mostPerUser: Int
    private let counts = Mutex(Counts())
    private let meter: ConnectionMeter

    init(most: Int, mostPerUser: Int, meter: ConnectionMeter = ConnectionMeter()) {
        self.meter = meter
        self.most = most
        self.mostPerUser = mostPerUser
    }

    /// Counts one more, or says why not.
    func admit(_ user: UInt32) -> RPCError? {
        counts.withLock { counts in
            if counts.total >= most {
                meter.refused(.total)
                return Self.busy("at most \(most) connections", came: "one more")
            }
            if counts.ofUser[user, default: 0] >= mostPerUser {
                meter.refused(.user)
                return Self.busy("at most \(mostPerUser) connections of one user", came: "one more")
            }
            counts.total += 1
            counts.ofUser[user, default: 0] += 1
            meter.opened()
            return nil
        }
    }

    /// Says why one can't be let in that there is no descriptor for.
    func refuseForDescriptors() -> RPCError {
        meter.refused(.descriptors)
        return Self.busy("a free file descriptor", came: "none left")
    }

    func leave(_ user: UInt32) {
        counts.withLock { counts in
            counts.total -= 1
            let left = counts.ofUser[user, default: 1] - 1
            counts.ofUser[user] = left > 0 ? left : nil
            meter.closed()
        }
    }

    var total: Int { counts.withLock { $0.total } }

    private static func busy(_ expected: String, came: String) -> RPCError {
        RPCError(.busy, "Busy: \(expected). Try again later.", detail: .init(expected: expected, came: came))
    }
}
