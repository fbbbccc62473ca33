/// What a signal says of every supplier, in the smallest shape that holds it. Each value lies in [0, 1].
enum SignalValues: Sendable {
    /// Nothing, to this query.
    case unknown
    /// One value a supplier; NaN where the signal knows nothing of it.
    case bySupplier([Float])
    /// One value a class of suppliers, NaN for a class that it knows nothing of, and the suppliers that differ from
    /// their class, in ascending order.
    case byClass(SupplierClass, [Float], exceptions: [Exception])

    struct Exception: Sendable {
        var supplier: Int32
        var value: Float
    }

    /// Nil: unknown.
    func value(of supplier: Int, in snapshot: IndexSnapshot) -> Float? {
        let value: Float
        switch self {
        case .unknown: return nil
        case .bySupplier(let values): value = values[supplier]
        case .byClass(let classes, let values, let exceptions):
            if let exception = Self.find(Int32(supplier), in: exceptions) {
                value = exception
            } else {
                value = values[classes.numbers(in: snapshot).map { Int($0[supplier]) } ?? 0]
            }
        }
        return value.isNaN ? nil : value
    }

    /// One value a supplier, NaN for unknown; nil for a signal that says nothing.
    func column(in snapshot: IndexSnapshot) -> [Float]? {
        switch self {
        case .unknown: return nil
        case .bySupplier(let values): return values
        case .byClass(let classes, let values, let exceptions):
            var column: [Float]
            if let numbers = classes.numbers(in: snapshot) {
                column = numbers.map { values[Int($0)] }
            } else {
                column = [Float](repeating: values[0], count: snapshot.suppliers.count)
            }
            for exception in exceptions { column[Int(exception.supplier)] = exception.value }
            return column
        }
    }

    private static func find(_ supplier: Int32, in exceptions: [Exception]) -> Float? {
        var low = 0
        var high = exceptions.count
        while low < high {
            let middle = (low + high) / 2
            if exceptions[middle].supplier < supplier { low = middle + 1 } else { high = middle }
        }
        return low < exceptions.count && exceptions[low].supplier == supplier ? exceptions[low].value : nil
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

    /// By supplier; nil where all are one class.
    func numbers(in snapshot: IndexSnapshot) -> [Int32]? {
        switch self {
        case .all: nil
        case .industry: snapshot.suppliers.industries
        case .size: snapshot.suppliers.sizeNumbers
        case .wins: snapshot.background.winClasses
        }
    }
}
