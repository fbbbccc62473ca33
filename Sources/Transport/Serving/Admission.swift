import JSON
import JSONRPC
import Synchronization

/// Counts the connections in all and of each user, and says when there are too many.
///
/// Some places are kept for root and admins. Where no other is free, one is made free for whoever has fewer than their
/// share: the share is what there is, divided among the users that are there, and a connection that the server waits for
/// is closed, of the user who has the most beyond it.
final class Admission: Sendable {
    private struct Counts {
        var total = 0
        /// Those of `total` that aren't kept for root and admins.
        var others = 0
        var ofUser: [UInt32: [ObjectIdentifier: Place]] = [:]
    }

    private let most: Int
    private let mostPerUser: Int
    private let kept: Int
    private let counts = Mutex(Counts())
    private let meter: ConnectionMeter

    /// - Parameter kept: places of `most` for root and admins alone.
    init(most: Int, mostPerUser: Int, kept: Int = 0, meter: ConnectionMeter = ConnectionMeter()) {
        self.meter = meter
        self.most = most
        self.mostPerUser = mostPerUser
        self.kept = kept
    }

    /// Counts one more, or says why not.
    ///
    /// - Parameter isKept: whether it is root or an admin.
    func admit(_ user: UInt32, isKept: Bool = false) -> Result<Place, RPCError> {
        let (result, refusal): (Result<Place, RPCError>, ConnectionMeter.Refusal?) = counts.withLock { counts in
            if counts.ofUser[user]?.count ?? 0 >= mostPerUser {
                return (.failure(Self.busy("at most \(mostPerUser) connections of one user", came: "one more")), .user)
            }
            if !hasRoom(counts, isKept: isKept), !makeRoom(&counts, for: user, isKept: isKept) {
                return (.failure(Self.busy("at most \(most) connections", came: "one more")), .total)
            }
            let place = Place(user: user, isKept: isKept)
            counts.total += 1
            if !isKept { counts.others += 1 }
            counts.ofUser[user, default: [:]][ObjectIdentifier(place)] = place
            return (.success(place), nil)
        }
        if let refusal { meter.refused(refusal) } else { meter.opened() }
        return result
    }

    private func hasRoom(_ counts: Counts, isKept: Bool) -> Bool {
        counts.total < most && (isKept || counts.others < most - kept)
    }

    private func makeRoom(_ counts: inout Counts, for user: UInt32, isKept: Bool) -> Bool {
        let users = counts.ofUser.count + (counts.ofUser[user] == nil ? 1 : 0)
        let share = max(1, (most - kept) / users)
        guard counts.ofUser[user]?.count ?? 0 < share else { return false }
        // A place that is kept is none for others.
        let beyond = counts.ofUser.filter { $0.key != user && $0.value.count > share }
            .sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }
        for (_, places) in beyond {
            let waiting = places.values.compactMap { place in
                isKept || !place.isKept ? place.order.map { (place: place, order: $0) } : nil
            }.sorted { ($0.order.0.rawValue, $0.order.since) < ($1.order.0.rawValue, $1.order.since) }
            if let given = waiting.first(where: { $0.place.giveAway() }) {
                remove(given.place, from: &counts)
                return true
            }
        }
        return false
    }

    private func remove(_ place: Place, from counts: inout Counts) {
        guard counts.ofUser[place.user]?.removeValue(forKey: ObjectIdentifier(place)) != nil else { return }
        counts.total -= 1
        if !place.isKept { counts.others -= 1 }
        if counts.ofUser[place.user]?.isEmpty == true { counts.ofUser[place.user] = nil }
    }

    /// Says why one can't be let in that there is no descriptor for.
    func refuseForDescriptors() -> RPCError {
        meter.refused(.descriptors)
        return Self.busy("a free file descriptor", came: "none left")
    }

    /// To be told when a connection has ended, also one whose place was given away.
    func leave(_ place: Place) {
        counts.withLock { remove(place, from: &$0) }
        place.end()
        meter.closed()
    }

    var total: Int { counts.withLock { $0.total } }

    private static func busy(_ expected: String, came: String) -> RPCError {
        RPCError(.busy, "Busy: \(expected). Try again later.", detail: .init(expected: expected, came: came))
    }
}
