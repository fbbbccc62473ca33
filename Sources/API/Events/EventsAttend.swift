import JSON
import JSONRPC

/// Whether a company came.
package enum EventsAttend: Method {
    package static let name = "events.attend"
    package static let summary = "Notes whether a company came to an event."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Who, to what.
    @WireType
    package struct Parameters: Described {
        /// The number of the event.
        @Within(.number) package var event: Int
        /// The number of the company at the event; see events.get.
        @Within(.number) package var guest: Int
        /// False where it did not come; true where nothing is said.
        package var attended: Bool?
    }

    /// What was noted.
    @WireType
    package struct Result: Described {
        /// The company.
        package var guest: EventGuest
    }

    package static var example: Example<Self> {
        Example(Parameters(event: 3, guest: 17), gives: Result(guest: .example))
    }
}
