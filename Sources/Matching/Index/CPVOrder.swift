import Containers

/// The codes that procurements have, in ascending order, so that a branch of the CPV is one stretch of them.
struct CPVOrder: Sendable {
    /// Ascending.
    let codes: [UInt32]
    /// By code: how many procurements have one of the codes before it; one more at the end.
    private let holdersBefore: [Int]
    /// By set of codes (`CodeTable`): the places of its codes in `codes`.
    let placesOfSet: RaggedRows<Int32>

    /// - Parameter table: each procurement's codes.
    init(_ table: CodeTable) {
        var members = [Int](repeating: 0, count: table.sets.count)
        for set in table.setOf { members[Int(set)] += 1 }
        var holders: [UInt32: Int] = [:]
        for set in 0..<table.sets.count {
            for code in Set(table.sets[set]) { holders[UInt32(code), default: 0] += members[set] }
        }
        let sorted = holders.sorted { $0.key < $1.key }
        codes = sorted.map(\.key)
        var before = [0]
        for (_, count) in sorted { before.append(before[before.count - 1] + count) }
        holdersBefore = before
        let places = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.key, Int32($0)) })
        var placesOfSet = RaggedRows<Int32>()
        for set in 0..<table.sets.count { placesOfSet.append(table.sets[set].compactMap { places[UInt32($0)] }) }
        self.placesOfSet = placesOfSet
    }

    /// The places in `codes` of those that begin with these digits.
    func branch(_ prefix: UInt32, digits: Int) -> Range<Int> {
        var width: UInt32 = 1
        for _ in digits..<8 { width *= 10 }
        let low = prefix * width
        // 30000000 names division 30; it lies in no group 300.
        let start = digits > 2 && prefix.isMultiple(of: 10) ? low + 1 : low
        return first(atLeast: start)..<first(atLeast: low + width)
    }

    /// How many procurements have a code of a stretch, counted once for each such code.
    func holders(_ stretch: Range<Int>) -> Int { holdersBefore[stretch.upperBound] - holdersBefore[stretch.lowerBound] }

    /// Bytes held, for reports.
    var memory: Int { codes.count * 12 + placesOfSet.memory }

    private func first(atLeast code: UInt32) -> Int {
        var low = 0
        var high = codes.count
        while low < high {
            let middle = (low + high) / 2
            if codes[middle] < code { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
