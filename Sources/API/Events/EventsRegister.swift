import JSON
import JSONRPC
import Procurement

/// A company comes forward.
package enum EventsRegister: Method {
    package static let name = "events.register"
    package static let summary =
        "Registers a company for an event, after all who came before; beyond the places it waits. Nobody is turned away. A "
        + "reader registers what isn't registered, up to 100 companies a day; a manager may also change what is wished for."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Who, for what.
    @WireType
    package struct Parameters: Described {
        /// The number of the event.
        @Within(.number) package var event: Int
        /// The company; it need not be a known supplier.
        package var company: CompanyQuery
        /// The categories whose tables it asks for, at most 100.
        @Within(.fewIDs) package var wishes: [String]?
    }

    /// Where it stands.
    @WireType
    package struct Result: Described {
        /// The company with its registration. One that was registered keeps its place.
        package var guest: EventGuest
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
