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
        guard let currency = element.attribute("CURRENCY") else { return .missing }
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

    /// The text where it reads as one number. FMTVAL is made of it by programs that have taken thousands for decimals
    /// and the other way round, so it only decides where the text leaves a choice, and never against it.
    private static func money(_ element: Element, _ currency: String) -> Money? {
        let written = element.text.map { WrittenAmount($0) }
        let formatted = element.attribute("FMTVAL").flatMap { number(WrittenAmount($0, .plain), currency) }
        switch written {
        case nil: return formatted
        case .number: return written.flatMap { number($0, currency) }
        case .likelyThousands(let plain):
            return formatted.flatMap { $0 == number(.number(plain), currency) ? $0 : nil }
        case .unclear:
            return formatted.flatMap { Self.hasDigits(of: $0, element.text ?? "") ? $0 : nil }
        }
    }

    /// `nil` too for what is below nothing.
    private static func number(_ written: WrittenAmount, _ currency: String) -> Money? {
        guard case .number(let plain) = written, let money = Money(stated: plain, currency: currency) else {
            return nil
        }
        return money.hundredths < 0 ? nil : money
    }

    /// Whether the digits in a text, `49 700 kr` for instance, are those of the amount, with its decimals or without.
    private static func hasDigits(of money: Money, _ text: String) -> Bool {
        let digits = text.filter { $0.isASCII && $0.isNumber }
        let amount = money.amount.filter { $0 != "." }
        return digits == amount || digits == amount.dropLast(2) && amount.hasSuffix("00")
    }
}

extension Element {
    /// True where the publisher does not agree to publication (PUBLICATION="NO", or R2.0.8's AGREE_TO_PUBLISH).
    var isUnpublished: Bool {
        attribute("PUBLICATION", is: "NO") || attribute("AGREE_TO_PUBLISH", is: "NO")
    }
}
