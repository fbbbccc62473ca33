import JSON
import JSONRPC
import Procurement

/// The mails that wait for the mailer.
package enum DigestsPrepare: Method {
    package static let name = "digests.prepare"
    package static let summary =
        "Prepares a mail for everybody who is due one and has news, and gives those that wait for the mailer."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.storeUnavailable]

    package typealias Parameters = NoParameters

    /// What waits: 100 mails at the most, each with 200 news at the most.
    @WireType
    package struct Result: Described {
        /// The mails, the first prepared first. A mail that is handed over is noted with digests.handed, and given until then.
        package var mails: [DigestMail]
        /// Whose mails they are.
        package var sender: String
    }

    package static var example: Example<Self> {
        Example(
            NoParameters(),
            gives: Result(
                mails: [
                    DigestMail(
                        id: 7, person: "anna", address: "anna@ekby.example", language: .sv, every: .daily,
                        messageId: "torg.1f0c2a@ekby.example", prepared: Moment(secondsSinceEpoch: 1_772_323_200),
                        news: [.example], count: 1)
                ], sender: "torg@ekby.example"))
    }
}

/// One person's news in one mail.
@WireType
package struct DigestMail: Described {
    /// Its number, for digests.handed.
    package var id: Int
    /// Whose news they are.
    package var person: String
    /// Where it goes.
    package var address: String
    /// Its language.
    package var language: TextLanguage
    /// How often the person is mailed.
    package var every: MailInterval
    /// What stands between the angle brackets of its Message-ID, the same however often it is handed over.
    package var messageId: String
    /// When it was prepared.
    package var prepared: Moment
    /// What it tells, the latest first.
    package var news: [NewsLine]
    /// How many news there are, those beyond the list too.
    package var count: Int
}
