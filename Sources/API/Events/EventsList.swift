import JSONRPC

/// What events there are.
package enum EventsList: Method {
    package static let name = "events.list"
    package static let summary = "Lists the events with their counts, the latest noted first."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to list.
    package struct Parameters: Described {
        package var kind: EventKind?
        package var limit: Limit?
        package var after: String?

        package init(kind: EventKind? = nil, limit: Limit? = nil, after: String? = nil) {
            self.kind = kind
            self.limit = limit
            self.after = after
        }

        package static let notes = [
            "kind": "Only events of this kind.",
            "limit": "How many at most: 1 to 1000, 20 where nothing is said.",
            "after": "The next member of the answer before: goes on where that ended.",
        ]

        package static let bounds: [String: Bound] = ["after": .cursor]
    }

    /// What there is.
    package struct Result: Described {
        package var events: [EventLine]
        package var next: String?

        package init(events: [EventLine] = [], next: String? = nil) {
            self.events = events
            self.next = next
        }

        package static let notes = [
            "events": "The events.",
            "next": "Where to go on; absent when there is no more.",
        ]
    }

    package static var example: Example<Self> {
        Example(Parameters(limit: 1), gives: Result(events: [.example], next: "Mw"))
    }
}
