import Foundation
import Logging
import Procurement
import Store
import Synchronization
import Transport

/// Notes who was denied what, without letting anyone fill the disk or hold up the writer with it.
///
/// A caller's denials at one method are one row a day. It is written at the 1st, the 2nd, the 4th, the 8th … of them,
/// before anyone reads the audit, and when the daemon stops: a million denials are some twenty small commits.
package actor DenialBook {
    private struct Key: Hashable {
        var caller: Caller
        var method: String
        /// ISO 8601, so that a new day begins to count anew.
        var day: String
    }

    private struct Count {
        var all = 0
        var written = 0
    }

    private let executor = PinnedExecutor(label: "torg.denials")
    private let store: Store
    private let meter: Meter
    private let log: Logger
    private let now: @Sendable () -> Date
    private nonisolated let counts = Mutex<[Key: Count]>([:])

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    package init(
        store: Store, meter: Meter = Meter(), log: Logger, now: @escaping @Sendable () -> Date = Date.init
    ) {
        self.store = store
        self.meter = meter
        self.log = log
        self.now = now
    }

    /// Counts one; whoever was denied doesn't wait for the disk.
    nonisolated func note(_ caller: Caller, method: String) {
        meter.denied()
        let key = Key(caller: caller, method: method, day: String(now().ISO8601Format(.iso8601).prefix(10)))
        let all = counts.withLock { counts in
            counts[key, default: Count()].all += 1
            return counts[key]?.all ?? 0
        }
        if all.nonzeroBitCount == 1 { Task { await write() } }
    }

    /// Writes what isn't written yet. What can't be written is kept for the next time.
    package func write() {
        let day = String(now().ISO8601Format(.iso8601).prefix(10))
        let due = counts.withLock { counts in
            let due = counts.compactMap { key, count in
                count.all > count.written ? (key: key, more: count.all - count.written) : nil
            }
            for (key, more) in due { counts[key]?.written += more }
            for key in counts.keys where key.day != day { counts[key] = nil }
            return due.sorted {
                ($0.key.day, $0.key.caller, $0.key.method) < ($1.key.day, $1.key.caller, $1.key.method)
            }
        }
        guard !due.isEmpty else { return }
        // The audit is the leader's; a follower has its log.
        if case .follower = store.condition { return tell(due) }
        do {
            try store.record(
                due.map { AuditRecord(.denied, by: UserName.of($0.key.caller), method: $0.key.method, count: $0.more) })
        } catch {
            counts.withLock { counts in
                for (key, more) in due { counts[key, default: Count(all: more, written: more)].written -= more }
            }
            log.error("denials can't be written to the audit just now: \(error)")
        }
        tell(due)
    }

    private func tell(_ due: [(key: Key, more: Int)]) {
        for (key, more) in due {
            log.warning(
                "denied",
                metadata: [
                    "uid": "\(key.caller.uid)", "person": "\(key.caller.person ?? "–")", "method": "\(key.method)",
                    "times": "\(more)",
                ])
        }
    }
}
