import JSONRPC

/// One constraint that stands in a plan's way, with the smallest change that helps: an element of
/// `error.data.infeasible`. A list of these is a remedy as a whole; nothing of it is done until a person asks anew.
package struct Obstacle: Described {
    package var constraint: ConstraintReference
    package var asked: Int
    package var possible: Int
    package var proven: Bool
    package var alternatives: [OtherWay]
    package var text: Bilingual

    package init(
        constraint: ConstraintReference, asked: Int, possible: Int, proven: Bool, alternatives: [OtherWay] = [],
        text: Bilingual
    ) {
        self.constraint = constraint
        self.asked = asked
        self.possible = possible
        self.proven = proven
        self.alternatives = alternatives
        self.text = text
    }

    package static let notes = [
        "constraint": "What can't be held.",
        "asked": "The level that was asked for.",
        "possible": "The nearest level that works, together with the other changes of the same list.",
        "proven": "False where a search ended early, so that a nearer level may exist.",
        "alternatives": "Single changes that would do instead of the whole list.",
        "text": "What to tell people.",
    ]
}

/// One constraint at another level.
package struct OtherWay: Described {
    package var constraint: ConstraintReference
    package var from: Int
    package var to: Int
    package var text: Bilingual

    package init(constraint: ConstraintReference, from: Int, to: Int, text: Bilingual) {
        self.constraint = constraint
        self.from = from
        self.to = to
        self.text = text
    }

    package static let notes = [
        "constraint": "What to change.",
        "from": "The level that was asked for.",
        "to": "The nearest level that would do.",
        "text": "What to tell people.",
    ]
}

/// What a plan must hold to.
package struct ConstraintReference: Described {
    package var kind: ConstraintKind
    /// What of that kind, where there are several.
    package var of: String?
    package var supplier: String?
    package var slot: String?

    package init(_ kind: ConstraintKind, of: String? = nil, supplier: String? = nil, slot: String? = nil) {
        self.kind = kind
        self.of = of
        self.supplier = supplier
        self.slot = slot
    }

    package static let notes = [
        "kind": "What it bounds.",
        "of": "Whose it is: the id of a category, station, room, quota, host or supplier, a role, or a group's name.",
        "supplier": "The supplier that a person placed or promised a meeting.",
        "slot": "The slot that a person placed it in.",
    ]
}

/// The kinds of constraint.
package enum ConstraintKind: String, Sendable, Hashable, Codable, CaseIterable {
    case capacity
    case categoryFloor, smallShare, newcomerShare, stationSeats, roomSeats, placement
    case seats, sizeMinimum, sizeMaximum, newcomers, coolOff, corporateGroup
    case companyMinimum, hostMinimum, tables, pinnedMeeting
}

/// How good a plan is against the best that could exist under the same constraints, in sums of scores.
package struct PlanOptimality: Described {
    package var value: Points
    package var bound: Points
    package var gap: Points

    package init(value: Points, bound: Points) {
        self.value = value
        self.bound = bound
        gap = bound - value
    }

    package static let notes = [
        "value": "The plan's own total of scores.",
        "bound": "No plan that holds the constraints has a higher total.",
        "gap": "What could at most be gained; 0 says that the plan is proven best.",
    ]
}
