/// What can be done with the store's file.
package enum StoreCondition: Sendable, Equatable {
    case sound
    /// It is damaged: what can still be read is, and nothing is written. With what SQLite found.
    case readOnly(String)
    /// It is damaged, and nothing can be read from it. With what SQLite found.
    case unreadable(String)

    /// What SQLite found; `nil` where all is well.
    package var detail: String? {
        switch self {
        case .sound: nil
        case .readOnly(let detail), .unreadable(let detail): detail
        }
    }
}
