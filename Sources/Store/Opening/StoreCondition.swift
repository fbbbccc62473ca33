/// What can be done with the store's file.
package enum StoreCondition: Sendable, Equatable {
    case sound
    /// It is read, and hasn't been looked through yet: nothing is written before that is done.
    case unexamined
    /// It is damaged: what can still be read is, and nothing is written. With what SQLite found.
    case readOnly(String)
    /// It is damaged, and nothing can be read from it. With what SQLite found.
    case unreadable(String)

    /// What SQLite found; `nil` where all is well.
    package var detail: String? {
        switch self {
        case .sound, .unexamined: nil
        case .readOnly(let detail), .unreadable(let detail): detail
        }
    }
}
