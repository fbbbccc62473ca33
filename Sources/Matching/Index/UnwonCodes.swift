import Containers
import Procurement

/// Under which codes the procurements are counted that nobody is known to have won: the main codes of the notice and its
/// lots. Nothing else of them is in the snapshot.
struct UnwonCodes: Sendable {
    /// Row = procurement, items = codes as numbers.
    private var codes = RaggedRows<Int32>()

    init() {}

    /// - Parameter places: which of the procurements are meant.
    init(_ known: PastProcurements, places: [Int32]) {
        known.forEachFields(of: places) { _, fields in
            codes.append((fields.codes.prefix(1) + fields.lotCodes).map { Int32($0.number) })
        }
    }

    /// How many are counted under a code that is meant.
    func count(_ isMeant: (Int32) -> Bool) -> Int {
        codes.rows.count { codes[Int($0)].contains(where: isMeant) }
    }

    var memory: Int { codes.memory }
}
