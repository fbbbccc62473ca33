/// References to characters in HTML: `&amp;`, `&#228;`, `&#xE4;`, `&ouml;`.
enum CharacterReferences {
    /// Undoes one level. What is no reference stays as it is, so `R&D` and `a & b;` do too.
    static func decoded(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "&")) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "&"), let (scalar, end) = reference(bytes, at: index) {
                // A soft hyphen is where a word may be broken, and nothing else.
                if scalar.value != 0xAD { result += String(Character(scalar)).utf8 }
                index = end
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    /// The longest is `&#x10FFFF;`.
    private static let longest = 10

    /// The reference that begins at `start`, and where it ends.
    private static func reference(_ bytes: [UInt8], at start: Int) -> (Unicode.Scalar, Int)? {
        let window = bytes[start..<min(bytes.count, start + longest)]
        guard let end = window.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
        if let scalar = named[name] { return (scalar, end + 1) }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let code = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let code else { return nil }
        // Browsers read these as windows-1252, for that is what is meant.
        if (0x80..<0xA0).contains(code) { return windows1252[Int(code - 0x80)].map { ($0, end + 1) } }
        guard let scalar = Unicode.Scalar(code), code >= 0x20 || code == 0x09 || code == 0x0A || code == 0x0D else {
            return nil
        }
        return (scalar, end + 1)
    }

    private static let named: [String: Unicode.Scalar] = {
        var named: [String: Unicode.Scalar] = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—", "hellip": "…",
            "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "lsaquo": "‹",
            "rsaquo": "›", "bull": "•", "euro": "€", "trade": "™", "le": "≤", "ge": "≥", "ne": "≠", "minus": "−",
            "Scaron": "Š", "scaron": "š", "OElig": "Œ", "oelig": "œ", "Yuml": "Ÿ", "permil": "‰", "dagger": "†",
            "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}",
        ]
        for (offset, name) in latin1.enumerated() {
            named[String(name)] = Unicode.Scalar(UInt8(0xA0 + offset))
        }
        return named
    }()

    /// U+00A0 to U+00FF, in their order.
    private static let latin1 = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
        para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
        Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
        Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
        igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
        thorn yuml
        """.split(separator: " ")

    /// 0x80 to 0x9F; five have no character.
    private static let windows1252: [Unicode.Scalar?] = [
        "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil, nil, "‘", "’", "“", "”", "•",
        "–",
        "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
    ]
}
