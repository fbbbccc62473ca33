/// Many short texts end to end as UTF-8: a fraction of what as many `String`s take.
struct TextPool: Sendable {
    private var bytes: [UInt8] = []
    private var offsets: [UInt32] = [0]

    var count: Int { offsets.count - 1 }

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        offsets.append(UInt32(bytes.count))
    }

    subscript(index: Int) -> String {
        String(decoding: bytes[Int(offsets[index])..<Int(offsets[index + 1])], as: UTF8.self)
    }

    /// Where `text` stands in a pool that was filled in ascending order of the texts' UTF-8; `nil` when it doesn't.
    func position(ofSorted text: String) -> Int? {
        let wanted = Array(text.utf8)
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            let slice = bytes[Int(offsets[middle])..<Int(offsets[middle + 1])]
            if slice.lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
        }
        guard low < count, bytes[Int(offsets[low])..<Int(offsets[low + 1])].elementsEqual(wanted) else { return nil }
        return low
    }

    /// Bytes held, for reports.
    var memory: Int { bytes.count + offsets.count * 4 }
}
