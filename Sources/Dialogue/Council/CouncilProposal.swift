import Procurement

/// A proposed council, with a reason for each seat.
package struct CouncilProposal: Sendable, Hashable, Codable {
    /// By role in the order of the request, then by score.
    package let seats: [CouncilSeat]
    /// By role, best first.
    package let alternates: [CouncilAlternate]
    package let balance: [BalanceLine]
    /// Where equal scores were decided by lot.
    package let draws: [CouncilDraw]
    /// Suppliers that rest because they sat lately, by id.
    package let resting: [MemberID]
    package let edits: [AppliedCouncilEdit]
    /// With which the lots were drawn.
    package let seed: Int
    /// Of the sum of the scores net of earlier seats, in micro-units.
    package let optimality: Optimality
}

/// One member and why.
package struct CouncilSeat: Sendable, Hashable, Codable {
    package let candidate: CouncilCandidate
    /// The score less what earlier seats take off.
    package let netScore: Int
    /// Its place by net score among the role's candidates, from 1. Equal scores share a place.
    package let rank: Int
    package let earlierSeats: Int
    /// Quotas that would not be met without a member like it.
    package let serves: [Constraint]
    /// Whether it would have a seat by score alone, without quotas and groups.
    package let onScoreAlone: Bool
    package let reason: BilingualText
}

/// Someone to ask when a member declines.
package struct CouncilAlternate: Sendable, Hashable, Codable {
    package let candidate: CouncilCandidate
    package let netScore: Int
    /// The members whose seat it could take with every constraint still held.
    package let canReplace: [MemberID]
}

/// One constraint and how the proposal stands to it.
package struct BalanceLine: Sendable, Hashable, Codable {
    package let constraint: Constraint
    package let name: BilingualText
    package let minimum: Int
    package let maximum: Int?
    package let actual: Int
}

/// Equal net scores of one role, size and standing, of which only some have a seat.
package struct CouncilDraw: Sendable, Hashable, Codable {
    package let score: Int
    /// In the order of the lots, best lot first.
    package let seated: [MemberID]
    package let passedOver: [MemberID]
}

/// An edit and what came of it.
package struct AppliedCouncilEdit: Sendable, Hashable, Codable {
    package let edit: CouncilEdit
    package let effect: BilingualText
}
