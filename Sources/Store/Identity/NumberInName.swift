import Procurement

/// Organisation numbers that stand inside a name: `Foo AB (556859-2918)`, `Bar, org.nr 640823-3234`.
///
/// Whatever looks like a Swedish number leaves the name, so that no name that is shown or found holds a
/// sole trader's personal number.
enum NumberInName {
    /// - Returns: the name without the numbers, and the first of them that is a valid Swedish one.
    static func split(_ text: String) -> (rest: String, number: OrganisationNumber?) {
        let bytes = Array(text.utf8)
        guard bytes.count(where: isDigit) >= 10 else { return (text, nil) }
        var kept: [UInt8] = []
        var number: OrganisationNumber?
        var found = false
        var index = 0
        while index < bytes.count {
            let startsWord = index == 0 || !isWord(bytes[index - 1])
            if startsWord, let end = endOfNumber(bytes, from: index) {
                let candidate = OrganisationNumber(
                    String(decoding: bytes[index..<end].filter(isDigit), as: UTF8.self), country: "SE")
                // Ten digits in a row may be a telephone number; with a dash it is meant as this kind of number.
                if candidate != nil || bytes[index..<end].contains(where: { !isDigit($0) }) {
                    number = number ?? candidate
                    found = true
                    index = end
                    continue
                }
            }
            kept.append(bytes[index])
            index += 1
        }
        guard found else { return (text, nil) }
        return (tidied(String(decoding: kept, as: UTF8.self)), number)
    }

    /// `YYMMDD-NNNN`, `YYYYMMDD-NNNN`, with `-`, `+`, an en dash or nothing between, not inside a longer word.
    private static func endOfNumber(_ bytes: [UInt8], from start: Int) -> Int? {
        let head = bytes[start...].prefix(13).prefix(while: isDigit).count
        let end: Int
        switch head {
        case 10, 12: end = start + head
        case 6, 8:
            var rest = start + head
            if bytes[rest...].starts(with: [0xE2, 0x80, 0x93]) {
                rest += 3
            } else if rest < bytes.count, bytes[rest] == UInt8(ascii: "-") || bytes[rest] == UInt8(ascii: "+") {
                rest += 1
            } else {
                return nil
            }
            guard bytes[rest...].prefix(5).prefix(while: isDigit).count == 4 else { return nil }
            end = rest + 4
        default: return nil
        }
        return end < bytes.count && isWord(bytes[end]) ? nil : end
    }

    /// Takes away the words and brackets that introduced the number.
    private static func tidied(_ text: String) -> String {
        var words = text.replacing("()", with: " ").replacing("( )", with: " ").split(whereSeparator: \.isWhitespace)
        let introductions: Set = [
            "org", "orgnr", "nr", "no", "organisationsnummer", "organisationsnr", "pnr", "personnummer", "nummer",
        ]
        while let last = words.last {
            let bare = last.lowercased().filter(\.isLetter)
            let isPunctuation = bare.isEmpty && !last.contains(where: \.isNumber)
            guard words.count > 1, isPunctuation || introductions.contains(bare) else { break }
            words.removeLast()
        }
        var rest = words.joined(separator: " ")
        while let last = rest.last,
            last == "," || last == "-" || last == ":" || last == ";" || last == "(" || last == " "
        {
            rest.removeLast()
        }
        return rest
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// A letter or digit; any byte above ASCII counts as a letter.
    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (65...90).contains(byte) || (97...122).contains(byte) || (byte >= 0x80 && byte != 0xE2)
    }
}
