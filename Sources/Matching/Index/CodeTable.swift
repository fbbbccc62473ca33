import Containers
import Procurement

/// Each procurement's CPV codes, the main one first. Few sets of codes are many procurements', so each set stands once.
struct CodeTable: Sendable {
    /// Row = set, items = codes as numbers.
    private(set) var sets = RaggedRows<Int32>()
    /// By procurement.
    private(set) var setOf: [Int32] = []

    /// - Parameters:
    ///   - sets: without repeats.
    ///   - setOf: by procurement.
    init(sets: [[CPVCode]], setOf: [Int32]) {
        for set in sets { self.sets.append(set.map { Int32($0.number) }) }
        self.setOf = setOf
    }

    var count: Int { setOf.count }

    subscript(procurement: Int) -> ArraySlice<Int32> { sets[Int(setOf[procurement])] }

    /// Bytes held, for reports.
    var memory: Int { sets.memory + setOf.count * 4 }
}
