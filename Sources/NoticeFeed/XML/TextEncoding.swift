/// The encodings that a feed may be in, and how a document says which it is (XML 1.0, appendix F).
enum TextEncoding: String, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case latin1 = "ISO-8859-1"
    case latin9 = "ISO-8859-15"
    case windows1252 = "WINDOWS-1252"

    /// So many bytes of a document are needed to tell.
    static let peek = 1024

    /// Reads the encoding off the first bytes: byte order mark, else the XML declaration, else UTF-8.
    ///
    /// - Returns: the encoding, and how many bytes the byte order mark takes.
    /// - Throws: `NoticeDefect` for an encoding that isn't in the list, known or not.
    static func detect(_ bytes: ArraySlice<UInt8>) throws(NoticeDefect) -> (encoding: TextEncoding, mark: Int) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (try declared(in: bytes.dropFirst(3)) ?? .utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF])
            || bytes.starts(with: [0, 0, 0, 0x3C]) || bytes.starts(with: [0x3C, 0, 0, 0])
        {
            throw unsupported("UTF-32")
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        if bytes.starts(with: [0x3C, 0, 0x3F, 0]) { return (.utf16LittleEndian, 0) }
        if bytes.starts(with: [0, 0x3C, 0, 0x3F]) { return (.utf16BigEndian, 0) }
        if bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) { throw unsupported("EBCDIC") }
        return (try declared(in: bytes) ?? .utf8, 0)
    }

    /// The encoding that an XML declaration names; `nil` where there is none.
    private static func declared(in bytes: ArraySlice<UInt8>) throws(NoticeDefect) -> TextEncoding? {
        guard bytes.starts(with: "<?xml".utf8) else { return nil }
        let declaration = bytes.prefix { $0 != UInt8(ascii: ">") }
        // Pseudo-attributes: version="1.0" encoding="UTF-8". The values are every second part between quotes.
        let parts = declaration.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
        }
        guard
            let key = parts.indices.first(where: {
                $0 % 2 == 0 && parts[$0].drop(while: \.isXMLSpace).starts(with: "encoding".utf8)
            })
        else { return nil }
        let name = key + 1 < parts.count ? String(decoding: parts[key + 1], as: UTF8.self) : ""
        guard let encoding = named[name.uppercased()] else { throw unsupported(name) }
        return encoding
    }

    /// US-ASCII is UTF-8; a document in 8-bit units that calls itself UTF-16 is not.
    private static let named: [String: TextEncoding] = [
        "UTF-8": .utf8, "UTF8": .utf8, "US-ASCII": .utf8, "ASCII": .utf8, "ISO-8859-1": .latin1, "LATIN1": .latin1,
        "ISO8859-1": .latin1, "ISO-8859-15": .latin9, "LATIN-9": .latin9, "WINDOWS-1252": .windows1252,
        "CP1252": .windows1252,
    ]

    private static func unsupported(_ name: String) -> NoticeDefect {
        NoticeDefect(
            reason: "encoding",
            detail: "the encoding “\(name.prefix(40))” is not read: save it as UTF-8 (UTF-16 with a byte order mark, "
                + "ISO-8859-1, ISO-8859-15, windows-1252 and US-ASCII are read too)", line: 1)
    }
}
