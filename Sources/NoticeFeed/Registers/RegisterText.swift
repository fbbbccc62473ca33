import PersonalNumbers
import Procurement

/// How texts of registers are read: decoded, masked and bounded.
enum RegisterText {
    /// Characters of a name; the longest real ones have some 200.
    static let longestName = 300
    /// Characters of what a firm says that it does.
    static let longestActivity = 2000

    /// - Returns: also whether the bytes are no UTF-8, and were read as ISO 8859-1, in which every byte is a character.
    static func decode(_ bytes: some Collection<UInt8>) -> (text: String, isLatin: Bool) {
        if let text = String(validating: bytes, as: UTF8.self) { return (text, false) }
        var text = ""
        text.unicodeScalars.append(contentsOf: bytes.lazy.map { Unicode.Scalar($0) })
        return (text, true)
    }

    /// A line of a bounded length without any personal number; `nil` where there is none.
    static func line(_ text: some StringProtocol, longest: Int = longestName) -> String? {
        let plain = text.withSingleSpaces
        guard !plain.isEmpty else { return nil }
        let masked = plain.withoutPersonalNumbers
        return masked.utf8.count <= longest ? masked : String(masked.prefix(longest))
    }

    /// - Returns: the date that the text begins with, `nil` for any other text.
    static func date(_ text: some StringProtocol) -> CalendarDate? { CalendarDate(text.prefix(10)) }

    /// The five digits of a postcode, however they are grouped.
    static func postcode(_ text: some StringProtocol) -> Int? {
        let digits = text.utf8.filter { (48...57).contains($0) }
        guard digits.count == 5, text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 32 || $0 == 45 }) else {
            return nil
        }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}

/// Whose number a register's row has.
enum RegisterIdentity {
    case firm(Int)
    /// A natural person's or a dead estate's.
    case person
    case invalid

    /// - Parameter text: ten digits, or twelve with `16`, `19` or `20` before them.
    init(digits text: some StringProtocol) {
        var digits = text.utf8.filter { (48...57).contains($0) }
        guard digits.count == text.utf8.count || text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 }) else {
            self = .invalid
            return
        }
        if digits.count == 12 {
            let century = (digits[0] - 48) * 10 + digits[1] - 48
            digits.removeFirst(2)
            if [18, 19, 20].contains(century) {
                self = .person
                return
            }
            guard century == 16 else {
                self = .invalid
                return
            }
        }
        guard digits.count == 10 else {
            self = .invalid
            return
        }
        // What has a month where a firm has 20 or more is a person's, with a right check digit or without; a number that
        // begins with 1 is a dead estate's (Skatteverket SKV 709).
        if digits[2] < UInt8(ascii: "2") || digits[0] == UInt8(ascii: "1") {
            self = .person
            return
        }
        let number = String(decoding: digits, as: UTF8.self)
        guard OrganisationNumber(number, country: "SE") != nil, let value = Int(number), value >= 1_000_000_000 else {
            self = .invalid
            return
        }
        self = .firm(value)
    }
}
