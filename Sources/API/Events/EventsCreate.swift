import JSONRPC

/// Notes an event.
package enum EventsCreate: Method {
    package static let name = "events.create"
    package static let summary = "Notes an event: a supplier meeting, a council, talks, or another."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// The event.
    package struct Parameters: Described {
        package var kind: EventKind
        package var name: String
        package var date: Day?
        package var place: String?
        package var capacity: Int?
        package var dossier: String?

        package init(
            kind: EventKind, name: String, date: Day? = nil, place: String? = nil, capacity: Int? = nil,
            dossier: String? = nil
        ) {
            self.kind = kind
            self.name = name
            self.date = date
            self.place = place
            self.capacity = capacity
            self.dossier = dossier
        }

        package static let notes = [
            "kind": "What kind of event.",
            "name": "Its name.",
            "date": "Its day.",
            "place": "Where.",
            "capacity": "Places, in companies, from 0; no end to them where nothing is said.",
            "dossier": "The dossier with its plan.",
        ]

        package static let bounds: [String: Bound] = [
            "name": .name, "place": .name, "capacity": .count, "dossier": .id,
        ]
    }

    /// What was noted.
    package struct Result: Described {
        package var event: EventLine

        package init(event: EventLine) {
            self.event = event
        }

        package static let notes = [
            "event": "As it is kept."
        ]
    }

    package static var example: Example<Self> {
        Example(
            Parameters(
                kind: .meeting, name: "Leverantörsträff 2026", date: Day("2026-03-12"), place: "Ekby stadshus",
                capacity: 300,
                dossier: "d-kfhwtbzmrqpn"), gives: Result(event: .example))
    }
}
