/// JSON under construction; see `CompactJSONValue`.
///
/// It has memory of its own, which nobody shares: an array would ask at each comma whether it is.
struct CompactJSONWriter: ~Copyable {
    private var base = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.first)
    private var capacity = Self.first
    private var count = 0
    private var isFirst = true

    /// Bytes that most notices need.
    private static var first: Int { 8 << 10 }

    deinit { base.deallocate() }

    /// What was written; valid until more is, and only as long as the writer is there.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    @inline(__always)
    mutating func open(_ bracket: UInt8) {
        byte(bracket)
        isFirst = true
    }

    @inline(__always)
    mutating func close(_ bracket: UInt8) {
        byte(bracket)
        isFirst = false
    }

    /// The comma before every item but the first.
    @inline(__always)
    mutating func item() {
        if !isFirst { byte(UInt8(ascii: ",")) }
        isFirst = false
    }

    mutating func key(_ key: StaticString) {
        let length = key.utf8CodeUnitCount
        reserve(length + 4)
        var end = base + count
        if !isFirst {
            end.pointee = UInt8(ascii: ",")
            end += 1
        }
        isFirst = false
        end.pointee = UInt8(ascii: "\"")
        (end + 1).update(from: key.utf8Start, count: length)
        end[length + 1] = UInt8(ascii: "\"")
        end[length + 2] = UInt8(ascii: ":")
        count = end - base + length + 3
    }

    /// Bytes that need no care: numbers, words of the language itself.
    mutating func plain(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func string(_ text: String) {
        var text = text
        byte(UInt8(ascii: "\""))
        text.withUTF8 { escape($0) }
        byte(UInt8(ascii: "\""))
    }

    /// A number's digits, with zeros before them until there are `width`.
    mutating func digits(_ number: UInt, width: Int = 1) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = digits.count
            var rest = number
            while rest > 0 || digits.count - start < width {
                start -= 1
                digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            append(UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }

    @inline(__always)
    mutating func byte(_ byte: UInt8) {
        reserve(1)
        base[count] = byte
        count += 1
    }

    // MARK: Memory

    @inline(__always)
    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        (base + count).update(from: start, count: bytes.count)
        count += bytes.count
    }

    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if more > capacity - count { grow(by: more) }
    }

    private mutating func grow(by more: Int) {
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
    }

    // MARK: Escapes

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while true {
            index = text.firstToEscape(from: index)
            append(UnsafeBufferPointer(rebasing: text[start..<index]))
            guard index < text.count else { return }
            byte(UInt8(ascii: "\\"))
            escape(text[index])
            index += 1
            start = index
        }
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x08: self.byte(UInt8(ascii: "b"))
        case 0x09: self.byte(UInt8(ascii: "t"))
        case 0x0A: self.byte(UInt8(ascii: "n"))
        case 0x0C: self.byte(UInt8(ascii: "f"))
        case 0x0D: self.byte(UInt8(ascii: "r"))
        case ..<0x20:
            plain("u00")
            self.byte(UInt8(ascii: "0") + byte >> 4)
            let low = byte & 0xF
            self.byte(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        default: self.byte(byte)
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The index of the first control character, quotation mark or backslash; `count` where there is none.
    ///
    /// Eight bytes are looked at in one go: a byte that is below 0x20, or becomes 0 where its mark is taken from it, has
    /// its top bit set by the subtraction; the bits of letters beyond ASCII are taken away again.
    fileprivate func firstToEscape(from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(self)
        let ones: UInt64 = 0x0101_0101_0101_0101
        var index = start
        while index + 8 <= count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
            let slashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
            let found = ((word &- ones &* 0x20) | (quotes &- ones) | (slashes &- ones)) & ~word & (ones &* 0x80)
            // A borrow may mark the byte after one that is meant, so which one it is is looked up byte by byte.
            if found != 0 { break }
            index += 8
        }
        while index < count {
            let byte = self[index]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return index }
            index += 1
        }
        return count
    }
}

extension CompactJSONWriter: CompactJSONMembers {
    mutating func member(_ key: StaticString, _ value: inout some CompactJSONValue) {
        self.key(key)
        value.write(to: &self)
    }

    mutating func member<Value: CompactJSONValue>(_ key: StaticString, _ value: inout Value?) {
        guard let value else { return }
        self.key(key)
        value.write(to: &self)
    }
}
