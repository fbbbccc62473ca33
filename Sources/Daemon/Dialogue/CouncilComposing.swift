import API
import Containers
import Dialogue
import JSON
import JSONRPC
import Matching
import PersonalNumbers
import Procurement
import Store

/// From what a caller asks of a sector council to the composer's request, and from its proposal to the answer.
struct CouncilComposing {
    private let basis: PlanBasis
    private let boards: [NeedBoard]
    private let setting: QuestionSetting?
    private let groups: [CouncilGroup]
    let request: CouncilRequest

    /// - Parameter seed: the one recorded, in a replay.
    init(_ parameters: CouncilCompose.Parameters, on basis: PlanBasis, in store: Store, seed: Int? = nil) throws {
        self.basis = basis
        guard !parameters.needs.isEmpty else {
            throw ParameterError(parameter: "needs", expected: "at least one need", came: "an empty array")
        }
        let reach = try PlanBasis.share(parameters.reach, at: "reach", or: PlanBasis.standardReach)
        let boards = try parameters.needs.map { need in
            try Task.checkCancellation()
            return try basis.board(need, in: store, reach: reach)
        }
        self.boards = boards
        setting = basis.setting(for: parameters.needs)
        let edits = try Self.edits(parameters.edits ?? [])
        let people = parameters.people ?? []
        if let index = people.firstIndex(where: { $0.role == .supplier }) {
            throw ParameterError(
                parameter: "people[\(index)].role", expected: "official or politician: suppliers come from the needs",
                came: "supplier")
        }
        var suppliers = Self.suppliers(
            boards, admitted: basis.market.admitted(try basis.filter(parameters.filter, in: store)))
        let persons = Set(people.map { $0.id ?? $0.name })
        for (index, edit) in edits.enumerated()
        where !persons.contains(edit.member.rawValue) && suppliers[SupplierID(edit.member.rawValue)] == nil {
            let company = try basis.market.company(edit.member.rawValue, at: "edits[\(index)].member")
            suppliers[company.id] = (company, Self.score(company.id, boards))
        }
        let (groupOf, groups) = Self.groups(parameters, among: suppliers.values.map(\.company))
        self.groups = groups
        let candidates =
            suppliers.values.sorted { $0.company.id < $1.company.id }.map { company, score in
                var company = company
                company.group = groupOf[company.id]
                return CouncilCandidate(company, score: score)
            }
            + (try people.enumerated().map { index, person in
                CouncilCandidate(
                    id: MemberID(person.id ?? person.name), name: person.name, role: person.role,
                    score: try PlanBasis.share(person.score, at: "people[\(index)].score", or: 0), group: person.group)
            })
        var request = CouncilRequest(
            name: parameters.name ?? BilingualText(sv: "Branschråd", en: "Sector council"),
            seats: [
                RoleSeats(.supplier, parameters.seats?.suppliers ?? 15),
                RoleSeats(.official, parameters.seats?.officials ?? people.count { $0.role == .official }),
                RoleSeats(.politician, parameters.seats?.politicians ?? people.count { $0.role == .politician }),
            ],
            sizeQuotas: (parameters.sizeQuotas ?? []).map(Self.quota), newcomers: parameters.newcomers ?? 0,
            rotation: CouncilRotation(
                coolOff: parameters.coolOff ?? 0,
                penaltyPerSeat: try PlanBasis.share(parameters.seatPenalty, at: "seatPenalty", or: 50_000)),
            earlier: try parameters.earlier?.map {
                EarlierCouncil(name: $0.name, members: $0.members.map { MemberID($0) })
            } ?? DialogueMemory.councils(in: store),
            alternatesPerRole: parameters.alternates ?? 3, seed: 0, candidates: candidates, edits: edits)
        request.seed =
            try parameters.seed ?? seed ?? Self.seed(of: parameters, generation: basis.market.snapshot.generation)
        self.request = request
    }

