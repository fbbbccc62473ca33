import API
import Procurement

/// What a plan must hold to. Named so that a message, a dossier and a relaxation speak of the same thing.
package enum Constraint: Sendable, Hashable, Codable {
    /// Places at a meeting, in companies.
    case capacity
    /// Companies at a category's table.
    case categoryFloor(category: CategoryID)
    /// Small firms among the companies at a meeting.
    case smallShare
    /// Newcomers among the companies at a meeting.
    case newcomerShare
    /// Companies that a station takes at once.
    case stationSeats(station: StationID)
    /// Seats in one room.
    case roomSeats(room: RoomID)
    /// A company put at a station in a slot by hand.
    case placement(supplier: SupplierID, station: StationID, slot: SlotID)
    /// Seats of a role in a council.
    case seats(role: CouncilRole)
    /// The least number of seats for a size quota.
    case sizeMinimum(quota: String)
    /// The greatest number of seats for a size quota.
    case sizeMaximum(quota: String)
    /// Newcomers among a council's suppliers.
    case newcomers
    /// How many of the latest councils give a rest.
    case coolOff
    /// Seats for one corporate group.
    case corporateGroup(group: String)
    /// Meetings that a company is promised.
    case companyMinimum(company: SupplierID)
    /// Meetings that a host is promised.
    case hostMinimum(host: HostID)
    /// Tables in use at once.
    case tables
    /// A one-to-one meeting put in by hand.
    case pinnedMeeting(company: SupplierID, host: HostID)
}

/// One constraint at another level.
package struct Relaxation: Sendable, Hashable, Codable {
    package let constraint: Constraint
    /// The level that was asked for.
    package let from: Int
    /// The nearest level that would do.
    package let to: Int
    package let text: BilingualText
}

/// One constraint that can't be held, and the smallest change that helps. Nothing is changed silently:
/// a person takes the relaxation, with `relaxed(by:)` of the request, or changes something else.
///
/// A list of these is a remedy as a whole: with every one taken a plan exists, and none of them could be taken by
/// one unit less (where `isProven`).
package struct Infeasibility: Sendable, Hashable, Codable {
    package let constraint: Constraint
    /// The level that was asked for.
    package let asked: Int
    /// The nearest level that works, together with the other changes in the same list.
    package let possible: Int
    /// False where a search ended without an answer, so that a better level may exist.
    package let isProven: Bool
    /// Other single changes that would do instead of the whole list.
    package let alternatives: [Relaxation]
    /// What a person is told.
    package let text: BilingualText
}

/// A plan, or every constraint that stands in its way.
///
/// Encoded as `{"plan": …}` or `{"infeasible": […]}`.
package enum PlanOutcome<Plan: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
    case plan(Plan)
    case infeasible([Infeasibility])

    private enum CodingKeys: String, CodingKey { case plan, infeasible }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let plan = try container.decodeIfPresent(Plan.self, forKey: .plan) {
            self = .plan(plan)
        } else {
            self = .infeasible(try container.decode([Infeasibility].self, forKey: .infeasible))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .plan(let plan): try container.encode(plan, forKey: .plan)
        case .infeasible(let reasons): try container.encode(reasons, forKey: .infeasible)
        }
    }

    /// The plan, `nil` where there is none.
    package var plan: Plan? {
        if case .plan(let plan) = self { plan } else { nil }
    }

    /// What stands in the way; empty where there is a plan.
    package var infeasibilities: [Infeasibility] {
        if case .infeasible(let reasons) = self { reasons } else { [] }
    }
}
