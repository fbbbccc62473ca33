import JSONRPC

/// A company takes its registration back.
package enum EventsWithdraw: Method {
    package static let name = "events.withdraw"
    package static let summary = "Takes a registration back; those who wait move up."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Who, from what.
    package struct Parameters: Described {
        package var event: Int
        package var guest: Int

        package init(event: Int, guest: Int) {
            self.event = event
            self.guest = guest
        }

        package static let notes = [
            "event": "The number of the event.",
            "guest": "The number of the company at the event; see events.get.",
        ]

        package static let bounds: [String: Bound] = [
            "event": .number, "guest": .number,
        ]
    }

    /// What became of it.
    package struct Result: Described {
        package var guest: EventGuest
        package var movedUp: [EventGuest]

        package init(guest: EventGuest, movedUp: [EventGuest] = []) {
            self.guest = guest
            self.movedUp = movedUp
        }

        package static let notes = [
            "guest": "The company.",
            "movedUp": "Those that got a place by it.",
        ]
    }

    package static var example: Example<Self> {
        Example(Parameters(event: 3, guest: 17), gives: Result(guest: .example, movedUp: []))
    }
}
