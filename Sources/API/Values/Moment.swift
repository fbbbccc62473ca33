import JSON
import JSONRPC
import Procurement

/// A point in time in UTC, as text: `2026-01-31T02:15:00Z`.
package struct Moment: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    package let text: String

    /// `nil` unless the text is `YYYY-MM-DDThh:mm:ssZ` and the day exists.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        func number(_ digits: Range<Int>) -> Int? {
            bytes[digits].allSatisfy { (0x30...0x39).contains($0) }
                ? bytes[digits].reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
        }
        guard bytes.count == 20, CalendarDate(written: text.prefix(10)) != nil, bytes[10] == 0x54, bytes[13] == 0x3A,
            bytes[16] == 0x3A, bytes[19] == 0x5A, let hour = number(11..<13), let minute = number(14..<16),
            let second = number(17..<19), hour < 24, minute < 60, second <= 60
        else { return nil }
        self.text = text
    }

    /// - Parameter seconds: since 1970-01-01T00:00:00Z.
    package init(secondsSinceEpoch seconds: Int) {
        func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let time = ((seconds % 86_400) + 86_400) % 86_400
        let day = CalendarDate(daysSinceEpoch: Int32(clamping: (seconds - time) / 86_400))
        text =
            "\(day)T\(padded(time / 3600)):\(padded(time / 60 % 60)):\(padded(time % 60))Z"
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
