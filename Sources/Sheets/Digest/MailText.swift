import Procurement

/// How texts are written in a mail of seven-bit characters: MIME's quoted-printable for bodies (RFC 2045, 6.7) and encoded
/// words for headers (RFC 2047).
///
/// Some forty lines of our own rather than a library: GMime and VMime bring GLib or a mail client's protocols along for these
/// two, and Python's parser reads the mails back in `scripts/check-notify`.
enum MailText {
    /// On one line, without what a mailer or a reader would obey: control characters and line ends are spaces.
    static func line(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar -> Unicode.Scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .lineSeparator, .paragraphSeparator: " "
                    default: scalar
                    }
                })
        ).withSingleSpaces
    }

    /// A header's value: as it is where it is short and of plain characters, else in encoded words, each
    /// on a line of its own.
    static func header(_ text: String) -> String {
        let text = line(text)
        if text.utf8.count <= 60, text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }), !text.contains("=?") {
            return text
        }
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            let written = UTF8.encode(scalar).map { $0.map(encodedInWord).joined() } ?? ""
            if word.utf8.count + written.utf8.count > 50 {
                words.append(word)
                word = ""
            }
            word += written
        }
        return (words + [word]).map { "=?utf-8?Q?\($0)?=" }.joined(separator: "\n ")
    }

    private static func encodedInWord(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            String(UnicodeScalar(byte))
        case 0x20: "_"
        default: escaped(byte)
        }
    }

    /// A body's lines, none longer than 76 characters.
    static func quotedPrintable(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { quotedPrintable(line: Array($0.utf8)) }
            .joined(separator: "\n")
    }

    private static func quotedPrintable(line bytes: [UInt8]) -> String {
        var written = ""
        var length = 0
        // “From ” and a lone dot at the start of a line mean something to old mailers.
        let escapesFirst = bytes.starts(with: Array("From ".utf8)) || bytes.first == UInt8(ascii: ".")
        for (place, byte) in bytes.enumerated() {
            let isPlain =
                (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") && !(place == 0 && escapesFirst)
                || byte == 0x20 && place < bytes.count - 1
            let part = isPlain ? String(UnicodeScalar(byte)) : escaped(byte)
            if length + part.utf8.count > 75 {
                written += "=\n"
                length = 0
            }
            written += part
            length += part.utf8.count
        }
        return written
    }

    private static func escaped(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "=" + (byte < 16 ? "0" : "") + digits
    }

    /// Text within HTML or XML, with nothing in it that either would take for its own, nor a character that XML has not.
    static func escapedMarkup(_ text: String) -> String {
        var written = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": written += "&amp;"
            case "<": written += "&lt;"
            case ">": written += "&gt;"
            case "\"": written += "&quot;"
            case "'": written += "&#39;"
            case "\n", "\t": written.unicodeScalars.append(scalar)
            default:
                // XML 1.0, production [2] Char.
                let isCharacter = scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                written.unicodeScalars.append(isCharacter ? scalar : " ")
            }
        }
        return written
    }
}
