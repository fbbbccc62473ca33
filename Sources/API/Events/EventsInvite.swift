import JSONRPC

/// Notes who was told of an event.
package enum EventsInvite: Method {
    package static let name = "events.invite"
    package static let summary = "Notes that companies were invited to an event; one that was already stays as it was."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Who, to what.
    package struct Parameters: Described {
        package var event: Int
        package var companies: [CompanyQuery]
        package var reason: String?

        package init(event: Int, companies: [CompanyQuery], reason: String? = nil) {
            self.event = event
            self.companies = companies
            self.reason = reason
        }

        package static let notes = [
            "event": "The number of the event.",
            "companies": "The companies, at most 5000.",
            "reason": "Why these in particular. Personal numbers are taken out.",
        ]

        package static let bounds: [String: Bound] = [
            "event": .number, "companies": .list(5000), "reason": .line,
        ]
    }

    /// What was noted.
    package struct Result: Described {
        package var guests: [EventGuest]
        package var invited: Int

        package init(guests: [EventGuest] = [], invited: Int) {
            self.guests = guests
            self.invited = invited
        }

        package static let notes = [
            "guests": "The companies, in the order given.",
            "invited": "How many were not invited before.",
        ]
    }

    package static var example: Example<Self> {
        Example(
            Parameters(event: 3, companies: [CompanyQuery(supplier: "SE4999022611")], reason: "Nykomling inom IT"),
            gives: Result(guests: [.example], invited: 1))
    }
}
