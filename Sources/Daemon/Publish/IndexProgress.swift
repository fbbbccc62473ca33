import Foundation
import Store
import Synchronization

/// How far the making of an index has come, for whoever asks meanwhile.
package final class IndexProgress: Sendable {
    package enum Phase: String, Sendable, Hashable {
        /// The facts are being read from the store.
        case reading
        /// The index is being made of them.
        case building
    }

    /// How many are read, of how many.
    package struct Count: Sendable, Hashable {
        package var done = 0
        package var total = 0

        fileprivate var share: Double { total == 0 ? 0 : Double(min(done, total)) / Double(total) }
    }

    package struct Stand: Sendable, Hashable {
        package var phase: Phase
        /// Read side by side; all of them while the index is made.
        package var notices = Count()
        package var suppliers = Count()
        /// Of the whole, 0 to 99: whoever sees it is told when there is a new index, and not by a hundred.
        package var percent = 0

        package var description: String {
            switch phase {
            case .reading:
                "reading \(notices.done) of \(notices.total) notices and \(suppliers.done) of \(suppliers.total) suppliers, "
                    + "\(percent) % done"
            case .building: "building from \(notices.total) notices, \(percent) % done"
            }
        }
    }

    /// How much of the whole reading is, in per cent.
    private static let readingShare = 20

    /// An index that was built.
    package struct Build: Sendable, Hashable {
        package var at: Date
        package var duration: Duration
    }

    private let stand = Mutex<Stand?>(nil)
    private let latest = Mutex<Build?>(nil)
    /// Told of every new per cent, by the threads that read and build; of `nil` when it is done or given up.
    private let changed: @Sendable (Stand?) -> Void

    package init(changed: @escaping @Sendable (Stand?) -> Void = { _ in }) { self.changed = changed }

    /// `nil` while no index is being made.
    package var value: Stand? { stand.withLock { $0 } }

    func begin() { set { _ in Stand(phase: .reading) } }

    func read(_ progress: FactsProgress) {
        set { stand in
            var next = stand ?? Stand(phase: .reading)
            switch progress {
            case .notices(let done, let total): next.notices = Count(done: done, total: total)
            case .suppliers(let done, let total): next.suppliers = Count(done: done, total: total)
            }
            let share = (next.notices.share + next.suppliers.share) / 2
            next.percent = max(next.percent, Int(Double(Self.readingShare) * share))
            return next
        }
    }

    /// - Parameter share: how much of the building is done, from 0 to 1.
    func build(_ share: Double = 0) {
        set { stand in
            var next = stand ?? Stand(phase: .building)
            next.phase = .building
            next.notices.done = next.notices.total
            next.suppliers.done = next.suppliers.total
            next.percent = Self.readingShare + Int(Double(99 - Self.readingShare) * share)
            return next
        }
    }

    /// The index that was built last; `nil` before the first.
    package var last: Build? { latest.withLock { $0 } }

    func built(in duration: Duration) { latest.withLock { $0 = Build(at: Date(), duration: duration) } }

    /// Built or given up.
    func end() {
        stand.withLock { $0 = nil }
        changed(nil)
    }

    private func set(_ next: (Stand?) -> Stand) {
        let news = stand.withLock { stand -> Stand? in
            let before = stand
            let after = next(before)
            stand = after
            return before?.percent != after.percent || before?.phase != after.phase ? after : nil
        }
        if let news { changed(news) }
    }
}