    /// A seed that nobody chose: the same for the same council on the same data, so that a change by hand draws nothing
    /// anew.
    private static func seed(of parameters: CouncilCompose.Parameters, generation: Int) throws -> Int {
        let about = CouncilCompose.Parameters(needs: parameters.needs, name: parameters.name)
        let text = String(decoding: try JSONText(writing: about).bytes, as: UTF8.self)
        return Int(SplitMix64.draw(seed: generation, name: text) >> 11)
    }

    private static func score(_ supplier: SupplierID, _ boards: [NeedBoard]) -> Int {
        boards.map { $0.score(of: supplier).millionths }.max() ?? 0
    }

    /// Everyone who fits any of the needs well enough, with the best score for any.
    private static func suppliers(
        _ boards: [NeedBoard], admitted: Set<SupplierID>?
    ) -> [SupplierID: (company: Company, score: Int)] {
        var found: [SupplierID: (company: Company, score: Int)] = [:]
        for board in boards {
            for (profile, _) in board.candidates()
            where found[profile.id] == nil && admitted?.contains(profile.id) ?? true {
                found[profile.id] = (Company(profile), score(profile.id, boards))
            }
        }
        return found
    }

    private static func edits(_ edits: [EditOfCouncil]) throws -> [CouncilEdit] {
        try edits.enumerated().flatMap { index, edit -> [CouncilEdit] in
            let member = MemberID(edit.member)
            let changes: [CouncilEdit.Change] =
                switch edit.edit {
                case .pin: [.pin(member: member)]
                case .ban: [.exclude(member: member)]
                case .swap:
                    [
                        .exclude(member: member),
                        .pin(
                            member: MemberID(try PlanBasis.needed(edit.with, at: "edits[\(index)].with", for: "swap"))
                        ),
                    ]
                }
            return changes.map {
                CouncilEdit($0, by: edit.by.withoutPersonalNumbers, note: edit.note.withoutPersonalNumbers)
            }
        }
    }

    private static func quota(_ quota: CouncilSizeQuota) -> SizeQuota {
        let words = quota.sizes.map(\.plural)
        return SizeQuota(
            id: quota.id ?? quota.sizes.map(\.rawValue).joined(separator: "-"),
            name: quota.name
                ?? BilingualText(
                    sv: words.map(\.sv).joined(separator: "/"), en: words.map(\.en).joined(separator: "/")),
            sizes: quota.sizes, minimum: quota.minimum ?? 0, maximum: quota.maximum)
    }

    /// The groups that the request names; and among the other candidates, those whose names begin alike.
    private static func groups(
        _ parameters: CouncilCompose.Parameters, among companies: [Company]
    ) -> (of: [SupplierID: String], all: [CouncilGroup]) {
        let stated = parameters.groups ?? []
        var groupOf: [SupplierID: String] = [:]
        for group in stated {
            for member in group.members { groupOf[SupplierID(member)] = group.name }
        }
        guard parameters.groupsByName ?? true else { return (groupOf, stated) }
        let found = NameGroups.find(companies.filter { groupOf[$0.id] == nil }.map { ($0.id, $0.name) })
        let guessed = Dictionary(grouping: found.keys, by: { found[$0] ?? "" }).sorted { $0.key < $1.key }
            .map { name, members in
                CouncilGroup(name: name, members: members.sorted().map(\.rawValue), byName: true)
            }
        return (groupOf.merging(found) { stated, _ in stated }, stated + guessed)
    }

    /// - Throws: `DialogueError`, and `Infeasible` with every constraint in the way.
    func result() throws -> CouncilCompose.Result {
        switch try CouncilComposer.compose(request) {
        case .infeasible(let obstacles): throw Infeasible(obstacles: obstacles)
        case .plan(let proposal): return result(proposal)
        }
    }
}

