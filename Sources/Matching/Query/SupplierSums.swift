/// A sum for each of a few suppliers, out of any number of them: a hash table with linear probing.
struct SupplierSums {
    /// In the order in which they were first added to.
    private(set) var touched: [Int32] = []
    /// Goes with `touched`.
    private(set) var sums: [Float] = []
    /// Place in `touched` + 1; 0 is free. The size is a power of two, at most half full.
    private var slots = [Int32](repeating: 0, count: 64)

    init() {}

    var isEmpty: Bool { touched.isEmpty }

    subscript(supplier: Int32) -> Float {
        guard !touched.isEmpty else { return 0 }
        let place = slots[slot(of: supplier)]
        return place == 0 ? 0 : sums[Int(place) - 1]
    }

    /// - Parameter amount: above zero.
    mutating func add(_ amount: Float, to supplier: Int32) {
        let slot = slot(of: supplier)
        if slots[slot] > 0 {
            sums[Int(slots[slot]) - 1] += amount
            return
        }
        touched.append(supplier)
        sums.append(amount)
        slots[slot] = Int32(touched.count)
        if touched.count * 2 > slots.count { grow() }
    }

    /// Where the supplier stands, or would stand.
    private func slot(of supplier: Int32) -> Int {
        let mask = slots.count - 1
        var slot = Self.hash(supplier) & mask
        while slots[slot] != 0, touched[Int(slots[slot]) - 1] != supplier { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 4)
        for (place, supplier) in touched.enumerated() { slots[slot(of: supplier)] = Int32(place + 1) }
    }

    /// Fibonacci hashing, as in `KeyTable`.
    private static func hash(_ supplier: Int32) -> Int {
        Int((UInt64(UInt32(bitPattern: supplier)) &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }
}
