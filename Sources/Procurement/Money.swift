/// An amount in one currency, exact to the hundredth. Never a floating-point number.
///
/// Encoded as `{"amount": "1250000.00", "currency": "SEK"}`.
package struct Money: Hashable, Sendable, Codable, CustomStringConvertible {
    /// Hundredths of the currency's unit (öre, cent).
    package let hundredths: Int64
    /// ISO 4217, upper case.
    package let currency: String

    package init(hundredths: Int64, currency: String) {
        self.hundredths = hundredths
        self.currency = currency
    }

    /// Reads a plain decimal (`1250000`, `0.01`, `-1`, `1250000.005`); further decimals are rounded half away
    /// from zero. `nil` for anything else, and for what doesn't fit (about 9 × 10¹⁶).
    package init?(amount: some StringProtocol, currency: String) {
        var digits = Array(amount.utf8)[...]
        while digits.first == UInt8(ascii: " ") { digits = digits.dropFirst() }
        while digits.last == UInt8(ascii: " ") { digits = digits.dropLast() }
        var negative = false
        if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            negative = sign == UInt8(ascii: "-")
            digits = digits.dropFirst()
        }
        var value: Int64 = 0
        var decimals: Int?
        var seen = false
        for byte in digits {
            if byte == UInt8(ascii: "."), decimals == nil {
                decimals = 0
                continue
            }
            guard (48...57).contains(byte) else { return nil }
            seen = true
            let digit = Int64(byte - 48)
            if let count = decimals {
                decimals = count + 1
                if count == 2 {
                    value += digit >= 5 ? 1 : 0
                    continue
                }
                if count > 2 { continue }
            }
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(digit)
            if overflow || carry { return nil }
            value = sum
        }
        guard seen else { return nil }
        for _ in min(decimals ?? 0, 2)..<2 {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = product
        }
        self.init(hundredths: negative ? -value : value, currency: currency)
    }

    private enum CodingKeys: String, CodingKey { case amount, currency }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let amount = try container.decode(String.self, forKey: .amount)
        guard let money = Money(amount: amount, currency: try container.decode(String.self, forKey: .currency)) else {
            throw DecodingError.dataCorruptedError(
                forKey: .amount, in: container, debugDescription: "“\(amount)” is not an amount such as 1250000.00")
        }
        self = money
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(amount, forKey: .amount)
        try container.encode(currency, forKey: .currency)
    }

    /// The amount with a point and two decimals, such as `1250000.00`.
    package var amount: String {
        let magnitude = hundredths.magnitude
        let cents = magnitude % 100
        return "\(hundredths < 0 ? "-" : "")\(magnitude / 100).\(cents < 10 ? "0" : "")\(cents)"
    }

    package var description: String { "\(amount) \(currency)" }
}