extension CouncilComposing {
    private func result(_ proposal: CouncilProposal) -> CouncilCompose.Result {
        let because = because(proposal.seats.filter { $0.candidate.role == .supplier }.map(\.candidate))
        let candidates = Dictionary(request.candidates.map { ($0.id, $0) }) { first, _ in first }
        return CouncilCompose.Result(
            name: request.name,
            seats: proposal.seats.map { seat in
                CouncilSeatLine(
                    member: CouncilMember(seat.candidate), score: Points(millionths: seat.candidate.score),
                    netScore: Points(millionths: seat.netScore), rank: seat.rank,
                    earlierSeats: seat.earlierSeats, serves: seat.serves.map(ConstraintReference.init),
                    onScoreAlone: seat.onScoreAlone, reason: seat.reason,
                    because: because[seat.candidate.id] ?? [])
            },
            alternates: proposal.alternates.map {
                CouncilAlternateLine(
                    member: CouncilMember($0.candidate), netScore: Points(millionths: $0.netScore),
                    canReplace: $0.canReplace.map(\.rawValue))
            },
            balance: proposal.balance.map {
                CouncilBalance(
                    constraint: ConstraintReference($0.constraint), name: $0.name, minimum: $0.minimum,
                    maximum: $0.maximum, actual: $0.actual)
            },
            draws: proposal.draws.map {
                CouncilDrawLine(
                    score: Points(millionths: $0.score), seated: $0.seated.map(\.rawValue),
                    passedOver: $0.passedOver.map(\.rawValue))
            },
            resting: proposal.resting.compactMap { candidates[$0].map { CouncilMember($0) } }, groups: groups,
            edits: proposal.edits.map { applied in
                let isPin = if case .pin = applied.edit.change { true } else { false }
                return EditEffect(
                    edit: (isPin ? CouncilEditKind.pin : .ban).rawValue, about: applied.edit.member.rawValue,
                    by: applied.edit.by, note: applied.edit.note, effect: applied.effect)
            },
            seed: proposal.seed, choice: PlanOptimality(proposal.optimality),
            candidates: request.candidates.filter { $0.role == .supplier }.map {
                CandidateLine(supplier: $0.id.rawValue, score: Points(millionths: $0.score))
            },
            leastScore: boards.map(\.least).min() ?? .zero,
            considered: boards.first?.considered ?? 0, setting: setting,
            dataThrough: basis.market.snapshot.dataThrough,
            generation: basis.market.snapshot.generation,
            weights: SortedMap(basis.weights[.notice]),
            weightsByKind: API.WeightsByKind(basis.weights))
    }

    /// What speaks for each member in the need that it fits best.
    private func because(_ members: [CouncilCandidate]) -> [MemberID: [BilingualText]] {
        var byBoard: [Int: [SupplierID]] = [:]
        for member in members {
            let id = SupplierID(member.id.rawValue)
            let scores = boards.map { $0.score(of: id).millionths }
            if let best = scores.indices.max(by: { (scores[$0], $1) < (scores[$1], $0) }) {
                byBoard[best, default: []].append(id)
            }
        }
        var found: [MemberID: [BilingualText]] = [:]
        for (board, suppliers) in byBoard {
            for (supplier, texts) in boards[board].because(suppliers) { found[MemberID(supplier.rawValue)] = texts }
        }
        return found
    }
}

extension API.CouncilMember {
    init(_ candidate: CouncilCandidate) {
        self.init(
            id: candidate.id.rawValue, name: candidate.name, role: candidate.role,
            size: candidate.size,
            newcomer: candidate.role == .supplier ? candidate.isNewcomer : nil, group: candidate.group)
    }
}

extension SupplierSize {
    /// What people call firms of the size.
    var plural: BilingualText {
        switch self {
        case .micro: BilingualText(sv: "mikroföretag", en: "micro firms")
        case .small: BilingualText(sv: "små företag", en: "small firms")
        case .medium: BilingualText(sv: "medelstora företag", en: "medium-sized firms")
        case .large: BilingualText(sv: "stora företag", en: "large firms")
        case .sme: BilingualText(sv: "små och medelstora företag", en: "small and medium-sized firms")
        }
    }
}
