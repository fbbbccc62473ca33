import JSON
import JSONRPC
import Procurement

/// Money: an exact decimal as text, never a float, and its currency. `{"amount": "1250000.00", "currency": "SEK"}`
@WireType
package struct Amount: Described {
    /// A plain decimal with a point and two decimals, such as 1250000.00.
    package var amount: String
    /// ISO 4217, such as SEK.
    package var currency: String
}

extension Amount {
    package init(_ money: Money) { self.init(amount: money.amount, currency: money.currency) }
}
