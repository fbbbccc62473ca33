import Synchronization

/// How far the import that goes on now has come, for whoever asks meanwhile.
package final class ImportProgress: Sendable {
    package struct Stand: Sendable, Hashable {
        package var files: Int
        package var seen: Int
    }

    private let stand = Mutex<Stand?>(nil)

    package init() {}

    /// `nil` while nothing is imported.
    package var value: Stand? { stand.withLock { $0 } }

    func begin(files: Int) { stand.withLock { $0 = Stand(files: files, seen: 0) } }
    func add(seen: Int) { stand.withLock { $0?.seen = seen } }
    func end() { stand.withLock { $0 = nil } }
}
