/// How much each class of suppliers (an industry, a size) weighs among those who win what is like the query.
///
/// Every procurement in the neighbourhood gives its weight to the classes of its winners, in equal parts. Winners whose
/// class is unknown give nothing, and a procurement of only such winners counts for nothing.
struct Influence: Sendable {
    /// By class: its part of the whole; they sum to 1, or are all 0.
    let shares: [Float]
    /// As many equal neighbours would vary as much: (Σ K)² / Σ K² (Kish 1965, "Survey Sampling").
    let effective: Float

    /// - Parameters:
    ///   - classes: by supplier.
    ///   - unknown: the class that gives nothing.
    init(_ neighbourhood: Neighbourhood, in snapshot: IndexSnapshot, classes: [Int32], count: Int, unknown: Int32) {
        var shares = [Float](repeating: 0, count: count)
        var total: Float = 0
        var squares: Float = 0
        let winners = snapshot.procurements.winners
        classes.withUnsafeBufferPointer { classes in
            winners.items.withUnsafeBufferPointer { items in
                for (position, procurement) in neighbourhood.procurements.enumerated() {
                    let row = winners.range(Int(procurement))
                    var known: Float = 0
                    for index in row where classes[Int(items[index])] != unknown { known += 1 }
                    guard known > 0 else { continue }
                    let weight = neighbourhood.weights[position]
                    total += weight
                    squares += weight * weight
                    for index in row where classes[Int(items[index])] != unknown {
                        shares[Int(classes[Int(items[index])])] += weight / known
                    }
                }
            }
        }
        self.shares = total > 0 ? shares.map { $0 / total } : shares
        effective = squares > 0 ? total * total / squares : 0
    }
}

/// A sum a supplier, and which suppliers have one.
struct SupplierSums {
    private var sums: [Float]
    private(set) var touched: [Int32] = []

    init(_ suppliers: Int) { sums = [Float](repeating: 0, count: suppliers) }

    subscript(supplier: Int32) -> Float { sums[Int(supplier)] }

    /// - Parameter amount: above zero.
    mutating func add(_ amount: Float, to supplier: Int32) {
        if sums[Int(supplier)] == 0 { touched.append(supplier) }
        sums[Int(supplier)] += amount
    }
}
