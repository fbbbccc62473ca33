/// A registered company with a place.
package struct SeatedRegistration: Described {
    package var supplier: SupplierReference
    package var arrival: Int
    package var category: String?

    package init(supplier: SupplierReference, arrival: Int, category: String? = nil) {
        self.supplier = supplier
        self.arrival = arrival
        self.category = category
    }

    package static let notes = [
        "supplier": "Who it is.",
        "arrival": "The number in which it registered.",
        "category": "The table that it is planned at; absent where none fits.",
    ]
}

/// A registered company without a place yet.
package struct WaitingRegistration: Described {
    package var place: Int
    package var supplier: SupplierReference
    package var arrival: Int

    package init(place: Int, supplier: SupplierReference, arrival: Int) {
        self.place = place
        self.supplier = supplier
        self.arrival = arrival
    }

    package static let notes = [
        "place": "Its number in the queue, from 1.",
        "supplier": "Who it is.",
        "arrival": "The number in which it registered.",
    ]
}

/// One company to tell in particular, and why.
package struct OutreachLine: Described {
    package var order: Int
    package var supplier: SupplierReference
    package var category: String?
    package var score: Points
    package var rank: Int?
    package var timesInvited: Int
    package var serves: [ConstraintReference]
    package var onScoreAlone: Bool
    package var reason: Bilingual
    package var because: [Bilingual]

    package init(
        order: Int, supplier: SupplierReference, category: String? = nil, score: Points, rank: Int? = nil,
        timesInvited: Int, serves: [ConstraintReference] = [], onScoreAlone: Bool, reason: Bilingual,
        because: [Bilingual] = []
    ) {
        self.order = order
        self.supplier = supplier
        self.category = category
        self.score = score
        self.rank = rank
        self.timesInvited = timesInvited
        self.serves = serves
        self.onScoreAlone = onScoreAlone
        self.reason = reason
        self.because = because
    }

    package static let notes = [
        "order": "From 1: the order in which they are told.",
        "supplier": "Who it is.",
        "category": "The table that it is planned at; absent for one that was pinned and fits none.",
        "score": "Its score for that category, less what earlier invitations take off.",
        "rank": "Its place among the candidates of the category, from 1.",
        "timesInvited": "How often it was invited to earlier events.",
        "serves": "The floors and shares that would not be met without a company like it.",
        "onScoreAlone": "Whether it would be here by score alone.",
        "reason": "Why it is here.",
        "because": "What speaks for it in the category: the weightiest reasons of its score.",
    ]
}

/// A company to turn to when others of its category decline.
package struct ReserveLine: Described {
    package var category: String
    package var supplier: SupplierReference
    package var score: Points

    package init(category: String, supplier: SupplierReference, score: Points) {
        self.category = category
        self.supplier = supplier
        self.score = score
    }

    package static let notes = [
        "category": "The category.",
        "supplier": "Who it is.",
        "score": "Its score for the category, less what earlier invitations take off.",
    ]
}

/// How many companies a category has at its table.
package struct CoverageLine: Described {
    package var category: String
    package var name: Bilingual
    package var floor: Int
    package var registered: Int
    package var outreach: Int
    package var candidates: Int
    package var leastScore: Points

    package init(
        category: String, name: Bilingual, floor: Int, registered: Int, outreach: Int, candidates: Int,
        leastScore: Points
    ) {
        self.category = category
        self.name = name
        self.floor = floor
        self.registered = registered
        self.outreach = outreach
        self.candidates = candidates
        self.leastScore = leastScore
    }

    package static let notes = [
        "category": "The category.",
        "name": "What it is called.",
        "floor": "Companies that it must have.",
        "registered": "Registered companies at its table.",
        "outreach": "Companies at its table that are to be told.",
        "candidates": "Companies that fit it and have a place or may get one.",
        "leastScore": "The score from which a supplier is a candidate.",
    ]
}

/// How a plan stands to one share.
package struct ShareLine: Described {
    package var constraint: ConstraintReference
    package var share: Points
    package var asked: Int
    package var planned: Int

    package init(constraint: ConstraintReference, share: Points, asked: Int, planned: Int) {
        self.constraint = constraint
        self.share = share
        self.asked = asked
        self.planned = planned
    }

    package static let notes = [
        "constraint": "smallShare or newcomerShare.",
        "share": "The share that was asked for.",
        "asked": "The same in companies.",
        "planned": "How many the plan has.",
    ]
}

/// One station.
package struct StationLine: Described {
    package var station: String
    package var name: Bilingual
    package var owner: String?
    package var room: String?
    package var seats: Int
    package var visitors: [Int]

    package init(
        station: String, name: Bilingual, owner: String? = nil, room: String? = nil, seats: Int, visitors: [Int]
    ) {
        self.station = station
        self.name = name
        self.owner = owner
        self.room = room
        self.seats = seats
        self.visitors = visitors
    }

    package static let notes = [
        "station": "The id of its category or project.",
        "name": "What it is called.",
        "owner": "Whose project it is; absent for a category.",
        "room": "The room it stands in; absent where rooms are not planned.",
        "seats": "Companies at once.",
        "visitors": "Companies in each slot.",
    ]
}

/// One company's programme.
package struct RotaLine: Described {
    package var supplier: SupplierReference
    package var visits: [VisitLine]
    package var unplaced: [String]

    package init(supplier: SupplierReference, visits: [VisitLine], unplaced: [String] = []) {
        self.supplier = supplier
        self.visits = visits
        self.unplaced = unplaced
    }

    package static let notes = [
        "supplier": "Who it is.",
        "visits": "In the order of the day; no two at the same time.",
        "unplaced": "Stations that it was to visit but that have no free slot beside what was placed by hand.",
    ]
}

/// One company at one station.
package struct VisitLine: Described {
    package var slot: String
    package var station: String

    package init(slot: String, station: String) {
        self.slot = slot
        self.station = station
    }

    package static let notes = ["slot": "The id of the slot.", "station": "The id of the station."]
}

/// What came of one decision by hand.
package struct EditEffect: Described {
    package var edit: String
    package var about: String
    package var by: String
    package var note: String
    package var effect: Bilingual

    package init(edit: String, about: String, by: String, note: String, effect: Bilingual) {
        self.edit = edit
        self.about = about
        self.by = by
        self.note = note
        self.effect = effect
    }

    package static let notes = [
        "edit": "What was decided.",
        "about": "Whom it is about.",
        "by": "Whose decision it was.",
        "note": "Why.",
        "effect": "What came of it.",
    ]
}
