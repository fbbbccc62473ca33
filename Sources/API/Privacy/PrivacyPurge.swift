import JSONRPC

/// Takes a natural person out of the store.
package enum PrivacyPurge: Method {
    package static let name = "privacy.purge"
    package static let summary =
        "Takes a natural person out of everything that is stored, for good. Asked without a token it tells what would go; "
        + "with the token of that answer it goes."
    package static let role = Role.admin
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Whose data, and by whose decision.
    package struct Parameters: Described {
        package var decision: String
        package var supplier: String?
        package var number: String?
        package var token: String?

        package init(decision: String, supplier: String? = nil, number: String? = nil, token: String? = nil) {
            self.decision = decision
            self.supplier = supplier
            self.number = number
            self.token = token
        }

        package static let notes = [
            "supplier": "The id of the person as a supplier: it begins with p-. Either this or number.",
            "number": "The person's national number. It is neither kept nor logged nor sent back.",
            "decision":
                "The reference of the decision, such as a diary number, 1 to 200 characters. It is kept in the audit.",
            "token": "What the answer without one gave. Without it nothing is changed.",
        ]

        package static let bounds: [String: Bound] = [
            "decision": .text(200), "supplier": .id, "number": .text(50), "token": .id,
        ]
    }

    /// What went, or would go.
    package struct Result: Described {
        package var purged: Bool
        package var supplier: String
        package var notices: Int
        package var registerEntries: Int
        package var feedback: Int
        package var dossierEntries: Int
        package var guests: Int
        package var refusals: Int
        package var remaining: [PurgeRemainder]
        package var token: String?
        package var generation: Int

        package init(
            purged: Bool, supplier: String, notices: Int, registerEntries: Int, feedback: Int, dossierEntries: Int,
            guests: Int, refusals: Int, remaining: [PurgeRemainder] = [], token: String? = nil, generation: Int
        ) {
            self.purged = purged
            self.supplier = supplier
            self.notices = notices
            self.registerEntries = registerEntries
            self.feedback = feedback
            self.dossierEntries = dossierEntries
            self.guests = guests
            self.refusals = refusals
            self.remaining = remaining
            self.token = token
            self.generation = generation
        }

        package static let notes = [
            "purged": "True when it was done: gone from the database file and its log. False when it was only told.",
            "supplier": "The id that the person had.",
            "notices": "Contents of notices that no longer name the person; the notices stay.",
            "registerEntries": "Entries of the register that went.",
            "feedback": "Entries of feedback that went, or lost the name.",
            "dossierEntries": "Entries of dossiers whose content went; the chain still holds.",
            "guests": "Guests of events that lost their name.",
            "refusals": "Refusals that went.",
            "remaining":
                "Where the person is still found afterwards, such as notices that name it in running text and in which it is "
                + "no party. Names under four letters, nicknames and misspellings are not looked for.",
            "token": "To be given back to have it done; absent when it was done.",
            "generation": "The generation of the data afterwards.",
        ]
    }

    package static var example: Example<Self> {
        Example(
            Parameters(decision: "KS 2026/123", supplier: "p-1bff55ae76863d6e"),
            gives: Result(
                purged: false, supplier: "p-1bff55ae76863d6e", notices: 3, registerEntries: 1, feedback: 0,
                dossierEntries: 2, guests: 0, refusals: 0,
                remaining: [PurgeRemainder(place: "notice_contents.json", rows: 1)], token: "4be1d8a34c8f2a06",
                generation: 38))
    }
}

/// A column of the store that still speaks of a person.
package struct PurgeRemainder: Described {
    package var place: String
    package var rows: Int

    package init(place: String, rows: Int) {
        self.place = place
        self.rows = rows
    }

    package static let notes = [
        "place": "Table and column, such as notice_contents.json.", "rows": "How many rows of it.",
    ]
}
