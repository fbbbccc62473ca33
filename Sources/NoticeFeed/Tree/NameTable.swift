/// The local names of elements and attributes, each kept once; nodes hold the index.
struct NameTable: Sendable {
    private struct Entry: Sendable {
        var start: Int
        var count: Int
    }

    private var entries: [Entry] = []
    private var bytes: [UInt8] = []

    var count: Int { entries.count }

    mutating func append(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
        entries.append(Entry(start: bytes.count, count: name.count))
        bytes.append(contentsOf: name)
        return UInt32(entries.count - 1)
    }

    subscript(index: UInt32) -> String {
        let entry = entries[Int(index)]
        return String(decoding: bytes[entry.start..<entry.start + entry.count], as: UTF8.self)
    }

    @inline(__always)
    func matches(_ index: UInt32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let entry = entries[Int(index)]
        guard entry.count == name.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            for offset in 0..<name.count where bytes[entry.start + offset] != name[offset] { return false }
            return true
        }
    }

    func hasPrefix(_ index: UInt32, _ start: StaticString) -> Bool {
        let entry = entries[Int(index)]
        return entry.count >= start.utf8CodeUnitCount && stands(start, at: entry.start)
    }

    func hasSuffix(_ index: UInt32, _ end: StaticString) -> Bool {
        let entry = entries[Int(index)]
        return entry.count >= end.utf8CodeUnitCount
            && stands(end, at: entry.start + entry.count - end.utf8CodeUnitCount)
    }

    func contains(_ index: UInt32, _ part: StaticString) -> Bool {
        let entry = entries[Int(index)]
        guard entry.count >= part.utf8CodeUnitCount else { return false }
        return (entry.start...entry.start + entry.count - part.utf8CodeUnitCount).contains { stands(part, at: $0) }
    }

    func isASCII(_ index: UInt32) -> Bool {
        let entry = entries[Int(index)]
        return bytes[entry.start..<entry.start + entry.count].allSatisfy { $0 < 128 }
    }

    private func stands(_ part: StaticString, at start: Int) -> Bool {
        for offset in 0..<part.utf8CodeUnitCount where bytes[start + offset] != part.utf8Start[offset] { return false }
        return true
    }

    @inline(__always)
    func matches(_ index: UInt32, _ name: StaticString) -> Bool {
        matches(index, UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }
}
