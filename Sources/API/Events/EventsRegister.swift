import JSONRPC

/// A company comes forward.
package enum EventsRegister: Method {
    package static let name = "events.register"
    package static let summary =
        "Registers a company for an event, after all who came before; beyond the places it waits. Nobody is turned away."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Who, for what.
    package struct Parameters: Described {
        package var event: Int
        package var company: CompanyQuery
        package var wishes: [String]?

        package init(event: Int, company: CompanyQuery, wishes: [String]? = nil) {
            self.event = event
            self.company = company
            self.wishes = wishes
        }

        package static let notes = [
            "event": "The number of the event.",
            "company": "The company; it need not be a known supplier.",
            "wishes": "The categories whose tables it asks for, at most 100.",
        ]
    }

    /// Where it stands.
    package struct Result: Described {
        package var guest: EventGuest

        package init(guest: EventGuest) {
            self.guest = guest
        }

        package static let notes = [
            "guest": "The company with its registration. One that was registered keeps its place."
        ]
    }

    package static var example: Example<Self> {
        Example(
            Parameters(
                event: 3, company: CompanyQuery(name: "Kodverket AB", number: "556859-2918", size: .small),
                wishes: ["it"]),
            gives: Result(guest: .example))
    }
}
