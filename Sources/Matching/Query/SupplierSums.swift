import Containers

/// A sum for each of a few suppliers, out of any number of them.
struct SupplierSums {
    /// In the order in which they were first added to.
    private(set) var touched: [Int32] = []
    /// Goes with `touched`.
    private(set) var sums: [Float] = []
    /// Of the places in `touched`.
    private var slots = HashSlots(size: 64, quarters: 2)

    init() {}

    var isEmpty: Bool { touched.isEmpty }

    subscript(supplier: Int32) -> Float {
        guard !touched.isEmpty, let place = find(supplier).number else { return 0 }
        return sums[Int(place)]
    }

    /// - Parameter amount: above zero.
    mutating func add(_ amount: Float, to supplier: Int32) {
        let (slot, place) = find(supplier)
        if let place {
            sums[Int(place)] += amount
            return
        }
        touched.append(supplier)
        sums.append(amount)
        slots.fill(slot, with: touched.count - 1) { Self.hash(touched[$0]) }
    }

    private func find(_ supplier: Int32) -> (slot: Int, number: Int32?) {
        slots.find(Self.hash(supplier)) { touched[$0] == supplier }
    }

    private static func hash(_ supplier: Int32) -> Int { HashSlots.hash(UInt64(UInt32(bitPattern: supplier))) }
}
