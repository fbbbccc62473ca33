/// Numbers in the order of their keys, equal keys by number: a radix sort, the lowest byte first (Knuth, The Art of Computer
/// Programming 3, 5.2.5), which takes a fraction of comparing.
package struct RadixOrder {
    /// In ascending order.
    package private(set) var items: [(key: UInt64, number: Int32)]

    /// - Parameter keys: by number.
    package init(_ keys: [UInt64]) {
        items = keys.enumerated().map { ($1, Int32($0)) }
        var other = items
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            func byte(_ key: UInt64) -> Int { Int(key >> shift & 0xFF) }
            var next = [Int](repeating: 0, count: 257)
            for item in items { next[byte(item.key) + 1] += 1 }
            // A byte that all have in common orders nothing.
            if next.contains(items.count) { continue }
            for value in 1...256 { next[value] += next[value - 1] }
            for item in items {
                other[next[byte(item.key)]] = item
                next[byte(item.key)] += 1
            }
            swap(&items, &other)
        }
    }
}
