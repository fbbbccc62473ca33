import Procurement

/// Amounts as TED writes them.
///
/// - `<VAL_TOTAL CURRENCY="SEK">1250000.00</VAL_TOTAL>` in R2.0.9
/// - `<COSTS_RANGE_AND_CURRENCY CURRENCY="SEK"><VALUE_COST FMTVAL="1250000.50">1 250 000,50</VALUE_COST>…` in R2.0.8
/// - ranges, from LOW to HIGH: an amount only where both ends are the same
enum TEDAmount {
    /// The amount of `element`, as stated: also 0.01, and also billions.
    ///
    /// - Parameter field: the code of the withheld field in eForms, such as `win-ten-val`.
    static func disclosed(_ element: Element?, withheldAs field: String) -> Disclosed<Money> {
        guard let element else { return .missing }
        if element.isUnpublished { return .withheld(Withholding(field: field)) }
        guard let currency = element.attribute("CURRENCY")?.uppercased() else { return .missing }
        let range = element.first("RANGE_VALUE_COST") ?? element
        if let low = range.first("LOW") ?? range.first("LOW_VALUE"),
            let high = range.first("HIGH") ?? range.first("HIGH_VALUE")
        {
            guard let low = money(low, currency), low == money(high, currency) else { return .missing }
            return .stated(low)
        }
        let amount = element.first("VALUE_COST") ?? element
        guard !amount.hasChildren, let money = money(amount, currency) else { return .missing }
        return .stated(money)
    }

    private static func money(_ element: Element, _ currency: String) -> Money? {
        if let formatted = element.attribute("FMTVAL"), let money = Money(amount: formatted, currency: currency) {
            return money
        }
        return element.text.flatMap { decimal($0) }.flatMap { Money(amount: $0, currency: currency) }
    }

    /// A plain decimal out of what people type: `10 000 000,50`, `1.250.000,00`, `7526881.72`. `nil` where it is no
    /// number, or could be two.
    static func decimal(_ text: String) -> String? {
        if isPlain(text) { return text }
        let compact = text.filter { !$0.isWhitespace && $0 != "'" }
        let points = compact.count { $0 == "." }
        let commas = compact.count { $0 == "," }
        let decimalMark: Character?
        switch (points, commas) {
        case (0, 0): decimalMark = nil
        // A comma is the decimal mark unless it parts thousands: 1,250,000.
        case (0, 1): decimalMark = ","
        case (1, 0): decimalMark = "."
        case (0, _), (_, 0): decimalMark = nil
        default:
            let last = compact.last { $0 == "." || $0 == "," }
            guard compact.count(where: { $0 == last }) == 1 else { return nil }
            decimalMark = last
        }
        var plain = ""
        for character in compact {
            if character == decimalMark {
                plain.append(".")
            } else if character != ".", character != "," {
                plain.append(character)
            }
        }
        return plain.isEmpty ? nil : plain
    }
}

extension TEDAmount {
    /// Digits with one point among them or none, as most amounts are written.
    private static func isPlain(_ text: String) -> Bool {
        var points = 0
        for byte in text.utf8 where !(48...57).contains(byte) {
            guard byte == UInt8(ascii: "."), points == 0 else { return false }
            points += 1
        }
        return !text.isEmpty
    }
}

extension Element {
    /// True where the publisher does not agree to publication (PUBLICATION="NO", or R2.0.8's AGREE_TO_PUBLISH).
    var isUnpublished: Bool {
        attribute("PUBLICATION", is: "NO") || attribute("AGREE_TO_PUBLISH", is: "NO")
    }
}
