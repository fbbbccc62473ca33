import Foundation
import Procurement

/// Whose data are to go, and by whose decision.
package struct Purge: Sendable, Hashable {
    package enum Person: Sendable, Hashable {
        case supplier(SupplierID)
        /// A national number, however it is written.
        case number(String)
    }

    package var person: Person
    /// The decision's own reference, such as a diary number.
    package var decision: String
    package var by: String

    package init(_ person: Person, decision: String, by: String) {
        self.person = person
        self.decision = decision
        self.by = by
    }
}

/// What a purge takes out, or would.
package struct PurgeExtent: Sendable, Hashable {
    /// The id that the person had.
    package var supplier: SupplierID
    /// Stored contents of notices, all versions and conflicting ones.
    package var notices = 0
    package var registerEntries = 0
    package var feedback = 0
    /// Entries of dossiers whose content goes; their places in the chain stay.
    package var dossierEntries = 0
    /// Guests of events.
    package var guests = 0
    /// Places on shortlists that lost the person.
    package var shortlisted = 0
    /// Notes that went, or lost the name.
    package var notes = 0
    package var refusals = 0
    /// Where the person is still found afterwards.
    package var remaining: [Remainder] = []

    /// A column that still speaks of the person, such as `notice_contents.json`.
    package struct Remainder: Sendable, Hashable {
        package var place: String
        /// How many rows.
        package var count: Int
    }

    init(supplier: SupplierID) { self.supplier = supplier }
}

/// How the entry of a dossier that records a decision is made, of the numbers of the entries that it removes.
package typealias PurgeDossier = EntryMaker<[Int]>
