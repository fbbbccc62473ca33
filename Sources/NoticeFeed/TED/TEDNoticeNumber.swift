import Procurement

/// How TED numbers a notice: `188692-2016` as a document, `2016/S 106-188692` in the Official Journal.
///
/// Both hold the same running number and year, so a reference of either kind leads to the same notice.
enum TEDNoticeNumber {
    /// The document's form of a number written either way, six digits wide at least; `nil` for anything else.
    static func id(_ text: String) -> NoticeID? {
        let parts = parts(of: text)
        switch parts.count {
        case 2:
            return id(number: parts[0], year: parts[1])
        case 4 where parts[1].uppercased() == "S":
            return id(number: parts[3], year: parts[0])
        default:
            return nil
        }
    }

    /// The runs of letters and digits of ASCII.
    private static func parts(of text: String) -> [Substring] {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
            return text.split { !$0.isASCII || !($0.isNumber || $0.isLetter) }
        }
        return text.utf8.split { byte in
            !((48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte))
        }.map(Substring.init)
    }

    /// TED began in 1993.
    private static let years = 1990..<2100

    private static func id(number: Substring, year: Substring) -> NoticeID? {
        guard year.count == 4, let year = Int(year), years.contains(year), let value = Int(number), value > 0,
            number.count <= 8
        else {
            return nil
        }
        let digits = String(value)
        return NoticeID(String(repeating: "0", count: max(0, 6 - digits.count)) + digits + "-\(year)")
    }
}
