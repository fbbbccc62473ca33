import Glibc

/// Looks at UTF-8 XML before libxml2 does, and bounds each start tag: its bytes and its attributes.
///
/// libxml2 2.9 has no such bound and takes quadratic time over the attributes of one element. This is no parser: it
/// follows just enough of the grammar (tags, quotes, comments, CDATA, processing instructions) to know where a tag
/// begins and ends. Numbers in brackets are the productions of XML 1.0, fifth edition.
struct MarkupGuard {
    struct Violation {
        /// Where the offending tag begins in the bytes looked at last; 0 where it began before them.
        var offset: Int
        var defect: NoticeDefect
    }

    private enum State {
        /// Between markup: CharData [14] and Reference [67].
        case content
        /// After `<`: a tag (STag [40], ETag [42], EmptyElemTag [44]), a PI [16], or what begins with `<!`.
        case markup
        /// After `<!`: a Comment [15], a CDSect [18] or a doctypedecl [28].
        case declaration
        case tag
        /// In a tag's AttValue [10], which this quote ends.
        case value(UInt8)
        case section(Section)
        /// In a doctypedecl [28], which libxml2 stops at.
        case doctype
    }

    /// A Comment [15], PI [16] or CDSect [18]: it ends with a byte that is repeated, and `>`.
    private struct Section {
        let ending: UInt8
        let needed: Int
        /// How often the byte has just been seen.
        var seen = 0

        /// The two dashes that begin a comment don't end it.
        static var comment: Section { Section(ending: UInt8(ascii: "-"), needed: 2, seen: -2) }
        static var processingInstruction: Section { Section(ending: UInt8(ascii: "?"), needed: 1) }
        static var characterData: Section { Section(ending: UInt8(ascii: "]"), needed: 2) }
    }

    private let limits: FeedLimits
    private var state = State.content
    private var tagBytes = 0
    private var attributes = 0
    /// Whether there was a comment, a CDATA section, a processing instruction or a DOCTYPE, but for a declaration at the
    /// very beginning.
    private(set) var hasSections = false

    init(limits: FeedLimits) { self.limits = limits }

    /// Follows the markup in `bytes`, which continue what came before.
    mutating func check(_ bytes: UnsafeBufferPointer<UInt8>) -> Violation? {
        var index = 0
        var tagStart = 0
        while index < bytes.count {
            switch state {
            case .content:
                guard let start = nextLongTag(bytes, from: index) else { return nil }
                state = .markup
                tagStart = start
                tagBytes = 0
                attributes = 0
                index = start + 1
            case .markup: index += begin(with: bytes[index], isFirst: tagStart == 0)
            case .declaration: declare(with: bytes[index])
            case .section(let section): index = follow(section, in: bytes, from: index)
            case .doctype:
                if bytes[index] == UInt8(ascii: ">") { state = .content }
                index += 1
            case .tag, .value:
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

    /// Takes the byte after `<`.
    ///
    /// - Returns: how many bytes that was; a tag's own are followed from the first.
    private mutating func begin(with byte: UInt8, isFirst: Bool) -> Int {
        switch byte {
        case UInt8(ascii: "!"):
            state = .declaration
            hasSections = true
            return 1
        case UInt8(ascii: "?"):
            if !isFirst { hasSections = true }
            state = .section(.processingInstruction)
            return 1
        default:
            state = .tag
            return 0
        }
    }

    /// Looks at the byte after `<!`, which is followed with what it begins.
    private mutating func declare(with byte: UInt8) {
        switch byte {
        case UInt8(ascii: "-"): state = .section(.comment)
        case UInt8(ascii: "["): state = .section(.characterData)
        default: state = .doctype
        }
    }

    private mutating func followTag(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        var quote: UInt8 = 0
        if case .value(let open) = state { quote = open }
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
                state = .content
                return index
            case UInt8(ascii: "="): attributes += 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
            default: break
            }
        }
        state = quote == 0 ? .tag : .value(quote)
        return bytes.count
    }

    /// Where the next tag begins that has to be followed byte by byte; `nil` where there is none.
    ///
    /// A tag with fewer bytes than it may have attributes can't have too many, so nothing in it is counted. It surely has
    /// fewer where the next one begins so soon: libxml2 doesn't go on behind a `<` in a value, which AttValue [10] doesn't have.
    private func nextLongTag(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let harmless = min(limits.attributes, limits.tagBytes)
        var tag = bytes.first(UInt8(ascii: "<"), from: start)
        while tag < bytes.count {
            let next = bytes.first(UInt8(ascii: "<"), from: tag + 1)
            if next - tag <= harmless, next < bytes.count, !bytes.isSection(at: tag + 1) {
                tag = next
                continue
            }
            guard let end = endOfShortTag(bytes, from: tag + 1, before: min(tag + 1 + harmless, bytes.count)) else {
                return tag
            }
            tag = bytes.first(UInt8(ascii: "<"), from: end)
        }
        return nil
    }

    /// The index after a tag's `>`; `nil` where it doesn't end before `limit`, and where it is no tag but a comment or the
    /// like.
    @inline(__always)
    private func endOfShortTag(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, before limit: Int) -> Int? {
        guard start < limit, !bytes.isSection(at: start) else { return nil }
        var index = start
        while index < limit {
            let byte = bytes[index]
            index += 1
            // Letters, which names consist of, come after all that matters.
            if byte > UInt8(ascii: ">") { continue }
            if byte == UInt8(ascii: ">") { return index }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { index = bytes.first(byte, from: index) + 1 }
        }
        return nil
    }

    private mutating func follow(
        _ section: Section, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int {
        var index = start
        var section = section
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == section.ending {
                section.seen += 1
            } else if byte == UInt8(ascii: ">"), section.seen >= section.needed {
                state = .content
                return index
            } else {
                section.seen = 0
            }
        }
        state = .section(section)
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
    /// Whether what stands after a `<` makes it no tag but a comment or the like.
    @inline(__always)
    fileprivate func isSection(at index: Int) -> Bool {
        self[index] == UInt8(ascii: "!") || self[index] == UInt8(ascii: "?")
    }

    /// The index of the first such byte from `start` on; `count` where there is none.
    @inline(__always)
    func first(_ byte: UInt8, from start: Int) -> Int {
        guard start < count, let base = baseAddress else { return count }
        // Where one tag follows another, which is often, there is nothing to look for.
        if base[start] == byte { return start }
        guard let found = memchr(base + start, Int32(byte), count - start) else { return count }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
