import Containers
import Procurement

/// The main CPV codes of past procurements, so that a branch of the CPV is one stretch of them.
struct MainCodes: Sendable {
    /// How many digits the branches have that likeness is spread over.
    static let depths = [2, 3, 4, 5, 8]

    /// Ascending, each once; 0 for procurements without a code.
    let codes: [UInt32]
    /// By past procurement: its place in `codes`.
    let ofProcurement: [Int32]
    /// Row = code of `codes`, items = past procurements, ascending.
    let holders: RaggedRows<Int32>
    /// By depth and code: the stretch of codes that lie in the same branch.
    private let branches: [[Range<Int>]]
    /// By code: how many past procurements have one of the codes before it; one more at the end.
    private let before: [Int]

    init(_ table: CodeTable) {
        let main = (0..<table.count).map { UInt32(table[$0].first ?? 0) }
        let codes = Set(main).sorted()
        let places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, Int32($0)) })
        ofProcurement = main.map { places[$0] ?? 0 }
        holders = RaggedRows<Int32>(
            rows: codes.count, pairs: ofProcurement.enumerated().map { (row: $1, item: Int32($0)) })
        var before = [0]
        for code in codes.indices { before.append(before[code] + holders.range(code).count) }
        branches = Self.depths.map { depth in
            var ranges: [Range<Int>] = []
            var start = 0
            while start < codes.count {
                var end = start + 1
                while end < codes.count, codes[end].prefix(depth) == codes[start].prefix(depth) { end += 1 }
                for _ in start..<end { ranges.append(start..<end) }
                start = end
            }
            return ranges
        }
        self.codes = codes
        self.before = before
    }

    /// The codes that share the first digits with one of them.
    /// - Parameter depth: a place in `depths`.
    func branch(of code: Int, depth: Int) -> Range<Int> { branches[depth][code] }

    /// The codes that share the first digits with any code; nil where there are none.
    func branch(of code: UInt32, depth: Int) -> Range<Int>? {
        var (low, high) = (0, codes.count)
        let prefix = code.prefix(Self.depths[depth])
        while low < high {
            let middle = (low + high) / 2
            if codes[middle].prefix(Self.depths[depth]) < prefix { low = middle + 1 } else { high = middle }
        }
        return low < codes.count && codes[low].prefix(Self.depths[depth]) == prefix ? branches[depth][low] : nil
    }

    /// How many past procurements have a code of a stretch.
    func count(in stretch: Range<Int>) -> Int { before[stretch.upperBound] - before[stretch.lowerBound] }

    /// By code and one more: the sums of values of the procurements that have a code before it, to be had of any stretch as a
    /// difference.
    func sums(_ values: [Float]) -> [Float] {
        var sums: [Float] = [0]
        sums.reserveCapacity(codes.count + 1)
        for code in codes.indices { sums.append(sums[code] + holders[code].reduce(0) { $0 + values[Int($1)] }) }
        return sums
    }

    /// Bytes held, for reports.
    var memory: Int { codes.count * 12 + ofProcurement.count * 4 + holders.memory + branches.count * codes.count * 16 }
}

extension UInt32 {
    /// The first digits of a CPV code as a number.
    func prefix(_ digits: Int) -> UInt32 {
        var value = self
        for _ in digits..<8 { value /= 10 }
        return value
    }
}

extension MainCodes {
    /// By the first three digits of a code: the share of all past procurements, none of them 0.
    var groupShares: [UInt16: Float] {
        var shares: [UInt16: Float] = [:]
        for (code, row) in zip(codes, holders.rows) {
            shares[UInt16(code / 100_000), default: 0] +=
                Float(holders.length(Int(row))) / Float(max(1, ofProcurement.count))
        }
        return shares
    }

    /// Row = code, items = the past procurements that have it as their main code.
    /// - Parameter wanted: ascending.
    func procurements(of wanted: [CPVCode]) -> RaggedRows<Int32> {
        var places: [UInt32: Int] = [:]
        for (place, code) in codes.enumerated() { places[code] = place }
        var rows = RaggedRows<Int32>()
        for code in wanted { rows.append(places[code.number].map { holders[$0] } ?? []) }
        return rows
    }
}
