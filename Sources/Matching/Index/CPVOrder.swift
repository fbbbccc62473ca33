import Procurement

/// Every (code, procurement) pair in ascending order of the code, so that a branch of the CPV is one stretch of it.
struct CPVOrder: Sendable {
    private let codes: [UInt32]
    private let procurements: [Int32]
    private let table: Adjacency

    /// - Parameter table: each procurement's codes, the main one first.
    init(_ table: Adjacency) {
        self.table = table
        var pairs: [(code: UInt32, procurement: Int32)] = []
        for row in 0..<table.count {
            for code in Set(table[row]) { pairs.append((UInt32(code), Int32(row))) }
        }
        pairs.sort { ($0.code, $0.procurement) < ($1.code, $1.procurement) }
        codes = pairs.map(\.code)
        procurements = pairs.map(\.procurement)
    }

    /// The procurements with a code that begins with these digits, once for each such code.
    func branch(_ prefix: UInt32, digits: Int) -> ArraySlice<Int32> {
        var width: UInt32 = 1
        for _ in digits..<8 { width *= 10 }
        let low = prefix * width
        // 30000000 names division 30; it lies in no group 300.
        let start = digits > 2 && prefix.isMultiple(of: 10) ? low + 1 : low
        return procurements[first(atLeast: start)..<first(atLeast: low + width)]
    }

    /// The procurements whose main code begins with these digits, whatever they name: 30000000 begins with 300.
    func mainCodes(beginningWith prefix: UInt32, digits: Int) -> [Int32] {
        var width: UInt32 = 1
        for _ in digits..<8 { width *= 10 }
        let stretch = first(atLeast: prefix * width)..<first(atLeast: (prefix + 1) * width)
        return stretch.filter { index in
            table[Int(procurements[index])].first.map { UInt32($0) == codes[index] } ?? false
        }.map { procurements[$0] }
    }

    /// All rows with a code that begins with these digits, ascending and as often as they have such codes.
    func all(beginningWith prefix: UInt32, digits: Int) -> [Int32] {
        var width: UInt32 = 1
        for _ in digits..<8 { width *= 10 }
        return procurements[first(atLeast: prefix * width)..<first(atLeast: (prefix + 1) * width)].sorted()
    }

    /// Bytes held, for reports.
    var memory: Int { codes.count * 8 }

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
