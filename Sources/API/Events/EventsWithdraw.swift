import JSON
import JSONRPC

/// A company takes its registration back.
package enum EventsWithdraw: Method {
    package static let name = "events.withdraw"
    package static let summary = "Takes a registration back; those who wait move up."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Who, from what.
    @WireType
    package struct Parameters: Described {
        /// The number of the event.
        @Within(.number) package var event: Int
        /// The number of the company at the event; see events.get.
        @Within(.number) package var guest: Int
    }

    /// What became of it.
    @WireType
    package struct Result: Described {
        /// The company.
        package var guest: EventGuest
        /// Those that got a place by it.
        package var movedUp: [EventGuest] = []
    }

    package static var example: Example<Self> {
        Example(Parameters(event: 3, guest: 17), gives: Result(guest: .example, movedUp: []))
    }
}
