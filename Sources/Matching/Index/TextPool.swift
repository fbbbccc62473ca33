/// Many short texts end to end as UTF-8: a fraction of what as many `String`s take.
struct TextPool: Sendable {
    private var storage: [UInt8] = []
    private var offsets: [UInt32] = [0]

    var count: Int { offsets.count - 1 }

    mutating func append(_ text: String) {
        storage.append(contentsOf: text.utf8)
        offsets.append(UInt32(storage.count))
    }

    mutating func append(_ text: UnsafeRawBufferPointer) {
        storage.append(contentsOf: text)
        offsets.append(UInt32(storage.count))
    }

    subscript(index: Int) -> String { withBytes(index) { String(decoding: $0, as: UTF8.self) } }

    /// In bytes.
    func length(_ index: Int) -> Int { Int(offsets[index + 1] - offsets[index]) }

    /// The same without the room that growing arrays keep.
    var closed: TextPool {
        var pool = self
        (pool.storage, pool.offsets) = (Array(storage[...]), Array(offsets[...]))
        return pool
    }

    /// Whether one text comes before another by its bytes; equal texts by number.
    func precedes(_ one: Int, _ other: Int) -> Bool {
        withBytes(one) { left in
            withBytes(other) { right in
                if left.lexicographicallyPrecedes(right) { return true }
                return one < other && left.elementsEqual(right)
            }
        }
    }

    /// The numbers of the texts in the order of their bytes, equal texts by number.
    var order: [Int32] {
        var order = HeadOrder((0..<count).map { head($0) }).items
        var first = 0
        while first < order.count {
            var end = first + 1
            while end < order.count, order[end].head == order[first].head { end += 1 }
            if end - first > 1 { order[first..<end].sort { precedes(Int($0.number), Int($1.number)) } }
            first = end
        }
        return order.map(\.number)
    }

    /// The same texts in another order.
    func ordered(_ numbers: [Int32]) -> TextPool {
        var pool = TextPool()
        pool.storage.reserveCapacity(storage.count)
        for number in numbers { withBytes(Int(number)) { pool.append(UnsafeRawBufferPointer($0)) } }
        return pool
    }

    func withBytes<Value>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        storage.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[Int(offsets[index])..<Int(offsets[index + 1])]))
        }
    }

    /// The first eight bytes as one number, which most comparisons need no more than.
    private func head(_ index: Int) -> UInt64 {
        withBytes(index) { bytes in (0..<8).reduce(0) { $0 << 8 | ($1 < bytes.count ? UInt64(bytes[$1]) : 0) } }
    }

    /// Bytes held, for reports.
    var memory: Int { storage.count + offsets.count * 4 }
}
