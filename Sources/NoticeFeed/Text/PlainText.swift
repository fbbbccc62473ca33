/// The plain words of a text that a publisher filled from an editor or escaped twice: `&amp;amp;`, `&lt;p&gt;…&lt;/p&gt;`.
///
/// Tags of HTML go, paragraphs, list items and rows come on lines of their own, and references become characters. What
/// only looks like markup (`R&D`, `< 10 år`, `<namn@exempel.se>`) stays. Takes time in proportion to the text.
enum PlainText {
    /// Text can be escaped once for the XML and once more for a database, and hold HTML with references of its own.
    private static let levels = 4

    static func read(_ text: String) -> String {
        var text = text
        guard text.withUTF8({ $0.contains { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") } }) else { return text }
        var bytes = Array(text.utf8)
        var isHTML = false
        for _ in 0..<levels {
            let before = bytes
            if let bare = HTMLTags.removed(from: bytes) {
                bytes = bare
                isHTML = true
            }
            bytes = CharacterReferences.decoded(bytes)
            if bytes == before { break }
        }
        return String(decoding: isHTML ? tidied(bytes) : bytes, as: UTF8.self)
    }

    /// The lines that have words, with single spaces. Editors make room with paragraphs that hold a no-break space.
    private static func tidied(_ bytes: [UInt8]) -> [UInt8] {
        var spaced: [UInt8] = []
        spaced.reserveCapacity(bytes.count)
        for byte in bytes {
            if byte == 0xA0, spaced.last == 0xC2 {
                spaced[spaced.count - 1] = UInt8(ascii: " ")
            } else {
                spaced.append(byte)
            }
        }
        let lines = spaced.split(separator: UInt8(ascii: "\n")).map { line in
            line.split(whereSeparator: \.isXMLSpace).joined(separator: [UInt8(ascii: " ")])
        }
        return Array(lines.map(Array.init).filter { !$0.isEmpty }.joined(separator: [UInt8(ascii: "\n")]))
    }
}
