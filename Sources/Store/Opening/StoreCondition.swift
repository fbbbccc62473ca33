/// What can be done with the store's file.
package enum StoreCondition: Sendable, Equatable {
    case sound
    /// It is read, and hasn't been looked through yet: nothing is written before that is done.
    case unexamined
    /// It is damaged: what can still be read is, and nothing is written. With what SQLite found.
    case readOnly(String)
    /// It is damaged, and nothing can be read from it. With what SQLite found.
    case unreadable(String)
    /// It is sound, and it, its folder or its disk may only be read: nothing is written. With what forbids it.
    case writeProtected(String)
    /// The path no longer leads to the file that was opened, which is still read: nothing is written. With what is there.
    case replaced(String)

    /// It is a copy of a leader's store, which is read and never written to. With where the leader is.
    case follower(String)

    /// Why nothing is written; `nil` where all is well.
    package var detail: String? {
        switch self {
        case .sound, .unexamined: nil
        case .readOnly(let detail), .unreadable(let detail), .writeProtected(let detail), .replaced(let detail): detail
        case .follower(let leader): "it follows \(leader)"
        }
    }

    /// The same as an error, for whoever wants to write to the store at `path` and for the log.
    func trouble(at path: String) -> StoreError? {
        switch self {
        case .sound, .unexamined: nil
        case .readOnly(let detail), .unreadable(let detail): .damaged(path: path, detail: detail)
        case .writeProtected(let detail): .writeProtected(path: path, detail: detail)
        case .replaced(let detail): .replaced(path: path, detail: detail)
        case .follower(let leader): .notTheLeader(leader: leader)
        }
    }
}
