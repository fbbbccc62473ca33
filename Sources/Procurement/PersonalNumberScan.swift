/// Finds Swedish personal and coordination numbers in running text.
///
/// A number counts when its check digit holds and `OrganisationNumber` calls it personal, or when it is written with
/// a dash (or a plus, from the year one turns 100) after a day that could be a birthday: a slip of the pen is still
/// somebody's number.
package enum PersonalNumberScan {
    /// The text with every such number masked; `nil` where there is none.
    package static func masked(_ text: String) -> String? {
        rewritten(text, with: OrganisationNumber.mask, where: isPersonal)
    }

    /// The text with a mark in the place of certain numbers.
    ///
    /// - Parameter isMeant: told the digits of everything that is written as a personal number might be.
    package static func replaced(
        in text: String, with mark: String, where isMeant: (_ digits: String) -> Bool
    ) -> String {
        rewritten(text, with: mark) { bytes in
            let digits = bytes.filter(isDigit)
            return (digits.count == 10 || digits.count == 12) && isMeant(String(decoding: digits, as: UTF8.self))
        } ?? text
    }

    private static func rewritten(
        _ text: String, with mark: String, where isMeant: (ArraySlice<UInt8>) -> Bool
    ) -> String? {
        // No such number has fewer digits.
        guard text.utf8.count(where: isDigit) >= 10 else { return nil }
        let bytes = Array(text.utf8)
        var written: [UInt8] = []
        var copied = 0
        var index = 0
        while index < bytes.count {
            guard isDigit(bytes[index]), index == 0 || !isDigit(bytes[index - 1]) else {
                index += 1
                continue
            }
            let end = end(of: bytes, from: index)
            if isMeant(bytes[index..<end]) {
                written += bytes[copied..<index] + Array(mark.utf8)
                copied = end
                index = end
            } else {
                // Perhaps only the first run of digits belongs to it, or the second.
                while index < bytes.count, isDigit(bytes[index]) { index += 1 }
            }
        }
        guard copied > 0 else { return nil }
        written += bytes[copied...]
        return String(decoding: written, as: UTF8.self)
    }

    /// Whether digits, with what parts them, are such a number.
    package static func isPersonal(_ digits: String) -> Bool { isPersonal(Array(digits.utf8)[...]) }

    /// What may part the day from the last four digits: a dash of either kind, a plus, a space of either kind.
    private static let separators = ["-", "+", "–", " ", "\u{a0}"].map { Array($0.utf8) }

    /// The end of a run of digits, with a separator and four more digits where those follow.
    private static func end(of bytes: [UInt8], from start: Int) -> Int {
        var end = start
        while end < bytes.count, isDigit(bytes[end]) { end += 1 }
        guard end - start == 6 || end - start == 8,
            let separator = separators.first(where: { bytes[end...].starts(with: $0) })
        else { return end }
        let tail = end + separator.count
        var last = tail
        while last < bytes.count, isDigit(bytes[last]) { last += 1 }
        return last - tail == 4 ? last : end
    }

    private static func isPersonal(_ bytes: ArraySlice<UInt8>) -> Bool {
        let digits = bytes.filter(isDigit)
        let text = String(decoding: digits, as: UTF8.self)
        switch digits.count {
        case 10, 12:
            if let number = OrganisationNumber(text, country: "SE"), number.isPersonal { return true }
            // Two numbers side by side have a space between them too; a dash is meant.
            let isDashed = bytes.contains { !isDigit($0) && $0 != 0x20 && $0 != 0xC2 && $0 != 0xA0 }
            return isDashed && isBirthday(digits.suffix(10))
        default: return false
        }
    }

    /// Month 01–12, day 01–31, or 61–91 in a coordination number.
    private static func isBirthday(_ digits: ArraySlice<UInt8>) -> Bool {
        let values = digits.map { Int($0) - 48 }
        let month = values[2] * 10 + values[3]
        let day = values[4] * 10 + values[5]
        return (1...12).contains(month) && ((1...31).contains(day) || (61...91).contains(day))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}

extension String {
    /// The text as anyone may see it: whatever could be a personal number is masked.
    package var withoutPersonalNumbers: String { PersonalNumberScan.masked(self) ?? self }
}
