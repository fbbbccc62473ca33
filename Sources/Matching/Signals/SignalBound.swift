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

    /// At most this for some suppliers; for all others at most what their class says.
    case byReach(Reach)

    struct Reach: Sendable {
        /// Those of whom more may be said than of their class. Something is known of each, but for silenced winners.
        var near: SupplierSet
        /// The most that is said of them.
        var most: Float
        var classes: SupplierClass
        /// The most that is said of the others, by class; NaN for a class that nothing is known of.
        var far: [Float]
    }

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
    /// By number of wins, and one for all that the register offers, up to `mostWins`.
    case tries
    /// By the signs of where a supplier is, up to `mostSigns`.
    case signs

    static let mostWins = 255
    static let mostSigns = 8
}
