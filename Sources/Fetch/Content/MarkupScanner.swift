import Glibc

/// Walks the tags of an XML text without a parser: no entities, no namespaces, nothing loaded or built.
///
/// Enough to look for a few elements. Whoever holds the network must not hand bytes from it to libxml2: that is the work of
/// torg-feed, in a process that has nothing.
struct MarkupScanner {
    enum Token {
        /// A start tag: its name without a prefix, and what stands behind it.
        case start(Slice, attributes: Slice, isEmpty: Bool)
        case end
        case text(Slice)
    }

    typealias Slice = UnsafeBufferPointer<UInt8>

    private let bytes: Slice
    private var place = 0

    init(_ bytes: Slice) { self.bytes = bytes }

    /// `nil` at the end, and where a tag has no end.
    mutating func next() -> Token? {
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<") else {
                let end = index(of: UInt8(ascii: "<"), from: place) ?? bytes.count
                defer { place = end }
                return .text(slice(place, end))
            }
            if starts(with: "<!--") {
                guard skip(past: "-->") else { return nil }
            } else if starts(with: "<![CDATA[") {
                let start = place + 9
                guard skip(past: "]]>") else { return nil }
                return .text(slice(start, place - 3))
            } else if starts(with: "<?") || starts(with: "<!") {
                guard skip(past: ">") else { return nil }
            } else {
                return tag()
            }
        }
        return nil
    }

    private mutating func tag() -> Token? {
        var end = place + 1
        var quote: UInt8?
        while end < bytes.count {
            let byte = bytes[end]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                break
            }
            end += 1
        }
        guard end < bytes.count else { return nil }
        defer { place = end + 1 }
        if bytes[place + 1] == UInt8(ascii: "/") { return .end }
        let isEmpty = bytes[end - 1] == UInt8(ascii: "/")
        let last = isEmpty ? end - 1 : end
        var nameEnd = place + 1
        var nameStart = nameEnd
        while nameEnd < last, bytes[nameEnd] > 0x20 {
            if bytes[nameEnd] == UInt8(ascii: ":") { nameStart = nameEnd + 1 }
            nameEnd += 1
        }
        return .start(slice(nameStart, nameEnd), attributes: slice(nameEnd, last), isEmpty: isEmpty)
    }

    private func slice(_ start: Int, _ end: Int) -> Slice { Slice(rebasing: bytes[start..<max(start, end)]) }

    private func index(of byte: UInt8, from start: Int) -> Int? {
        guard let base = UnsafeRawPointer(bytes.baseAddress), start < bytes.count,
            let found = memchr(base + start, Int32(byte), bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - base
    }

    private func starts(with text: StaticString, at start: Int? = nil) -> Bool {
        let start = start ?? place
        guard let base = bytes.baseAddress, start + text.utf8CodeUnitCount <= bytes.count else { return false }
        return memcmp(base + start, text.utf8Start, text.utf8CodeUnitCount) == 0
    }

    private mutating func skip(past end: StaticString) -> Bool {
        var from = place
        while let found = index(of: end.utf8Start.pointee, from: from) {
            if starts(with: end, at: found) {
                place = found + end.utf8CodeUnitCount
                return true
            }
            from = found + 1
        }
        return false
    }
}

extension MarkupScanner.Slice {
    func isEqual(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount, let base = baseAddress else { return count == text.utf8CodeUnitCount }
        return memcmp(base, text.utf8Start, count) == 0
    }

    /// Without white space around.
    var trimmed: String {
        String(decoding: self, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
