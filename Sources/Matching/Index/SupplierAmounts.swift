/// Lists of suppliers with an amount each: how much each has in a place, or in a CPV group.
///
/// Suppliers are taken in blocks of 16,384, so that two bytes tell who and the sums of a block stay in the processor's
/// cache. Two more tell the amount, rounded up to eight bits of mantissa: for bounds.
struct SupplierAmounts: Sendable {
    static let block = 16_384

    private let blocks: Int
    /// By row and block: where the postings begin; one more at the end.
    private let starts: [UInt32]
    /// The supplier's place in its block, ascending within a row and block.
    private let places: [UInt16]
    /// The upper half of a float.
    private let amounts: [UInt16]

    /// - Parameter entries: calls what it is given with the rows of a supplier, each once, and what it has there, above 0;
    ///   the same at both times that it is asked.
    init(
        rows: Int, suppliers: Int,
        _ entries: (_ supplier: Int, _ body: (_ row: Int, _ amount: Float) -> Void) -> Void
    ) {
        let blocks = max(1, (suppliers + Self.block - 1) / Self.block)
        self.blocks = blocks
        var starts = [UInt32](repeating: 0, count: rows * blocks + 1)
        for supplier in 0..<suppliers {
            entries(supplier) { row, _ in starts[row * blocks + supplier / Self.block + 1] += 1 }
        }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var next = starts
        var places = [UInt16](repeating: 0, count: Int(starts[starts.count - 1]))
        var amounts = places
        for supplier in 0..<suppliers {
            entries(supplier) { row, amount in
                let list = row * blocks + supplier / Self.block
                places[Int(next[list])] = UInt16(supplier % Self.block)
                amounts[Int(next[list])] = UInt16((amount.bitPattern + 0xFFFF) >> 16)
                next[list] += 1
            }
        }
        self.starts = starts
        self.places = places
        self.amounts = amounts
    }

    /// Adds a row's amounts, times a weight above 0, to the sums of a block, which are at least the exact ones.
    func add(_ row: Int, times weight: Float, block: Int, to sums: UnsafeMutableBufferPointer<Float>) {
        let list = row * blocks + block
        places.withUnsafeBufferPointer { places in
            amounts.withUnsafeBufferPointer { amounts in
                for index in Int(starts[list])..<Int(starts[list + 1]) {
                    sums[Int(places[index])] += weight * Float(bitPattern: UInt32(amounts[index]) << 16)
                }
            }
        }
    }

    /// Bytes held, for reports.
    var memory: Int { starts.count * 4 + places.count * 4 }
}
