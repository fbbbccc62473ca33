import JSONRPC

/// One event with its companies.
package enum EventsGet: Method {
    package static let name = "events.get"
    package static let summary = "Gives one event with its companies, in the order of arrival, and what came of it."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Which one.
    package struct Parameters: Described {
        package var event: Int

        package init(event: Int) {
            self.event = event
        }

        package static let notes = [
            "event": "The number of the event."
        ]

        package static let bounds: [String: Bound] = ["event": .number]
    }

    /// The event.
    package struct Result: Described {
        package var event: EventLine
        package var guests: [EventGuest]
        package var outcomes: [EventOutcomeLine]

        package init(event: EventLine, guests: [EventGuest] = [], outcomes: [EventOutcomeLine] = []) {
            self.event = event
            self.guests = guests
            self.outcomes = outcomes
        }

        package static let notes = [
            "event": "The event.",
            "guests": "Those that registered in the order of arrival, then those that were invited alone.",
            "outcomes": "What came of it.",
        ]
    }

    package static var example: Example<Self> {
        Example(Parameters(event: 3), gives: Result(event: .example, guests: [.example], outcomes: [.example]))
    }
}
