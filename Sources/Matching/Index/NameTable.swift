/// Texts by number and numbers by text, without a dictionary's cost: a pool and the order of its texts.
struct NameTable: Sendable {
    private let pool: TextPool
    /// The numbers in ascending order of their texts; `nil` where that is the order they are in.
    private let order: [Int32]?

    init(_ texts: [String]) {
        var pool = TextPool()
        for text in texts { pool.append(text) }
        self.init(pool)
    }

    init(_ pool: TextPool) {
        self.pool = pool
        order = (0..<max(0, pool.count - 1)).allSatisfy { pool.precedes($0, $0 + 1) } ? nil : pool.order
    }

    var count: Int { pool.count }

    subscript(number: Int) -> String { pool[number] }

    /// Whether a number's text is this one.
    func isText(_ number: Int, _ text: String) -> Bool {
        var text = text
        return text.withUTF8 { wanted in pool.withBytes(number) { $0.elementsEqual(wanted) } }
    }

    /// The first number with this text; nil when there is none.
    func number(of text: String) -> Int? {
        var text = text
        return text.withUTF8 { wanted in
            var low = 0
            var high = count
            while low < high {
                let middle = (low + high) / 2
                if pool.withBytes(number(middle), { $0.lexicographicallyPrecedes(wanted) }) {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            guard low < count, pool.withBytes(number(low), { $0.elementsEqual(wanted) }) else { return nil }
            return number(low)
        }
    }

    private func number(_ place: Int) -> Int { order.map { Int($0[place]) } ?? place }

    var memory: Int { pool.memory + (order?.count ?? 0) * 4 }
}
