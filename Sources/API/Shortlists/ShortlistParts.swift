import JSON
import JSONRPC
import Procurement

/// A shortlist without its suppliers.
@WireType
package struct ShortlistLine: Described {
    /// Its number.
    package var id: Int
    /// Its name.
    package var name: String
    /// What it is for; absent where nobody said.
    package var purpose: String?
    /// How many suppliers stand on it.
    package var suppliers: Int
    /// The user who made it.
    package var by: String
    /// When it was made.
    package var at: Moment

    static var example: ShortlistLine {
        ShortlistLine(
            id: 2, name: "IT-drift 2026", purpose: "Dialog före upphandlingen av drift.", suppliers: 1, by: "anna",
            at: Moment(secondsSinceEpoch: 1_767_225_600))
    }
}

/// A supplier on a shortlist, with the reasons of the moment in which it was put there.
@WireType
package struct ShortlistedSupplier: Described {
    /// The supplier, for suppliers.get.
    package var supplier: String
    /// Its name.
    package var name: String
    /// Its place on the list that it was taken from, from 1; absent where it was added by hand.
    package var rank: Int?
    /// Its score there; absent where it was added by hand.
    package var score: Points?
    /// The weightiest reasons of that list.
    package var because: [String] = []
    /// The dossier with that list; absent where it was added by hand.
    package var dossier: String?
    /// The number of the list's entry.
    package var entry: Int?
    /// Why it was added, in somebody's own words; absent where nobody said.
    package var reason: String?
    /// The user who added it.
    package var by: String
    /// When it was added.
    package var at: Moment
    /// How it was taken off; absent while it stands there.
    package var removal: ShortlistRemoval?

    static var example: ShortlistedSupplier {
        ShortlistedSupplier(
            supplier: "SE4999022611", name: "Sundhamra Informationsteknik AB", rank: 1,
            score: Points(millionths: 484_000), because: ["Won 3 procurements much like this one."],
            dossier: "d-kfhwtbzmrqpn", entry: 42, reason: "Ny för oss.", by: "anna",
            at: Moment(secondsSinceEpoch: 1_767_225_600))
    }
}

/// How a supplier was taken off a shortlist.
@WireType
package struct ShortlistRemoval: Described {
    /// When.
    package var at: Moment
    /// The user who did it.
    package var by: String
    /// Why; absent where nobody said.
    package var reason: String?
}

/// What somebody wants colleagues to know of a supplier or a shortlist.
@WireType
package struct NoteLine: Described {
    /// Its number, for notes.remove.
    package var id: Int
    /// The supplier that it is about; absent where it is about a shortlist as a whole.
    package var supplier: String?
    /// The name of the supplier, where it is known.
    package var name: String?
    /// The number of the shortlist that it belongs to; absent where it belongs to none.
    package var shortlist: Int?
    /// What it says.
    package var text: String
    /// The user who wrote it.
    package var by: String
    /// When it was written.
    package var at: Moment

    static var example: NoteLine {
        NoteLine(
            id: 5, supplier: "SE4999022611", name: "Sundhamra Informationsteknik AB", shortlist: 2,
            text: "Vill gärna visa sin drift på plats.", by: "anna", at: Moment(secondsSinceEpoch: 1_767_225_600))
    }
}
