import Containers

/// The local names of elements and attributes, each kept once; nodes hold the index.
typealias ElementNames = PackedTexts

extension ElementNames {
    subscript(index: UInt32) -> String { text(Int(index)) }

    @inline(__always)
    func matches(_ index: UInt32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(Int(index))
        guard range.count == name.count else { return false }
        return items.withUnsafeBufferPointer { bytes in
            for offset in 0..<name.count where bytes[range.lowerBound + offset] != name[offset] { return false }
            return true
        }
    }

    @inline(__always)
    func matches(_ index: UInt32, _ name: StaticString) -> Bool {
        matches(index, UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    func hasPrefix(_ index: UInt32, _ start: StaticString) -> Bool {
        length(Int(index)) >= start.utf8CodeUnitCount && stands(start, at: range(Int(index)).lowerBound)
    }

    func hasSuffix(_ index: UInt32, _ end: StaticString) -> Bool {
        length(Int(index)) >= end.utf8CodeUnitCount
            && stands(end, at: range(Int(index)).upperBound - end.utf8CodeUnitCount)
    }

    func contains(_ index: UInt32, _ part: StaticString) -> Bool {
        let range = range(Int(index))
        guard range.count >= part.utf8CodeUnitCount else { return false }
        return (range.lowerBound...range.upperBound - part.utf8CodeUnitCount).contains { stands(part, at: $0) }
    }

    func isASCII(_ index: UInt32) -> Bool { self[Int(index)].allSatisfy { $0 < 128 } }

    private func stands(_ part: StaticString, at start: Int) -> Bool {
        for offset in 0..<part.utf8CodeUnitCount where items[start + offset] != part.utf8Start[offset] { return false }
        return true
    }
}
