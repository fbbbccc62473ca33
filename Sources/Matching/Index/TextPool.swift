/// Many short texts end to end as UTF-8: a fraction of what as many `String`s take.
struct TextPool: Sendable {
    private var storage: [UInt8] = []
    private var offsets: [UInt32] = [0]

    var count: Int { offsets.count - 1 }

    mutating func append(_ text: String) {
        storage.append(contentsOf: text.utf8)
        offsets.append(UInt32(storage.count))
    }

    func bytes(_ index: Int) -> ArraySlice<UInt8> { storage[Int(offsets[index])..<Int(offsets[index + 1])] }

    subscript(index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

    /// Whether one text comes before another by its bytes; equal texts by number.
    func precedes(_ one: Int, _ other: Int) -> Bool {
        let (left, right) = (bytes(one), bytes(other))
        if left.lexicographicallyPrecedes(right) { return true }
        return one < other && left.elementsEqual(right)
    }

    /// Bytes held, for reports.
    var memory: Int { storage.count + offsets.count * 4 }
}
