import JSON
import JSONRPC
import Procurement

/// Notes an event.
package enum EventsCreate: Method {
    package static let name = "events.create"
    package static let summary = "Notes an event: a supplier meeting, a council, talks, or another."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// The event.
    @WireType
    package struct Parameters: Described {
        /// What kind of event.
        package var kind: EventKind
        /// Its name.
        @Within(.name) package var name: String
        /// Its day.
        package var date: CalendarDate?
        /// Where.
        @Within(.name) package var place: String?
        /// Places, in companies, from 0; no end to them where nothing is said.
        @Within(.count) package var capacity: Int?
        /// The dossier with its plan.
        @Within(.id) package var dossier: String?
    }

    /// What was noted.
    @WireType
    package struct Result: Described {
        /// As it is kept.
        package var event: EventLine
    }

    package static var example: Example<Self> {
        Example(
            Parameters(
                kind: .meeting, name: "Leverantörsträff 2026", date: CalendarDate("2026-03-12"), place: "Ekby stadshus",
                capacity: 300,
                dossier: "d-kfhwtbzmrqpn"), gives: Result(event: .example))
    }
}
