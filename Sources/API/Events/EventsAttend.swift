import JSONRPC

/// Whether a company came.
package enum EventsAttend: Method {
    package static let name = "events.attend"
    package static let summary = "Notes whether a company came to an event."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Who, to what.
    package struct Parameters: Described {
        package var event: Int
        package var guest: Int
        package var attended: Bool?

        package init(event: Int, guest: Int, attended: Bool? = nil) {
            self.event = event
            self.guest = guest
            self.attended = attended
        }

        package static let notes = [
            "event": "The number of the event.",
            "guest": "The number of the company at the event; see events.get.",
            "attended": "False where it did not come; true where nothing is said.",
        ]

        package static let bounds: [String: Bound] = [
            "event": .number, "guest": .number,
        ]
    }

    /// What was noted.
    package struct Result: Described {
        package var guest: EventGuest

        package init(guest: EventGuest) {
            self.guest = guest
        }

        package static let notes = [
            "guest": "The company."
        ]
    }

    package static var example: Example<Self> {
        Example(Parameters(event: 3, guest: 17), gives: Result(guest: .example))
    }
}
