import JSON
import JSONRPC
import Procurement

/// Someone with a seat, or who may have one.
@WireType
package struct CouncilMember: Described {
    /// The id of a supplier, or of a person in the request.
    package var id: String
    /// The name.
    package var name: String
    /// Which side.
    package var role: CouncilRole
    /// Absent when not known, and for people.
    package var size: SupplierSize?
    /// For suppliers: true when it has no award in the data.
    package var newcomer: Bool?
    /// The corporate group, where one is known or guessed.
    package var group: String?
}

/// One seat and why.
@WireType
package struct CouncilSeatLine: Described {
    /// Who it is.
    package var member: CouncilMember
    /// How well it fits the council's field.
    package var score: Points
    /// The same, less what earlier seats take off.
    package var netScore: Points
    /// Its place by net score among the candidates of its role; equal scores share a place.
    package var rank: Int
    /// In how many earlier councils it sat.
    package var earlierSeats: Int
    /// The quotas that would not be met without a member like it.
    package var serves: [ConstraintReference] = []
    /// Whether it would have a seat by score alone.
    package var onScoreAlone: Bool
    /// Why it has the seat.
    package var reason: BilingualText
    /// What speaks for it in the field: the weightiest reasons of its score.
    package var because: [BilingualText] = []
}

/// Someone to ask when a member declines.
@WireType
package struct CouncilAlternateLine: Described {
    /// Who it is.
    package var member: CouncilMember
    /// Its score, less what earlier seats take off.
    package var netScore: Points
    /// Ids of the members whose seat it could take with every bound still held.
    package var canReplace: [String]
}

/// One bound and how the proposal stands to it.
@WireType
package struct CouncilBalance: Described {
    /// Which bound.
    package var constraint: ConstraintReference
    /// What people call it.
    package var name: BilingualText
    /// At least.
    package var minimum: Int
    /// At most; absent where there is no upper bound.
    package var maximum: Int?
    /// How many the proposal has.
    package var actual: Int
}

/// Equal scores of which only some have a seat.
@WireType
package struct CouncilDrawLine: Described {
    /// The score that they share.
    package var score: Points
    /// Ids of those with a seat, the best lot first.
    package var seated: [String]
    /// Ids of those without.
    package var passedOver: [String]
}
