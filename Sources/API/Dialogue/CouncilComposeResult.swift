/// Someone with a seat, or who may have one.
package struct CouncilMember: Described {
    package var id: String
    package var name: String
    package var role: CouncilSide
    package var size: CompanySize?
    package var newcomer: Bool?
    package var group: String?

    package init(
        id: String, name: String, role: CouncilSide, size: CompanySize? = nil, newcomer: Bool? = nil,
        group: String? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.size = size
        self.newcomer = newcomer
        self.group = group
    }

    package static let notes = [
        "id": "The id of a supplier, or of a person in the request.",
        "name": "The name.",
        "role": "Which side.",
        "size": "Absent when not known, and for people.",
        "newcomer": "For suppliers: true when it has no award in the data.",
        "group": "The corporate group, where one is known or guessed.",
    ]
}

/// One seat and why.
package struct CouncilSeatLine: Described {
    package var member: CouncilMember
    package var score: Points
    package var netScore: Points
    package var rank: Int
    package var earlierSeats: Int
    package var serves: [ConstraintReference]
    package var onScoreAlone: Bool
    package var reason: Bilingual
    package var because: [Bilingual]

    package init(
        member: CouncilMember, score: Points, netScore: Points, rank: Int, earlierSeats: Int,
        serves: [ConstraintReference] = [], onScoreAlone: Bool, reason: Bilingual, because: [Bilingual] = []
    ) {
        self.member = member
        self.score = score
        self.netScore = netScore
        self.rank = rank
        self.earlierSeats = earlierSeats
        self.serves = serves
        self.onScoreAlone = onScoreAlone
        self.reason = reason
        self.because = because
    }

    package static let notes = [
        "member": "Who it is.",
        "score": "How well it fits the council's field.",
        "netScore": "The same, less what earlier seats take off.",
        "rank": "Its place by net score among the candidates of its role; equal scores share a place.",
        "earlierSeats": "In how many earlier councils it sat.",
        "serves": "The quotas that would not be met without a member like it.",
        "onScoreAlone": "Whether it would have a seat by score alone.",
        "reason": "Why it has the seat.",
        "because": "What speaks for it in the field: the weightiest reasons of its score.",
    ]
}

/// Someone to ask when a member declines.
package struct CouncilAlternateLine: Described {
    package var member: CouncilMember
    package var netScore: Points
    package var canReplace: [String]

    package init(member: CouncilMember, netScore: Points, canReplace: [String]) {
        self.member = member
        self.netScore = netScore
        self.canReplace = canReplace
    }

    package static let notes = [
        "member": "Who it is.",
        "netScore": "Its score, less what earlier seats take off.",
        "canReplace": "Ids of the members whose seat it could take with every bound still held.",
    ]
}

/// One bound and how the proposal stands to it.
package struct CouncilBalance: Described {
    package var constraint: ConstraintReference
    package var name: Bilingual
    package var minimum: Int
    package var maximum: Int?
    package var actual: Int

    package init(
        constraint: ConstraintReference, name: Bilingual, minimum: Int, maximum: Int? = nil, actual: Int
    ) {
        self.constraint = constraint
        self.name = name
        self.minimum = minimum
        self.maximum = maximum
        self.actual = actual
    }

    package static let notes = [
        "constraint": "Which bound.",
        "name": "What people call it.",
        "minimum": "At least.",
        "maximum": "At most; absent where there is no upper bound.",
        "actual": "How many the proposal has.",
    ]
}

/// Equal scores of which only some have a seat.
package struct CouncilDrawLine: Described {
    package var score: Points
    package var seated: [String]
    package var passedOver: [String]

    package init(score: Points, seated: [String], passedOver: [String]) {
        self.score = score
        self.seated = seated
        self.passedOver = passedOver
    }

    package static let notes = [
        "score": "The score that they share.",
        "seated": "Ids of those with a seat, the best lot first.",
        "passedOver": "Ids of those without.",
    ]
}
