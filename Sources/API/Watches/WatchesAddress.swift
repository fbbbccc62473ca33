import JSON
import JSONRPC
import Procurement

/// Where news are mailed.
package enum WatchesAddress: Method {
    package static let name = "watches.address"
    package static let summary =
        "Says where the caller's news are mailed, how often and in which language; asked for nothing, it tells."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to change. What is absent stays as it is.
    @WireType
    package struct Parameters: Described {
        /// The address, such as anna@ekby.example: letters, digits and the signs that an address has without quotes. The
        /// first time it must be there.
        @Within(.text(254)) package var address: String?
        /// How often. Default, the first time: daily.
        package var every: MailInterval?
        /// The language of the mails. Default, the first time: sv.
        package var language: TextLanguage?
    }

    /// What holds.
    @WireType
    package struct Result: Described {
        /// The address; absent where the caller has never given one.
        package var address: String?
        /// How often; never where the caller has given no address.
        package var every: MailInterval
        /// The language of the mails.
        package var language: TextLanguage
    }

    package static var example: Example<Self> {
        Example(
            Parameters(address: "anna@ekby.example", every: .weekly),
            gives: Result(address: "anna@ekby.example", every: .weekly, language: .sv))
    }
}
