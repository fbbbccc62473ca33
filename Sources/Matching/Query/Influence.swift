/// How much each supplier's wins weigh among what is like the query: shares of a whole, shared by the winners.
///
/// For a kernel K over the neighbourhood, a supplier's share is Σ K / winners over its wins, divided by Σ K.
struct Influence: Sendable {
    /// Ascending; `shares` goes with it.
    let suppliers: [Int32]
    let shares: [Float]
    /// As many equal neighbours would vary as much: (Σ K)² / Σ K² (Kish 1965, "Survey Sampling").
    let effective: Float

    init(_ neighbourhood: Neighbourhood, in snapshot: IndexSnapshot, kernel: (Int) -> Float) {
        var sums = SupplierSums(snapshot.suppliers.count)
        var total: Float = 0
        var squares: Float = 0
        let winners = snapshot.procurements.winners
        for (position, procurement) in neighbourhood.procurements.enumerated() {
            let weight = kernel(position)
            guard weight > 0 else { continue }
            total += weight
            squares += weight * weight
            let row = winners[Int(procurement)]
            let share = weight / Float(max(1, row.count))
            for supplier in row { sums.add(share, to: supplier) }
        }
        suppliers = sums.touched.sorted()
        shares = suppliers.map { sums[$0] / total }
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
