import JSON
import JSONRPC
import Procurement

/// Notes that the mailer has a mail.
package enum DigestsHanded: Method {
    package static let name = "digests.handed"
    package static let summary = "Notes that the machine's mailer has taken a mail: it is prepared no more."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Which one.
    @WireType
    package struct Parameters: Described {
        /// The number of the mail; see digests.prepare.
        @Within(.number) package var mail: Int
    }

    /// What was noted.
    @WireType
    package struct Result: Described {
        /// The number of the mail.
        package var handed: Int
    }

    package static var example: Example<Self> { Example(Parameters(mail: 7), gives: Result(handed: 7)) }
}
