import Glibc

/// Looks at UTF-8 XML before libxml2 does, and bounds each start tag: its bytes and its attributes.
///
/// libxml2 2.9 has no such bound and takes quadratic time over the attributes of one element. This is no parser: it
/// follows just enough of the grammar (tags, quotes, comments, CDATA, processing instructions) to know where a tag
/// begins and ends.
struct MarkupGuard {
    struct Violation {
        /// Where the offending tag begins in the bytes looked at last; 0 where it began before them.
        var offset: Int
        var defect: NoticeDefect
    }

    private enum State {
        case text
        /// After `<`.
        case opened
        /// After `<!`.
        case bang
        case tag
        case quoted(UInt8)
        /// In a comment, a CDATA section or a processing instruction, until its last two bytes and `>`.
        case section(ending: UInt8, seen: Int, needed: Int)
        /// In `<!DOCTYPE …`, which libxml2 stops at.
        case declaration
    }

    private let limits: FeedLimits
    private var state = State.text
    private var tagBytes = 0
    private var attributes = 0

    init(limits: FeedLimits) { self.limits = limits }

    /// Follows the markup in `bytes`, which continue what came before.
    mutating func check(_ bytes: UnsafeBufferPointer<UInt8>) -> Violation? {
        var index = 0
        var tagStart = 0
        while index < bytes.count {
            switch state {
            case .text:
                index = bytes.first(UInt8(ascii: "<"), from: index)
                if index < bytes.count { state = .opened }
                tagStart = index
                tagBytes = 0
                attributes = 0
                index += 1
            case .opened:
                switch bytes[index] {
                case UInt8(ascii: "!"):
                    state = .bang
                    index += 1
                case UInt8(ascii: "?"):
                    state = .section(ending: UInt8(ascii: "?"), seen: 0, needed: 1)
                    index += 1
                default: state = .tag
                }
            case .bang:
                switch bytes[index] {
                case UInt8(ascii: "-"): state = .section(ending: UInt8(ascii: "-"), seen: -2, needed: 2)
                case UInt8(ascii: "["): state = .section(ending: UInt8(ascii: "]"), seen: 0, needed: 2)
                default: state = .declaration
                }
            case .section(let ending, let seen, let needed):
                index = follow(bytes, from: index, ending: ending, seen: seen, needed: needed)
            case .declaration:
                if bytes[index] == UInt8(ascii: ">") { state = .text }
                index += 1
            case .tag, .quoted:
                let start = index
                index = followTag(bytes, from: index)
                tagBytes += index - start
                if attributes > limits.attributes || tagBytes > limits.tagBytes {
                    return Violation(offset: tagStart, defect: tagDefect)
                }
            }
        }
        return nil
    }

    private mutating func followTag(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        var quote: UInt8 = 0
        if case .quoted(let open) = state { quote = open }
        if quote == 0, let end = endOfBareTag(bytes, from: start) {
            state = .text
            return end
        }
        while index < bytes.count {
            if quote != 0 {
                index = bytes.first(quote, from: index) + 1
                if index > bytes.count { break }
                quote = 0
                continue
            }
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: ">"):
                state = .text
                return index
            case UInt8(ascii: "="): attributes += 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
            default: break
            }
        }
        state = quote == 0 ? .tag : .quoted(quote)
        return bytes.count
    }

    /// Where a tag ends that has no quotes in it, as end tags and most start tags haven't: found without looking at each
    /// byte in turn. `nil` for any other, and where it has an equals sign all the same or ends in a later piece.
    private func endOfBareTag(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let end = bytes.first(UInt8(ascii: ">"), from: start)
        guard end < bytes.count else { return nil }
        let tag = UnsafeBufferPointer(rebasing: bytes[start..<end])
        guard tag.first(UInt8(ascii: "="), from: 0) == tag.count,
            tag.first(UInt8(ascii: "\""), from: 0) == tag.count,
            tag.first(UInt8(ascii: "'"), from: 0) == tag.count
        else { return nil }
        return end + 1
    }

    private mutating func follow(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, ending: UInt8, seen: Int, needed: Int
    ) -> Int {
        var index = start
        var seen = seen
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == ending {
                seen += 1
            } else if byte == UInt8(ascii: ">"), seen >= needed {
                state = .text
                return index
            } else {
                seen = 0
            }
        }
        state = .section(ending: ending, seen: seen, needed: needed)
        return index
    }

    private var tagDefect: NoticeDefect {
        if attributes > limits.attributes {
            return .limit(
                "too-many-attributes", "one start tag has \(attributes) attributes", "attributes", limits.attributes,
                line: nil)
        }
        return .limit("tag-too-long", "one start tag goes on", "tagBytes", limits.tagBytes, line: nil)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The index of the first such byte from `start` on; `count` where there is none.
    @inline(__always)
    fileprivate func first(_ byte: UInt8, from start: Int) -> Int {
        guard start < count, let base = baseAddress else { return count }
        guard let found = memchr(base + start, Int32(byte), count - start) else { return count }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
