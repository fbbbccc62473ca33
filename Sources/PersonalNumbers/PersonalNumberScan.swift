/// Finds Swedish personal and coordination numbers in running text, however they are written (`WrittenNumber`): the one
/// scanner for all that is masked, refused or purged.
///
/// A candidate is ten digits, or twelve with the century, alone or as a VAT number, that no other digit touches. It counts
/// - in a row, or parted once before the last four, where its check digit holds and it may be a date (month 01–19: nobody
///   is born in month 13 or later but those made up for examples; day 01–31, or 61–99 with a coordination number's 60);
/// - grouped otherwise (`81 12 28 98 74`, `1981-12-28-9874`, `81.12.28-9874`), where its check digit holds and it is a date
///   of the calendar;
/// - without its check digit, where a dash (or a plus, from the year one turns 100) alone stands between a day that could
///   be a birthday and four more digits: a slip of the pen is still somebody's number.
///
/// It does not count
/// - where four digits after a dash may be the year of a TED number (`123456-2021`), unless check digit and date are right;
/// - where a space parts it from a date with a year in which nobody who trades was born (`2024-01-15 1500`);
/// - as one of more groups that are parted alike, as in a list of numbers, unless its century is written.
///
/// An organisation number's third digit is 2 or more (Skatteverket SKV 709), so it is never a date.
package enum PersonalNumberScan {
    /// What stands in the place of a number.
    package static let mask = "XXXXXX-XXXX"

    /// The text with every such number masked; `nil` where there is none.
    package static func masked(_ text: String) -> String? {
        text.rewritten({ $0.isPersonal ? $0.range : nil }, with: mask)
    }

    /// The text with a mark in the place of certain numbers, in whatever groups they are written.
    ///
    /// - Parameter isMeant: told the ten digits of everything that might be a personal number.
    package static func replaced(
        in text: String, with mark: String, where isMeant: (_ digits: String) -> Bool
    ) -> String {
        text.rewritten({ isMeant($0.digits) ? $0.range : nil }, with: mark) ?? text
    }

    /// Whether the text holds one of certain numbers, however it is written.
    package static func contains(_ text: String, where isMeant: (_ digits: String) -> Bool) -> Bool {
        text.rewritten({ isMeant($0.digits) ? $0.range : nil }, with: "") != nil
    }

    /// The same for bytes of any kind.
    package static func contains(
        _ bytes: UnsafeRawBufferPointer, where isMeant: (_ digits: String) -> Bool
    ) -> Bool {
        bytes.withMemoryRebound(to: UInt8.self) { bytes in
            var isFound = false
            WrittenNumber.forEach(in: bytes) { number in
                isFound = isFound || isMeant(number.digits)
                return isFound
            }
            return isFound
        }
    }

    /// Whether digits, with what parts them, are such a number and nothing else.
    package static func isPersonal(_ digits: String) -> Bool { masked(digits) == mask }
}

extension String {
    /// The text as anyone may see it: whatever could be a personal number is masked.
    package var withoutPersonalNumbers: String { PersonalNumberScan.masked(self) ?? self }

    /// The text with a mark in certain places; `nil` where there is no such place.
    ///
    /// - Parameter place: the bytes that go with a number; `nil` for one that stays.
    package func rewritten(_ place: (WrittenNumber) -> Range<Int>?, with mark: String) -> String? {
        var text = self
        return text.withUTF8 { bytes in
            var written: [UInt8] = []
            var copied = 0
            var isChanged = false
            WrittenNumber.forEach(in: bytes) { number in
                guard let place = place(number) else { return false }
                written += bytes[copied..<max(copied, place.lowerBound)]
                written += mark.utf8
                copied = place.upperBound
                isChanged = true
                return true
            }
            guard isChanged else { return nil }
            written += bytes[copied...]
            return String(decoding: written, as: UTF8.self)
        }
    }
}

extension WrittenNumber {
    /// Whether it counts as somebody's personal number: the rule that `PersonalNumberScan` tells.
    package var isPersonal: Bool {
        if let year, !(1800..<2100).contains(year) { return false }
        guard hasLikelySuffix else { return false }
        switch form {
        case .other: return false
        case .grouped:
            return hasCheckDigit && isBirthday && !isDateBesideCount && !(hasPairs && isAmongOthers && year == nil)
        case .plain:
            return hasCheckDigit && mayBeDate
        case .split:
            if hasCheckDigit { return mayBeDate && !isDateBesideCount && (isBirthday || !endsInYear) }
            return separator == .dash && suffix == nil && isBirthday && !endsInYear
        }
    }

    /// A VAT number ends in any two digits after `SE`; without it in those that are given out.
    package var hasLikelySuffix: Bool {
        guard let suffix, country == nil else { return true }
        return year == nil && (form == .plain ? (1...9).contains(suffix) : form == .split && suffix == 1)
    }

    /// Luhn's, over ten digits (ISO/IEC 7812-1 annex B).
    package var hasCheckDigit: Bool {
        var sum = 0
        for index in 0..<10 {
            let value = digit(index) * (index.isMultiple(of: 2) ? 2 : 1)
            sum += value > 9 ? value - 9 : value
        }
        return sum.isMultiple(of: 10)
    }

    private func pair(_ index: Int) -> Int { digit(index) * 10 + digit(index + 1) }

    private var isBirthday: Bool {
        (1...12).contains(pair(2)) && ((1...31).contains(pair(4)) || (61...91).contains(pair(4)))
    }

    private var mayBeDate: Bool {
        (1...19).contains(pair(2)) && ((1...31).contains(pair(4)) || (61...99).contains(pair(4)))
    }

    private var endsInYear: Bool { separator == .dash && (1990...2049).contains(pair(6) * 100 + pair(8)) }

    /// A day of these years with a space after it is when something was, and four digits a count or a time.
    private var isDateBesideCount: Bool {
        guard separator == .space || separator == .line || separator == .spacedDash, separator != dayParting,
            let year = year ?? (dayParting == .none ? nil : pair(0) > 8 && pair(0) < 40 ? 2000 + pair(0) : 1981)
        else { return false }
        return year > 2008
    }
}
