import Foundation
import Synchronization

/// How far the making of an index has come, for whoever asks meanwhile.
package final class IndexProgress: Sendable {
    package enum Phase: String, Sendable, Hashable {
        /// The facts are being read from the store.
        case reading
        /// The index is being made of them.
        case building
    }

    package struct Stand: Sendable, Hashable {
        package var phase: Phase
        /// Notices of `total` that are read; all of them while the index is made.
        package var done: Int
        package var total: Int
        /// Of the whole, 0 to 99: whoever sees it is told when there is a new index, and not by a hundred.
        package var percent: Int

        package var description: String {
            switch phase {
            case .reading: "reading \(done) of \(total) notices, \(percent) % done"
            case .building: "building from \(total) notices, \(percent) % done"
            }
        }
    }

    /// How much of the whole reading is, in per cent.
    private static let readingShare = 30

    /// An index that was built.
    package struct Build: Sendable, Hashable {
        package var at: Date
        package var duration: Duration
    }

    private let stand = Mutex<Stand?>(nil)
    private let latest = Mutex<Build?>(nil)
    /// Told of every new per cent, by the thread that builds; of `nil` when it is done or given up.
    private let changed: @Sendable (Stand?) -> Void

    package init(changed: @escaping @Sendable (Stand?) -> Void = { _ in }) { self.changed = changed }

    /// `nil` while no index is being made.
    package var value: Stand? { stand.withLock { $0 } }

    func read(_ done: Int, of total: Int) {
        let percent = total == 0 ? 0 : min(done, total) * Self.readingShare / total
        set(Stand(phase: .reading, done: done, total: total, percent: percent))
    }

    /// - Parameter share: how much of the building is done, from 0 to 1.
    func build(_ share: Double = 0) {
        let total = value?.total ?? 0
        let percent = Self.readingShare + Int(Double(99 - Self.readingShare) * share)
        set(Stand(phase: .building, done: total, total: total, percent: percent))
    }

    /// The index that was built last; `nil` before the first.
    package var last: Build? { latest.withLock { $0 } }

    func built(in duration: Duration) { latest.withLock { $0 = Build(at: Date(), duration: duration) } }

    /// Built or given up.
    func end() {
        stand.withLock { $0 = nil }
        changed(nil)
    }

    private func set(_ next: Stand) {
        let isNews = stand.withLock { stand in
            defer { stand = next }
            return stand?.percent != next.percent || stand?.phase != next.phase
        }
        if isNews { changed(next) }
    }
}
