import JSONRPC

/// What came of an event.
package enum EventsOutcome: Method {
    package static let name = "events.outcome"
    package static let summary = "Keeps something that came of an event, for a company or as a whole."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// What to keep.
    package struct Parameters: Described {
        package var event: Int
        package var text: String
        package var guest: Int?

        package init(event: Int, text: String, guest: Int? = nil) {
            self.event = event
            self.text = text
            self.guest = guest
        }

        package static let notes = [
            "event": "The number of the event.",
            "text": "What came of it, in your own words. Personal numbers are taken out.",
            "guest": "The company that it is about; the event as a whole where nothing is said.",
        ]

        package static let bounds: [String: Bound] = [
            "event": .number, "text": .text, "guest": .number,
        ]
    }

    /// What was kept.
    package struct Result: Described {
        package var outcome: EventOutcomeLine

        package init(outcome: EventOutcomeLine) {
            self.outcome = outcome
        }

        package static let notes = [
            "outcome": "As it is kept."
        ]
    }

    package static var example: Example<Self> {
        Example(
            Parameters(event: 3, text: "Vill lämna anbud på nästa e-tjänst.", guest: 17),
            gives: Result(outcome: .example))
    }
}
