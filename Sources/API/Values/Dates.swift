import JSONRPC

/// A day without a time zone, as text: `2021-09-01`.
package struct Day: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    package let text: String

    /// `nil` unless the text is `YYYY-MM-DD` and the day exists.
    package init?(_ text: String) {
        guard Self.isDay(Array(text.utf8)) else { return nil }
        self.text = text
    }

    /// The day that these numbers make; a month or a day out of its range is brought into it.
    package init(year: Int, month: Int, day: Int) {
        let month = min(max(month, 1), 12)
        let year = min(max(year, 0), 9999)
        let day = min(max(day, 1), Self.days(in: month, of: year))
        // Digit by digit: an answer has hundreds of days, and joining texts took ten times as long.
        text = String(unsafeUninitializedCapacity: 10) { bytes in
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

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath, debugDescription: "a day that exists, as YYYY-MM-DD"))
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
    package var description: String { text }

    /// The days that can be asked about. Others may stand in what was published.
    static let asked = Day(year: 1900, month: 1, day: 1)...Day(year: 2200, month: 12, day: 31)

    static func isDay(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(bytes[0..<4]),
            let month = number(bytes[5..<7]), let day = number(bytes[8..<10]), (1...12).contains(month)
        else { return false }
        return (1...days(in: month, of: year)).contains(day)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        digits.allSatisfy { (0x30...0x39).contains($0) } ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    }
}

extension Day: Bounded {
    package static func check(
        _ value: JSONValue, at path: @autoclosure () -> [any CodingKey]
    ) throws(ParameterError) {
        guard case .string(let text) = value, let day = Day(text), !asked.contains(day) else { return }
        throw ParameterError(
            path: path(), expected: "a day from \(asked.lowerBound) to \(asked.upperBound)", came: value)
    }
}

/// A point in time in UTC, as text: `2026-01-31T02:15:00Z`.
package struct Moment: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    package let text: String

    /// `nil` unless the text is `YYYY-MM-DDThh:mm:ssZ` and the day exists.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, Day.isDay(Array(bytes[..<10])), bytes[10] == 0x54, bytes[13] == 0x3A,
            bytes[16] == 0x3A, bytes[19] == 0x5A, let hour = Day.number(bytes[11..<13]),
            let minute = Day.number(bytes[14..<16]), let second = Day.number(bytes[17..<19]), hour < 24, minute < 60,
            second <= 60
        else { return nil }
        self.text = text
    }

    /// - Parameter seconds: since 1970-01-01T00:00:00Z.
    package init(secondsSinceEpoch seconds: Int) {
        func padded(_ value: Int, _ width: Int = 2) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let time = ((seconds % 86_400) + 86_400) % 86_400
        // Howard Hinnant's civil_from_days.
        let shifted = (seconds - time) / 86_400 + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        text =
            "\(padded(year, 4))-\(padded(month))-\(padded(day))"
            + "T\(padded(time / 3600)):\(padded(time / 60 % 60)):\(padded(time % 60))Z"
    }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let moment = Moment(text) else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath, debugDescription: "a time in UTC, as YYYY-MM-DDThh:mm:ssZ"))
        }
        self = moment
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
    package var description: String { text }
}
