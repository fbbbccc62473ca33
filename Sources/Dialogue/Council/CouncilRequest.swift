import API
import Procurement

/// All that a sector council (branschråd) is composed from. Kept whole in its dossier: the same request gives the same
/// proposal, byte for byte, whatever the order of the candidates.
package struct CouncilRequest: Sendable, Hashable, Codable {
    package var name: BilingualText
    /// Seats by role; about 25 in all.
    package var seats: [RoleSeats]
    /// Bounds on the sizes of the firms among the suppliers. No size stands in two quotas.
    package var sizeQuotas: [SizeQuota]
    /// The least number of newcomers among the suppliers.
    package var newcomers: Int
    package var rotation: CouncilRotation
    /// Earlier councils, the latest first.
    package var earlier: [EarlierCouncil]
    /// How many to name, per role, for when someone declines.
    package var alternatesPerRole: Int
    /// Decides between equal scores. 0…2⁵³ − 1, drawn by whoever asks and recorded.
    package var seed: Int
    package var candidates: [CouncilCandidate]
    package var edits: [CouncilEdit]

    package init(
        name: BilingualText, seats: [RoleSeats], sizeQuotas: [SizeQuota] = [], newcomers: Int = 0,
        rotation: CouncilRotation = CouncilRotation(), earlier: [EarlierCouncil] = [], alternatesPerRole: Int = 3,
        seed: Int, candidates: [CouncilCandidate], edits: [CouncilEdit] = []
    ) {
        self.name = name
        self.seats = seats
        self.sizeQuotas = sizeQuotas
        self.newcomers = newcomers
        self.rotation = rotation
        self.earlier = earlier
        self.alternatesPerRole = alternatesPerRole
        self.seed = seed
        self.candidates = candidates
        self.edits = edits
    }
}

/// How many seats a role has.
package struct RoleSeats: Sendable, Hashable, Codable {
    package var role: CouncilRole
    package var seats: Int

    package init(_ role: CouncilRole, _ seats: Int) {
        self.role = role
        self.seats = seats
    }
}

/// How many of the suppliers' seats go to firms of some sizes.
package struct SizeQuota: Sendable, Hashable, Codable {
    package var id: String
    package var name: BilingualText
    package var sizes: [SupplierSize]
    package var minimum: Int
    /// `nil`: no upper bound.
    package var maximum: Int?

    package init(id: String, name: BilingualText, sizes: [SupplierSize], minimum: Int = 0, maximum: Int? = nil) {
        self.id = id
        self.name = name
        self.sizes = sizes
        self.minimum = minimum
        self.maximum = maximum
    }
}

/// How earlier seats count against a supplier. Officials and politicians sit by office and are not rotated.
package struct CouncilRotation: Sendable, Hashable, Codable {
    /// Who sat in one of so many latest councils rests this time. 0: nobody.
    package var coolOff: Int
    /// What each earlier seat takes off the score, in micro-units.
    package var penaltyPerSeat: Int

    package init(coolOff: Int = 0, penaltyPerSeat: Int = 0) {
        self.coolOff = coolOff
        self.penaltyPerSeat = penaltyPerSeat
    }
}

/// Who sat in a council before this one.
package struct EarlierCouncil: Sendable, Hashable, Codable {
    package var name: String
    package var members: [MemberID]

    package init(name: String, members: [MemberID]) {
        self.name = name
        self.members = members
    }
}

/// Someone who might take a seat: a supplier, or a person by office.
package struct CouncilCandidate: Sendable, Hashable, Codable {
    /// A supplier's is its supplier id.
    package var id: MemberID
    package var name: String
    package var role: CouncilRole
    /// How well it fits the council's field, in micro-units 0…1,000,000.
    package var score: Int
    package var size: SupplierSize?
    package var isNewcomer: Bool
    /// The corporate group, where known; also a municipal company's owner.
    package var group: String?
    package var region: NUTSCode?

    package init(
        id: MemberID, name: String, role: CouncilRole, score: Int, size: SupplierSize? = nil, isNewcomer: Bool = false,
        group: String? = nil, region: NUTSCode? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.score = score
        self.size = size
        self.isNewcomer = isNewcomer
        self.group = group
        self.region = region
    }

    /// A supplier with its score.
    package init(_ company: Company, score: Int) {
        self.init(
            id: MemberID(company.id.rawValue), name: company.name, role: .supplier, score: score, size: company.size,
            isNewcomer: company.isNewcomer, group: company.group, region: company.region)
    }
}

/// Whoever may sit: a supplier's id, or a name of the office's own for a person by office.
package typealias MemberID = Identifier<CouncilCandidate>

/// Something that a person decided over the proposal's head.
package struct CouncilEdit: Sendable, Hashable, Codable {
    package enum Change: Sendable, Hashable, Codable {
        /// Has a seat, whatever its score; lifts the rest of rotation too.
        case pin(member: MemberID)
        /// Has none, and is no alternate either.
        case exclude(member: MemberID)
    }

    package var change: Change
    /// A role, such as `inköpschef`.
    package var by: String
    package var note: String

    package init(_ change: Change, by: String, note: String) {
        self.change = change
        self.by = by
        self.note = note
    }

    /// Whom it is about.
    package var member: MemberID {
        switch change {
        case .pin(let member), .exclude(let member): member
        }
    }
}
