/// Takes the tags of HTML out of a text.
///
/// Only elements that HTML has (or Word adds: `o:p`) are tags. A tag ends before the next `<`, so that each byte is looked
/// at a few times and no more, whatever the text is.
struct HTMLTags {
    /// The text without its tags, comments, styles and scripts; `nil` where it has none.
    static func removed(from bytes: [UInt8]) -> [UInt8]? {
        guard bytes.contains(UInt8(ascii: "<")) else { return nil }
        var tags = HTMLTags(bytes: bytes)
        tags.read()
        return tags.sawTag ? tags.joined : nil
    }

    private let bytes: [UInt8]
    /// What stands between breaks.
    private var lines: [[UInt8]] = [[]]
    private var sawTag = false
    private var sawBreak = false
    /// Endings that don't come any more, so that they aren't looked for again.
    private var absent: Set<String> = []

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func read() {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "<"), let end = markup(at: index) {
                sawTag = true
                index = end
            } else if byte == UInt8(ascii: "]"), sawTag, bytes[index...].starts(with: "]]>".utf8) {
                index += 3
            } else {
                lines[lines.count - 1].append(byte)
                index += 1
            }
        }
    }

    /// Where the markup that begins at `start` ends; `nil` where it is none.
    private mutating func markup(at start: Int) -> Int? {
        if bytes[start...].starts(with: "<!--".utf8) { return end(of: "-->", from: start + 4) }
        if bytes[start...].starts(with: "<![CDATA[".utf8) { return start + 9 }
        if bytes[start...].starts(with: "<!DOCTYPE".utf8) { return tagEnd(from: start + 9) }
        // What Word puts around what only Word reads.
        if bytes[start...].starts(with: "<![".utf8) { return tagEnd(from: start + 3) }
        var index = start + 1
        let closes = index < bytes.count && bytes[index] == UInt8(ascii: "/")
        if closes { index += 1 }
        let name = bytes[index...].prefix(Self.longestName + 1).prefix { Self.isNameByte($0) }
        let element = String(decoding: name, as: UTF8.self).lowercased()
        guard Self.isElement(element), let end = tagEnd(from: name.endIndex) else { return nil }
        // `<i bilaga 1>` and `a <b och c> d` are no tags; those have attributes with values.
        let rest = bytes[name.endIndex..<(end - 1)]
        let isBare = rest.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
        if name.count == 1, !isBare, !rest.contains(UInt8(ascii: "=")) { return nil }
        if !closes, element == "style" || element == "script" {
            // Also where what closes it isn't whole: to begin anew behind the opening tag would look at the rest once more.
            return self.end(of: "</\(element)", from: end).map { tagEnd(from: $0) ?? $0 } ?? end
        }
        if Self.breaks.contains(element) {
            sawBreak = true
            lines.append([])
        } else if Self.parts.contains(element) {
            lines[lines.count - 1].append(UInt8(ascii: " "))
        }
        return end
    }

    /// The index after the `>` of a tag whose name ends at `start`: after white space, `/` or at once, and before the
    /// next `<`. A `>` in quotes isn't it, where the quotes are closed.
    private func tagEnd(from start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        let next = bytes[start]
        guard
            next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") || next == UInt8(ascii: "[")
                || bytes[start - 1] == UInt8(ascii: "[")
        else { return nil }
        var first: Int?
        var quote: UInt8?
        var index = start
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: ">") {
                if quote == nil { return index }
                if first == nil { first = index }
            } else if byte == quote {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
        }
        return first
    }

    /// The index after the next `ending`.
    private mutating func end(of ending: String, from start: Int) -> Int? {
        guard !absent.contains(ending) else { return nil }
        let wanted = Array(ending.utf8)
        var index = start
        while index + wanted.count <= bytes.count {
            if bytes[index..<(index + wanted.count)].elementsEqual(wanted, by: { $0 | 0x20 == $1 | 0x20 }) {
                return index + wanted.count
            }
            index += 1
        }
        absent.insert(ending)
        return nil
    }

    /// Where the text has breaks of its own, line feeds in it are white space, as in HTML; else they are its lines.
    private var joined: [UInt8] {
        guard sawBreak else { return lines[0] }
        let space = UInt8(ascii: " ")
        return Array(
            lines.map { $0.map { $0 <= space ? space : $0 } }.joined(separator: [UInt8(ascii: "\n")]))
    }

    private static let longestName = 12

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (97...122).contains(byte | 0x20) || byte == UInt8(ascii: ":")
    }

    /// Whether HTML has such an element, or Word with its prefixes.
    private static func isElement(_ name: String) -> Bool {
        if let colon = name.firstIndex(of: ":") { return officePrefixes.contains(String(name[..<colon])) }
        return breaks.contains(name) || parts.contains(name) || inline.contains(name)
    }

    private static let officePrefixes: Set<String> = ["o", "w", "v", "m", "st1", "x"]

    /// Elements that stand on lines of their own.
    private static let breaks: Set<String> = [
        "p", "br", "div", "li", "ul", "ol", "dl", "dt", "dd", "tr", "table", "thead", "tbody", "tfoot", "caption", "h1",
        "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "pre", "section", "article", "header", "footer", "address",
        "body",
        "html", "head", "title", "center", "form", "fieldset", "main", "nav", "aside", "figure",
    ]
    /// Elements that stand apart in their line.
    private static let parts: Set<String> = ["td", "th", "img", "option"]
    private static let inline: Set<String> = [
        "a", "abbr", "b", "big", "cite", "code", "col", "colgroup", "del", "dfn", "em", "font", "i", "input", "ins",
        "kbd",
        "label", "link", "mark", "meta", "nobr", "q", "s", "samp", "script", "small", "span", "strike", "strong",
        "style",
        "sub", "sup", "svg", "tt", "u", "var", "wbr", "xml", "iframe", "object", "button", "select", "picture",
        "figcaption",
    ]
}
