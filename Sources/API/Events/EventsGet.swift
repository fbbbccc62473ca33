import JSON
import JSONRPC

/// One event with its companies.
package enum EventsGet: Method {
    package static let name = "events.get"
    package static let summary = "Gives one event with its companies, in the order of arrival, and what came of it."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Which one.
    @WireType
    package struct Parameters: Described {
        /// The number of the event.
        @Within(.number) package var event: Int
    }

    /// The event.
    @WireType
    package struct Result: Described {
        /// The event.
        package var event: EventLine
        /// Those that registered in the order of arrival, then those that were invited alone.
        package var guests: [EventGuest] = []
        /// What came of it.
        package var outcomes: [EventOutcomeLine] = []
    }

    package static var example: Example<Self> {
        Example(Parameters(event: 3), gives: Result(event: .example, guests: [.example], outcomes: [.example]))
    }
}
