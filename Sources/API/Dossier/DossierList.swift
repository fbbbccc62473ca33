import JSONRPC

/// What was kept.
package enum DossierList: Method {
    package static let name = "dossier.list"
    package static let summary = "Lists the entries of the dossiers, the latest first."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to list.
    package struct Parameters: Described {
        package var dossier: String?
        package var method: String?
        package var actor: String?
        package var limit: Limit?
        package var after: String?

        package init(
            dossier: String? = nil, method: String? = nil, actor: String? = nil, limit: Limit? = nil,
            after: String? = nil
        ) {
            self.dossier = dossier
            self.method = method
            self.actor = actor
            self.limit = limit
            self.after = after
        }

        package static let notes = [
            "dossier": "Only entries of this dossier.",
            "method": "Only entries of this method, such as meeting.plan.",
            "actor": "Only what this user asked.",
            "limit": "How many at most: 1 to 1000, 20 where nothing is said.",
            "after": "The next member of the answer before: goes on where that ended.",
        ]

        package static let bounds: [String: Bound] = [
            "dossier": .id, "method": .id, "actor": .id, "after": .cursor,
        ]
    }

    /// What there is.
    package struct Result: Described {
        package var entries: [DossierEntryLine]
        package var next: String?
        package var head: DossierHead

        package init(entries: [DossierEntryLine], next: String? = nil, head: DossierHead) {
            self.entries = entries
            self.next = next
            self.head = head
        }

        package static let notes = [
            "entries": "The entries.",
            "next": "Where to go on; absent when there is no more.",
            "head": "Where the chain stands.",
        ]
    }

    package static var example: Example<Self> {
        Example(Parameters(limit: 1), gives: Result(entries: [.example], next: "NDI", head: .example))
    }
}
