import Foundation
import Procurement

/// Suppliers that somebody gathers for a purpose.
package struct Shortlist: Sendable, Hashable {
    package var name: String
    package var purpose: String?
    /// The user who made it.
    package var by: String

    package init(name: String, purpose: String? = nil, by: String) {
        self.name = name
        self.purpose = purpose
        self.by = by
    }
}

/// A shortlist as it is kept.
package struct StoredShortlist: Sendable, Hashable {
    package var id: Int64
    package var shortlist: Shortlist
    package var at: Date
    /// How many suppliers stand on it.
    package var suppliers: Int
}

/// A supplier on a shortlist, with the reasons of the moment in which it was put there.
package struct Shortlisted: Sendable, Hashable {
    package var supplier: SupplierID
    package var name: String
    /// Its place on the list that it was taken from, from 1.
    package var rank: Int?
    package var score: Points?
    /// The weightiest reasons of that list, in sentences.
    package var because: [String]
    /// The dossier with that list, and the number of the entry.
    package var dossier: String?
    package var entry: Int?
    /// Why, in somebody's own words. Personal numbers are taken out before it is kept.
    package var reason: String?
    package var by: String

    package init(
        supplier: SupplierID, name: String, rank: Int? = nil, score: Points? = nil, because: [String] = [],
        dossier: String? = nil, entry: Int? = nil, reason: String? = nil, by: String
    ) {
        self.supplier = supplier
        self.name = name
        self.rank = rank
        self.score = score
        self.because = because
        self.dossier = dossier
        self.entry = entry
        self.reason = reason
        self.by = by
    }
}

/// A supplier on a shortlist as it is kept.
package struct StoredShortlisted: Sendable, Hashable {
    /// That it was taken off again.
    package struct Removal: Sendable, Hashable {
        package var at: Date
        package var by: String
        package var reason: String?
    }

    package var id: Int64
    package var shortlisted: Shortlisted
    package var at: Date
    /// `nil` while it stands there.
    package var removal: Removal?
}

/// What somebody wants colleagues to know of a supplier or a shortlist. One of the two must be there.
package struct Note: Sendable, Hashable {
    package var supplier: SupplierID?
    package var shortlist: Int64?
    /// Personal numbers are taken out before it is kept.
    package var text: String
    package var by: String

    package init(supplier: SupplierID? = nil, shortlist: Int64? = nil, text: String, by: String) {
        self.supplier = supplier
        self.shortlist = shortlist
        self.text = text
        self.by = by
    }
}

/// A note as it is kept.
package struct StoredNote: Sendable, Hashable {
    package var id: Int64
    package var note: Note
    package var at: Date
}
