import Procurement

/// A planned supplier meeting: who has a place, who to tell first and why, who meets whom when.
package struct MeetingPlan: Sendable, Hashable, Codable {
    /// Registered companies with a place, in order of arrival.
    package let seated: [SeatedCompany]
    /// Registered companies that wait, in order of arrival.
    package let waiting: [WaitingCompany]
    /// Whom to tell in particular, first one first. The open invitation goes to everyone all the same.
    package let outreach: [Outreach]
    /// Whom to turn to next in each category, best first.
    package let reserves: [Reserve]
    package let coverage: [CategoryCoverage]
    package let shares: [ShareCoverage]
    package let stations: [StationPlan]
    /// One programme a company, sorted by supplier id: those seated and those to be told.
    package let rotas: [CompanyRota]
    package let edits: [AppliedEdit]
    /// To publish through the tendering portal.
    package let invitation: BilingualText
    /// Of the choice of companies: the sum of their scores, and one micro-unit a place so that none is left empty.
    package let choice: Optimality
    /// Of the choice of visits, in the same measure.
    package let visits: Optimality
}

/// A registered company with a place.
package struct SeatedCompany: Sendable, Hashable, Codable {
    package let company: Company
    package let arrival: Int
    /// The table it is planned at; `nil` where it matches none, or all that it wishes are full.
    package let category: CategoryID?
}

/// A registered company without a place yet.
package struct WaitingCompany: Sendable, Hashable, Codable {
    /// Its number in the queue, from 1.
    package let place: Int
    package let company: Company
    package let arrival: Int
}

/// One company to tell in particular, and why.
package struct Outreach: Sendable, Hashable, Codable {
    /// From 1: the order in which they are told.
    package let order: Int
    package let company: Company
    /// The table that it is planned at; `nil` only for one that a person pinned and that matches none.
    package let category: CategoryID?
    /// How well it matches that category, in micro-units.
    package let score: Int
    /// Its place among all candidates for the category, from 1.
    package let rank: Int?
    package let timesInvited: Int
    /// The floors and shares that would not be met without a company like it.
    package let serves: [Constraint]
    /// Whether it would be on the list by score alone, without any floor or share.
    package let onScoreAlone: Bool
    package let reason: BilingualText
}

/// A company to turn to when others of its category decline.
package struct Reserve: Sendable, Hashable, Codable {
    package let category: CategoryID
    package let company: Company
    package let score: Int
}

/// How many companies one category has at its table.
package struct CategoryCoverage: Sendable, Hashable, Codable {
    package let category: CategoryID
    package let floor: Int
    package let registered: Int
    package let outreach: Int
    /// Companies that match the category at all and have, or may get, a place.
    package let candidates: Int

    package var total: Int { registered + outreach }
}

/// How many companies count toward one share.
package struct ShareCoverage: Sendable, Hashable, Codable {
    /// `smallShare` or `newcomerShare`.
    package let constraint: Constraint
    package let permille: Int
    /// The share in whole companies.
    package let asked: Int
    package let planned: Int
}

/// A station's size, room and visitors.
package struct StationPlan: Sendable, Hashable, Codable {
    package let station: StationID
    /// `nil` where rooms are not planned.
    package let room: RoomID?
    /// Companies at once.
    package let seats: Int
    /// Companies that the rota brings, per slot in the order of the programme.
    package let visitors: [Int]
}

/// One company's programme: one station at a time, each at most once.
package struct CompanyRota: Sendable, Hashable, Codable {
    package let supplier: SupplierID
    /// In the order of the day.
    package let visits: [StationVisit]
    /// Wished visits that found no free slot beside what was placed by hand.
    package let unplaced: [StationID]
}

/// One company at one station.
package struct StationVisit: Sendable, Hashable, Codable {
    package let slot: SlotID
    package let station: StationID
}

/// An edit and what came of it.
package struct AppliedEdit: Sendable, Hashable, Codable {
    package let edit: MeetingEdit
    package let effect: BilingualText
}
