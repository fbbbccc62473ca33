/// What a signal says of every supplier before any value is reckoned, in the smallest shape that holds it.
enum SignalBound: Sendable {
    /// It knows nothing of anybody, to this query.
    case unknown
    /// A value a class of suppliers, NaN for a class that it knows nothing of; and the suppliers that differ.
    case byClass(SupplierClass, [Float], exceptions: [Exception] = [])
    /// At most this, and known of every supplier.
    case known(most: Float)
    /// At most this, where it is known.
    case any(most: Float)

    struct Exception: Sendable {
        var supplier: Int32
        var value: Float
    }
}

/// A division of all suppliers that the snapshot holds ready.
enum SupplierClass: Sendable {
    /// All are one class.
    case all
    /// By leaf of the industry tree.
    case industry
    /// By size class.
    case size
    /// By number of wins, up to `mostWins`.
    case wins

    static let mostWins = 255
}
