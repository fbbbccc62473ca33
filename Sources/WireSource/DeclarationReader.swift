/// Cuts the body of a type into its declarations, by lines and brackets alone: what stands inside brackets isn't looked at.
struct DeclarationReader {
    /// One declaration of the body.
    struct Piece {
        /// Its `///` lines, without the strokes.
        var comment: [String] = []
        /// All of it, with its attributes.
        var text: String
        /// Where it stands in the source, in bytes.
        var offset: Int
    }

    private let bytes: [UInt8]
    private var place = 0

    /// - Parameter source: a type, from its attributes to its last brace.
    init(_ source: String) { bytes = Array(source.utf8) }

    mutating func pieces() throws(DeclarationError) -> [Piece] {
        while let byte = current, byte != UInt8(ascii: "{") {
            if lineComment() == nil { try step(byte) }
        }
        guard current != nil else { throw DeclarationError("a wire type has a body", at: 0) }
        place += 1
        var pieces: [Piece] = []
        var comment: [String] = []
        while let byte = current, byte != UInt8(ascii: "}") {
            if Self.isSpace(byte) {
                place += 1
            } else if let line = lineComment() {
                if line.hasPrefix("///") { comment.append(String(line.drop { $0 == "/" || $0 == " " })) }
            } else if starts(with: "/*") {
                throw DeclarationError("comments of a wire type begin with // or ///", at: place)
            } else {
                let start = place
                let text = try declaration()
                pieces.append(Piece(comment: comment, text: text, offset: start))
                comment = []
            }
        }
        return pieces
    }

    /// To the end of its last line: that which leaves no bracket open, isn't made up of attributes alone, and after which
    /// nothing goes on.
    private mutating func declaration() throws(DeclarationError) -> String {
        let start = place
        while let byte = current, byte != UInt8(ascii: "}") {
            if byte == UInt8(ascii: "\n") {
                let text = String(decoding: bytes[start..<place], as: UTF8.self)
                if !goesOn(after: text) { return text }
                place += 1
            } else if starts(with: "//") {
                _ = lineComment()
            } else {
                try step(byte)
            }
        }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    /// Whether a declaration goes on in the next line.
    private func goesOn(after text: String) -> Bool {
        if WireMarks(text).rest.isEmpty { return true }
        if let last = text.utf8.last(where: { !Self.isSpace($0) }), "=,+?:&|".utf8.contains(last) {
            // The question mark of an optional ends a declaration.
            return last != UInt8(ascii: "?")
        }
        guard let next = bytes[place...].first(where: { !Self.isSpace($0) }) else { return false }
        return ".=+?:&|{".utf8.contains(next)
    }

    /// Goes past a byte, or past all that it opens: a string, brackets.
    private mutating func step(_ byte: UInt8) throws(DeclarationError) {
        switch byte {
        case UInt8(ascii: "("): try brackets(to: UInt8(ascii: ")"))
        case UInt8(ascii: "["): try brackets(to: UInt8(ascii: "]"))
        case UInt8(ascii: "{"): try brackets(to: UInt8(ascii: "}"))
        case UInt8(ascii: "\""): try string(pounds: 0)
        case UInt8(ascii: "#"):
            let pounds = bytes[place...].prefix { $0 == UInt8(ascii: "#") }.count
            place += pounds
            if current == UInt8(ascii: "\"") { try string(pounds: pounds) }
        default: place += 1
        }
    }

    private mutating func brackets(to end: UInt8) throws(DeclarationError) {
        let start = place
        place += 1
        while let byte = current {
            if byte == end {
                place += 1
                return
            }
            if lineComment() == nil { try step(byte) }
        }
        throw DeclarationError("a bracket without its other half", at: start)
    }

    /// A string literal, with one quote or three, and what is interpolated in it.
    private mutating func string(pounds: Int) throws(DeclarationError) {
        let start = place
        let hashes = String(repeating: "#", count: pounds)
        let quote = starts(with: "\"\"\"") ? "\"\"\"" : "\""
        place += quote.utf8.count
        while current != nil {
            if starts(with: quote + hashes) {
                place += quote.utf8.count + pounds
                return
            }
            if starts(with: "\\" + hashes) {
                place += 1 + pounds
                if current == UInt8(ascii: "(") { try brackets(to: UInt8(ascii: ")")) } else { place += 1 }
            } else {
                place += 1
            }
        }
        throw DeclarationError("a string without an end", at: start)
    }

    /// Takes a comment to the end of its line.
    private mutating func lineComment() -> String? {
        guard starts(with: "//") else { return nil }
        let line = bytes[place...].prefix { $0 != UInt8(ascii: "\n") }
        place += line.count
        return String(decoding: line, as: UTF8.self)
    }

    private var current: UInt8? { place < bytes.count ? bytes[place] : nil }
    private func starts(with text: String) -> Bool { bytes[place...].starts(with: text.utf8) }
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
