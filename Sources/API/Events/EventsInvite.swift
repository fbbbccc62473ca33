import JSON
import JSONRPC

/// Notes who was told of an event.
package enum EventsInvite: Method {
    package static let name = "events.invite"
    package static let summary = "Notes that companies were invited to an event; one that was already stays as it was."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Who, to what.
    @WireType
    package struct Parameters: Described {
        /// The number of the event.
        @Within(.number) package var event: Int
        /// The companies, at most 5000. One of this and shortlist, or both.
        @Within(.list(5000)) package var companies: [CompanyQuery]?
        /// The number of a shortlist: those that stand on it are invited, each for the reason that it was put there.
        @Within(.number) package var shortlist: Int?
        /// Why these in particular; for those of a shortlist in place of its reasons. Personal numbers are taken out.
        @Within(.line) package var reason: String?
    }

    /// What was noted.
    @WireType
    package struct Result: Described {
        /// The companies, in the order given.
        package var guests: [EventGuest] = []
        /// How many were not invited before.
        package var invited: Int
    }

    package static var example: Example<Self> {
        Example(
            Parameters(event: 3, companies: [CompanyQuery(supplier: "SE4999022611")], reason: "Nykomling inom IT"),
            gives: Result(guests: [.example], invited: 1))
    }
}
