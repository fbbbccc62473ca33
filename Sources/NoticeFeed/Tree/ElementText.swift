/// The words in an element.
extension Element {
    /// All text in the element and below it, ends trimmed; `nil` where there is none.
    package var text: String? {
        let node = node
        return tree.text.string(Int(node.textStart)..<Int(node.textEnd))
    }

    /// True where there is text other than white space.
    package var hasText: Bool { !textRange.isEmpty }

    /// Compares the trimmed text without making a string.
    package func textIs(_ value: StaticString) -> Bool { textRange.equals(value, in: tree.text) }

    /// Calls `body` with the trimmed text's UTF-8; the buffer is valid only within.
    package func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let range = textRange
        return tree.text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    private var textRange: Range<Int> {
        let node = node
        return tree.text.trimmed(Int(node.textStart)..<Int(node.textEnd))
    }

    /// The text of mixed content as a reader would see it: every paragraph (`P`, `p`, `li`, `br`) on a line of its own,
    /// runs of white space within a line as one space, no empty lines. `nil` where there is none.
    package var fullText: String? {
        guard hasChildren else { return text }
        var lines = ParagraphLines()
        appendText(to: &lines)
        return lines.joined
    }

    private func appendText(to lines: inout ParagraphLines) {
        let node = node
        var position = Int(node.textStart)
        for child in children {
            let inner = child.node
            lines.append(tree.text[position..<Int(inner.textStart)])
            let isParagraph =
                child.isNamed("P") || child.isNamed("p") || child.isNamed("li") || child.isNamed("br")
            if isParagraph { lines.breakLine() }
            child.appendText(to: &lines)
            if isParagraph { lines.breakLine() }
            position = Int(inner.textEnd)
        }
        lines.append(tree.text[position..<Int(node.textEnd)])
    }
}

/// Lines under construction, white space brought to single spaces.
private struct ParagraphLines {
    private var bytes: [UInt8] = []
    private var pendingSpace = false
    private var pendingBreak = false

    mutating func append(_ text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { text in
            var index = 0
            while index < text.count {
                // Below the space XML has no characters but white space.
                if text[index] <= 0x20 {
                    pendingSpace = true
                    index += 1
                    continue
                }
                let start = index
                // Words with one space between them are taken as they stand.
                while index < text.count,
                    text[index] > 0x20 || (text[index] == 0x20 && index + 1 < text.count && text[index + 1] > 0x20)
                {
                    index += 1
                }
                append(words: UnsafeBufferPointer(rebasing: text[start..<index]))
            }
        }
    }

    private mutating func append(words: UnsafeBufferPointer<UInt8>) {
        if !bytes.isEmpty {
            if pendingBreak {
                bytes.append(UInt8(ascii: "\n"))
            } else if pendingSpace {
                bytes.append(UInt8(ascii: " "))
            }
        }
        pendingBreak = false
        pendingSpace = false
        bytes.append(contentsOf: words)
    }

    mutating func breakLine() { pendingBreak = true }

    var joined: String? { bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }
}

extension UInt8 {
    /// Space, tab, carriage return or line feed: XML's own white space.
    @inline(__always)
    var isXMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
}

extension [UInt8] {
    /// The part of `range` between leading and trailing white space.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, self[start].isXMLSpace { start += 1 }
        while end > start, self[end - 1].isXMLSpace { end -= 1 }
        return start..<end
    }

    /// The trimmed text of `range`; `nil` where nothing is left.
    func string(_ range: Range<Int>) -> String? {
        let range = trimmed(range)
        return range.isEmpty ? nil : String(decoding: self[range], as: UTF8.self)
    }
}

extension Range<Int> {
    func equals(_ text: StaticString, in bytes: [UInt8]) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        for offset in 0..<count where bytes[lowerBound + offset] != text.utf8Start[offset] { return false }
        return true
    }
}
