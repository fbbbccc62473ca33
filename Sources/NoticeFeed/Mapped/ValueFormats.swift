import Procurement

/// How an export writes dates, numbers, yes and no.
struct ValueFormats: Sendable, Hashable {
    var dates = [DatePattern("yyyy-MM-dd"), DatePattern("yyyyMMdd")].compactMap { $0 }
    var decimalMark: Character = "."
    /// What parts thousands. A space means any white space, also one that doesn't break.
    var thousands: Set<Character> = []
    /// In lower case.
    var yes: Set<String> = ["yes", "true", "1"]
    var no: Set<String> = ["no", "false", "0"]

    /// `nil` for what fits none of the patterns.
    func date(_ text: String) -> CalendarDate? {
        dates.lazy.compactMap { $0.date(text)?.ifSensible }.first
    }

    /// A plain decimal such as `1250000.50` out of `1 250 000,50`; `nil` for what isn't one, and for `49,700`, which money
    /// has no decimals enough for.
    func decimal(_ text: String) -> String? {
        if !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }) { return text }
        guard
            case .number(let plain) = WrittenAmount(
                text, WrittenAmount.Marks(decimal: [decimalMark], thousands: thousands))
        else { return nil }
        return plain
    }

    /// `nil` for a word that is in neither list.
    func answer(_ text: String) -> Bool? {
        let word = text.lowercased()
        if yes.contains(word) { return true }
        return no.contains(word) ? false : nil
    }
}

/// A date's pattern: `yyyy`, `MM` or `M`, `dd` or `d`, and whatever stands between them.
struct DatePattern: Sendable, Hashable {
    private enum Part: Sendable, Hashable {
        case year
        case month(digits: ClosedRange<Int>)
        case day(digits: ClosedRange<Int>)
        case literal(Character)
    }

    private let parts: [Part]

    /// `nil` unless year, month and day stand in it once each.
    init?(_ pattern: String) {
        var parts: [Part] = []
        var rest = pattern[...]
        while let character = rest.first {
            let run = rest.prefix { $0 == character }
            switch String(run) {
            case "yyyy": parts.append(.year)
            case "MM": parts.append(.month(digits: 2...2))
            case "M": parts.append(.month(digits: 1...2))
            case "dd": parts.append(.day(digits: 2...2))
            case "d": parts.append(.day(digits: 1...2))
            default:
                guard !character.isLetter else { return nil }
                parts += run.map { .literal($0) }
            }
            rest = rest[run.endIndex...]
        }
        let kinds = parts.compactMap { part -> Int? in
            switch part {
            case .year: 0
            case .month: 1
            case .day: 2
            case .literal: nil
            }
        }
        guard kinds.sorted() == [0, 1, 2] else { return nil }
        self.parts = parts
    }

    /// Reads a date off the start of `text`; a time may follow after a space or `T`, or an offset.
    func date(_ text: String) -> CalendarDate? {
        var rest = text.utf8[...]
        var (year, month, day) = (0, 0, 0)
        for part in parts {
            switch part {
            case .year:
                guard let number = Self.number(&rest, 4...4) else { return nil }
                year = number
            case .month(let digits):
                guard let number = Self.number(&rest, digits) else { return nil }
                month = number
            case .day(let digits):
                guard let number = Self.number(&rest, digits) else { return nil }
                day = number
            case .literal(let character):
                guard rest.starts(with: character.utf8) else { return nil }
                rest.removeFirst(character.utf8.count)
            }
        }
        if let next = Substring(rest).first, !next.isWhitespace, !"TZ+-".contains(next) { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    private static func number(_ rest: inout Substring.UTF8View, _ digits: ClosedRange<Int>) -> Int? {
        var number = 0
        var count = 0
        while count < digits.upperBound, let byte = rest.first, (48...57).contains(byte) {
            number = number * 10 + Int(byte - 48)
            count += 1
            rest.removeFirst()
        }
        return digits.contains(count) ? number : nil
    }
}
