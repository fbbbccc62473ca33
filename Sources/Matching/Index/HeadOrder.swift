/// Numbers in the order of their heads, equal heads by number: a radix sort, the lowest byte first (Knuth, TAOCP 3, 5.2.5),
/// which takes a fraction of comparing.
struct HeadOrder {
    private(set) var items: [(head: UInt64, number: Int32)]

    /// - Parameter heads: by number.
    init(_ heads: [UInt64]) {
        items = heads.enumerated().map { ($1, Int32($0)) }
        var other = items
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            func byte(_ head: UInt64) -> Int { Int(head >> shift & 0xFF) }
            var next = [Int](repeating: 0, count: 257)
            for item in items { next[byte(item.head) + 1] += 1 }
            // What all have in common puts nothing in order.
            if next.contains(items.count) { continue }
            for value in 1...256 { next[value] += next[value - 1] }
            for item in items {
                other[next[byte(item.head)]] = item
                next[byte(item.head)] += 1
            }
            swap(&items, &other)
        }
    }
}
