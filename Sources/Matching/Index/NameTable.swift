/// Texts by number and numbers by text, without a dictionary's cost: a pool and the order of its texts.
struct NameTable: Sendable {
    private let pool: TextPool
    /// The numbers in ascending order of their texts; empty where that is their own order.
    private let order: [Int32]

    init(_ texts: [String]) {
        var pool = TextPool()
        for text in texts { pool.append(text) }
        self.pool = pool
        let order = (0..<Int32(texts.count)).sorted { pool.precedes(Int($0), Int($1)) }
        self.order = order.indices.allSatisfy { Int(order[$0]) == $0 } ? [] : order
    }

    var count: Int { pool.count }

    subscript(number: Int) -> String { pool[number] }

    /// The first number with this text; nil when there is none.
    func number(of text: String) -> Int? {
        let wanted = Array(text.utf8)
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if pool.bytes(number(middle)).lexicographicallyPrecedes(wanted) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < count, pool.bytes(number(low)).elementsEqual(wanted) else { return nil }
        return number(low)
    }

    private func number(_ place: Int) -> Int { order.isEmpty ? place : Int(order[place]) }

    var memory: Int { pool.memory + order.count * 4 }
}
