/// A day in the Gregorian calendar, without time or zone: what a notice states as a date.
///
/// Encoded as `YYYY-MM-DD`.
package struct CalendarDate: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// Days since 1970-01-01.
    package let daysSinceEpoch: Int32

    /// - Parameter daysSinceEpoch: brought into the years 1 to 9999, which four digits can write.
    package init(daysSinceEpoch: Int32) {
        self.daysSinceEpoch = min(max(daysSinceEpoch, -719_162), 2_932_896)
    }

    /// `nil` unless the day exists.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.daysIn(month: month, year: year)
        else { return nil }
        daysSinceEpoch = Self.days(year: year, month: month, day: day)
    }

    /// The day that these numbers make; a month or a day out of its range is brought into it.
    package init(nearestTo year: Int, _ month: Int, _ day: Int) {
        let (year, month) = (min(max(year, 1), 9999), min(max(month, 1), 12))
        let last = Self.daysIn(month: month, year: year)
        daysSinceEpoch = Self.days(year: year, month: month, day: min(max(day, 1), last))
    }

    /// `nil` unless the text is `YYYY-MM-DD` and the day exists.
    package init?(written text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-") else { return nil }
        self.init(text)
    }

    /// Reads the first ten characters of an ISO 8601 date or date-time (`2023-10-27`, `2023-10-27+02:00`,
    /// `2023-10-27T09:00:00Z`) or TED's `20231027` and `20231027 12:00`. An offset is not applied:
    /// the day is the one the publisher wrote.
    package init?(_ text: some StringProtocol) {
        let date = text.utf8.withContiguousStorageIfAvailable { CalendarDate(bytes: $0) }
        guard let date = date ?? Array(text.utf8).withUnsafeBufferPointer({ CalendarDate(bytes: $0) }) else {
            return nil
        }
        self = date
    }

    init?(bytes: UnsafeBufferPointer<UInt8>) {
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[range] {
                guard (48...57).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 48)
            }
            return value
        }
        func ends(at index: Int) -> Bool {
            guard index < bytes.count else { return true }
            switch bytes[index] {
            case UInt8(ascii: "T"), UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: " "):
                return true
            default: return false
            }
        }
        let dash = UInt8(ascii: "-")
        if bytes.count >= 10, bytes[4] == dash, bytes[7] == dash, ends(at: 10),
            let year = number(0..<4), let month = number(5..<7), let day = number(8..<10)
        {
            self.init(year: year, month: month, day: day)
        } else if bytes.count >= 8, ends(at: 8),
            let year = number(0..<4), let month = number(4..<6), let day = number(6..<8)
        {
            self.init(year: year, month: month, day: day)
        } else {
            return nil
        }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CalendarDate(written: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "a day that exists, as YYYY-MM-DD")
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// The day where a notice may mean it: from 1970-01-02, for the day before is what a zero turns into, to 2199-12-31.
    ///
    /// The year 16 is a slip of the pen, and 9999-12-31 means that there is no end.
    package var ifSensible: CalendarDate? { (1..<84_006).contains(daysSinceEpoch) ? self : nil }

    package static func < (left: Self, right: Self) -> Bool { left.daysSinceEpoch < right.daysSinceEpoch }

    package func adding(days: Int) -> CalendarDate {
        CalendarDate(daysSinceEpoch: Int32(clamping: Int(daysSinceEpoch) + Int(Int32(clamping: days))))
    }

    /// The same day `months` later or earlier; the last of the month where that day doesn't exist. Beyond the years
    /// 1…9999: the day itself.
    package func adding(months: Int) -> CalendarDate {
        let (year, month, day) = civil
        let total = year * 12 + month - 1 + months
        guard total >= 12 else { return self }
        let (later, inYear) = (total / 12, total % 12 + 1)
        return CalendarDate(year: later, month: inYear, day: min(day, Self.daysIn(month: inYear, year: later))) ?? self
    }

    /// Whole days from `other` to this day; negative when this day comes first.
    package func days(since other: CalendarDate) -> Int { Int(daysSinceEpoch) - Int(other.daysSinceEpoch) }

    /// Year, month and day by Howard Hinnant's `civil_from_days`.
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = Int(daysSinceEpoch) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    package var description: String {
        let (year, month, day) = civil
        // Digit by digit: an answer has hundreds of days, and joining texts took ten times as long.
        return String(unsafeUninitializedCapacity: 10) { bytes in
            func put(_ digit: Int, at place: Int) {
                bytes.initializeElement(at: place, to: UInt8(ascii: "0") + UInt8(digit % 10))
            }
            put(year / 1000, at: 0)
            put(year / 100, at: 1)
            put(year / 10, at: 2)
            put(year, at: 3)
            bytes.initializeElement(at: 4, to: UInt8(ascii: "-"))
            put(month / 10, at: 5)
            put(month, at: 6)
            bytes.initializeElement(at: 7, to: UInt8(ascii: "-"))
            put(day / 10, at: 8)
            put(day, at: 9)
            return 10
        }
    }

    private static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Howard Hinnant's `days_from_civil`.
    private static func days(year: Int, month: Int, day: Int) -> Int32 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(era * 146_097 + dayOfEra - 719_468)
    }
}
