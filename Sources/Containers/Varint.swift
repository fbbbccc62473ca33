/// A number in as few bytes as it needs, the lowest seven bits first, all bytes but the last with the top bit (variable-byte
/// code; Manning, Raghavan & Schütze 2008, Introduction to Information Retrieval, 5.3.1; LEB128 in DWARF).
public enum Varint {
    /// The number that begins at an index, which is moved behind it. The bytes must be those of `append(varint:)`.
    @inlinable @inline(__always)
    package static func next(_ bytes: Span<UInt8>, _ index: inout Int) -> Int {
        var number = Int(bytes[index])
        index += 1
        if number >= 0x80 {
            number &= 0x7F
            var shift = 7
            while bytes[index] >= 0x80 {
                number |= Int(bytes[index] & 0x7F) << shift
                shift += 7
                index += 1
            }
            number |= Int(bytes[index]) << shift
            index += 1
        }
        return number
    }

    /// The number that begins at an index, which is moved behind it, of bytes that may be damaged; `nil` where it goes on
    /// beyond their end, or beyond 64 bits.
    @inlinable @inline(__always)
    package static func next(in bytes: UnsafeRawBufferPointer, _ index: inout Int) -> UInt64? {
        var (number, shift): (UInt64, UInt64) = (0, 0)
        while index < bytes.count, shift < 64 {
            let byte = bytes[index]
            index += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        return nil
    }
}

extension [UInt8] {
    /// Appends a number as a `Varint`.
    @inlinable package mutating func append(varint number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }
}
