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

    /// At most what is said of (sum + prior · base) / ((class + prior) · base), where the sum is of what a supplier has in
    /// the rows sought and the class how much it has in all. Silenced winners aside.
    case byAmounts(Amounts)

    struct Amounts: Sendable {
        var lists: SupplierAmounts
        /// Weights above 0.
        var sought: [(row: Int, weight: Float)]
        var prior: Float
        var base: Float
        /// `tries` or `signs`.
        var classes: SupplierClass
        /// True where nothing is known of a supplier of class 0.
        var isUnknownWithoutAny: Bool
        /// Never falling.
        var most: StepTable
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
    static let mostSigns = 63
}
