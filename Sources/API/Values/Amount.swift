import JSONRPC

/// Money: an exact decimal as text, never a float, and its currency. `{"amount": "1250000.00", "currency": "SEK"}`
package struct Amount: Described {
    package var amount: String
    package var currency: String

    /// - Parameters:
    ///   - amount: a plain decimal with two decimals, such as `1250000.00`.
    ///   - currency: ISO 4217, upper case.
    package init(amount: String, currency: String) {
        self.amount = amount
        self.currency = currency
    }

    package static let notes = [
        "amount": "A plain decimal with a point and two decimals, such as 1250000.00.",
        "currency": "ISO 4217, such as SEK.",
    ]
}
