import JSON
import JSONRPC
import Procurement

/// One constraint that stands in a plan's way, with the smallest change that helps: an element of
/// `error.data.infeasible`. A list of these is a remedy as a whole; nothing of it is done until a person asks anew.
@WireType
package struct Obstacle: Described {
    /// What can't be held.
    package var constraint: ConstraintReference
    /// The level that was asked for.
    package var asked: Int
    /// The nearest level that works, together with the other changes of the same list.
    package var possible: Int
    /// False where a search ended early, so that a nearer level may exist.
    package var proven: Bool
    /// Single changes that would do instead of the whole list.
    package var alternatives: [OtherWay] = []
    /// What to tell people.
    package var text: BilingualText
}

/// One constraint at another level.
@WireType
package struct OtherWay: Described {
    /// What to change.
    package var constraint: ConstraintReference
    /// The level that was asked for.
    package var from: Int
    /// The nearest level that would do.
    package var to: Int
    /// What to tell people.
    package var text: BilingualText
}

/// What a plan must hold to.
@WireType
package struct ConstraintReference: Described {
    /// What it bounds.
    package var kind: ConstraintKind
    /// Whose it is: the id of a category, station, room, quota, host or supplier, a role, or a group's name.
    package var of: String?
    /// The supplier that a person placed or promised a meeting.
    package var supplier: String?
    /// The slot that a person placed it in.
    package var slot: String?

    package init(_ kind: ConstraintKind, of: String? = nil, supplier: String? = nil, slot: String? = nil) {
        self.kind = kind
        self.of = of
        self.supplier = supplier
        self.slot = slot
    }
}

/// The kinds of constraint.
package enum ConstraintKind: String, WireWord {
    case capacity
    case categoryFloor, smallShare, newcomerShare, stationSeats, roomSeats, placement
    case seats, sizeMinimum, sizeMaximum, newcomers, coolOff, corporateGroup
    case companyMinimum, hostMinimum, tables, pinnedMeeting
}

/// How good a plan is against the best that could exist under the same constraints, in sums of scores.
@WireType
package struct PlanOptimality: Described {
    /// The plan's own total of scores.
    package var value: Points
    /// No plan that holds the constraints has a higher total.
    package var bound: Points
    /// What could at most be gained; 0 says that the plan is proven best.
    package var gap: Points

    package init(value: Points, bound: Points) {
        self.value = value
        self.bound = bound
        gap = bound - value
    }
}
