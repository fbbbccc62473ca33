import JSONRPC

/// A company comes forward.
package enum EventsRegister: Method {
    package static let name = "events.register"
    package static let summary =
        "Registers a company for an event, after all who came before; beyond the places it waits. Nobody is turned away. A "
        + "reader registers what isn't registered, up to 100 companies a day; a manager may also change what is wished for."
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

        package static let bounds: [String: Bound] = [
            "event": .number, "wishes": .fewIDs,
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
                event: 3,
                company: CompanyQuery(name: "Sundhamra Informationsteknik AB", number: "499902-2611", size: .small),
                wishes: ["it"]),
            gives: Result(guest: .example))
    }
}
