import JSON
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
    @WireType
    package struct Parameters: Described {
        /// The reference of the decision, such as a diary number, 1 to 200 characters. It is kept in the audit.
        @Within(.text(200)) package var decision: String
        /// The id of the person as a supplier: it begins with p-. Either this or number.
        @Within(.id) package var supplier: String?
        /// The person's national number. It is neither kept nor logged nor sent back.
        @Within(.text(50)) package var number: String?
        /// What the answer without one gave. Without it nothing is changed.
        @Within(.id) package var token: String?
    }

    /// What went, or would go.
    @WireType
    package struct Result: Described {
        /// True when it was done: gone from the database file and its log. False when it was only told.
        package var purged: Bool
        /// The id that the person had.
        package var supplier: String
        /// Contents of notices that no longer name the person; the notices stay.
        package var notices: Int
        /// Entries of the register that went.
        package var registerEntries: Int
        /// Entries of feedback that went, or lost the name.
        package var feedback: Int
        /// Entries of dossiers whose content went; the chain still holds.
        package var dossierEntries: Int
        /// Guests of events that lost their name.
        package var guests: Int
        /// Places on shortlists that lost the person.
        package var shortlisted: Int
        /// Notes that went, or lost the name.
        package var notes: Int
        /// Refusals that went.
        package var refusals: Int
        /// Where the person is still found afterwards, such as notices that name it in running text and in which it is
        /// no party. Names under four letters, nicknames and misspellings are not looked for.
        package var remaining: [PurgeRemainder] = []
        /// To be given back to have it done; absent when it was done.
        package var token: String?
        /// The generation of the data afterwards.
        package var generation: Int
    }

    package static var example: Example<Self> {
        Example(
            Parameters(decision: "KS 2026/123", supplier: "p-1bff55ae76863d6e"),
            gives: Result(
                purged: false, supplier: "p-1bff55ae76863d6e", notices: 3, registerEntries: 1, feedback: 0,
                dossierEntries: 2, guests: 0, shortlisted: 1, notes: 0, refusals: 0,
                remaining: [PurgeRemainder(place: "notice_contents.json", rows: 1)], token: "4be1d8a34c8f2a06",
                generation: 38))
    }
}

/// A column of the store that still speaks of a person.
@WireType
package struct PurgeRemainder: Described {
    /// Table and column, such as notice_contents.json.
    package var place: String
    /// How many rows of it.
    package var rows: Int
}
