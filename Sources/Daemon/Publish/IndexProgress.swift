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

    /// What is made of the facts, in this order.
    enum Part: Int {
        case snapshot, needs

        /// How much of the whole is done when it begins, in per cent, as measured with 10,000 notices.
        var percent: Int { self == .snapshot ? IndexProgress.readingShare : 85 }
    }

    /// How much of the whole reading is, in per cent.
    private static let readingShare = 50

    private let stand = Mutex<Stand?>(nil)
    /// Told of every new per cent, by the thread that builds; of `nil` when it is done or given up.
    private let changed: @Sendable (Stand?) -> Void

    package init(changed: @escaping @Sendable (Stand?) -> Void = { _ in }) { self.changed = changed }

    /// `nil` while no index is being made.
    package var value: Stand? { stand.withLock { $0 } }

    func read(_ done: Int, of total: Int) {
        let percent = total == 0 ? 0 : min(done, total) * Self.readingShare / total
        set(Stand(phase: .reading, done: done, total: total, percent: percent))
    }

    func build(_ part: Part) {
        let total = value?.total ?? 0
        set(Stand(phase: .building, done: total, total: total, percent: part.percent))
    }

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
