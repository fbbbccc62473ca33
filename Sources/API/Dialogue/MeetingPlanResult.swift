import JSON
import JSONRPC
import Procurement

/// A registered company with a place.
@WireType
package struct SeatedRegistration: Described {
    /// Who it is.
    package var supplier: SupplierReference
    /// The number in which it registered.
    package var arrival: Int
    /// The table that it is planned at; absent where none fits.
    package var category: String?
}

/// A registered company without a place yet.
@WireType
package struct WaitingRegistration: Described {
    /// Its number in the queue, from 1.
    package var place: Int
    /// Who it is.
    package var supplier: SupplierReference
    /// The number in which it registered.
    package var arrival: Int
}

/// One company to tell in particular, and why.
@WireType
package struct OutreachLine: Described {
    /// From 1: the order in which they are told.
    package var order: Int
    /// Who it is.
    package var supplier: SupplierReference
    /// The table that it is planned at; absent for one that was pinned and fits none.
    package var category: String?
    /// Its score for that category, less what earlier invitations take off.
    package var score: Points
    /// Its place among the candidates of the category, from 1.
    package var rank: Int?
    /// How often it was invited to earlier events.
    package var timesInvited: Int
    /// The floors and shares that would not be met without a company like it.
    package var serves: [ConstraintReference] = []
    /// Whether it would be here by score alone.
    package var onScoreAlone: Bool
    /// Why it is here.
    package var reason: BilingualText
    /// What speaks for it in the category: the weightiest reasons of its score.
    package var because: [BilingualText] = []
}

/// A company to turn to when others of its category decline.
@WireType
package struct ReserveLine: Described {
    /// The category.
    package var category: String
    /// Who it is.
    package var supplier: SupplierReference
    /// Its score for the category, less what earlier invitations take off.
    package var score: Points
}

/// How many companies a category has at its table.
@WireType
package struct CoverageLine: Described {
    /// The category.
    package var category: String
    /// What it is called.
    package var name: BilingualText
    /// Companies that it must have.
    package var floor: Int
    /// Registered companies at its table.
    package var registered: Int
    /// Companies at its table that are to be told.
    package var outreach: Int
    /// Companies that fit it and have a place or may get one.
    package var candidates: Int
    /// The score from which a supplier is a candidate.
    package var leastScore: Points
}

/// How a plan stands to one share.
@WireType
package struct ShareLine: Described {
    /// smallShare or newcomerShare.
    package var constraint: ConstraintReference
    /// The share that was asked for.
    package var share: Points
    /// The same in companies.
    package var asked: Int
    /// How many the plan has.
    package var planned: Int
}

/// One station.
@WireType
package struct StationLine: Described {
    /// The id of its category or project.
    package var station: String
    /// What it is called.
    package var name: BilingualText
    /// Whose project it is; absent for a category.
    package var owner: String?
    /// The room it stands in; absent where rooms are not planned.
    package var room: String?
    /// Companies at once.
    package var seats: Int
    /// Companies in each slot.
    package var visitors: [Int]
}

/// One company's programme.
@WireType
package struct RotaLine: Described {
    /// Who it is.
    package var supplier: SupplierReference
    /// In the order of the day; no two at the same time.
    package var visits: [VisitLine]
    /// Stations that it was to visit but that have no free slot beside what was placed by hand.
    package var unplaced: [String] = []
}

/// One company at one station.
@WireType
package struct VisitLine: Described {
    /// The id of the slot.
    package var slot: String
    /// The id of the station.
    package var station: String
}

/// What came of one decision by hand.
@WireType
package struct EditEffect: Described {
    /// What was decided.
    package var edit: String
    /// Whom it is about.
    package var about: String
    /// Whose decision it was.
    package var by: String
    /// Why.
    package var note: String
    /// What came of it.
    package var effect: BilingualText
}

extension EditEffect {
    /// Who decided by hand what of it, and why.
    package var sentence: BilingualText {
        BilingualText(
            sv: "För hand, av \(by): \(note) \(effect.sv)", en: "By hand, by \(by): \(note) \(effect.en)")
    }
}
