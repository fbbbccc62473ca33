import API
import Dialogue
import JSON
import JSONRPC
import Matching
import PersonalNumbers
import Procurement
import Store

/// From what a caller asks of a supplier meeting to the planner's request, and from its plan to the answer.
struct MeetingPlanning {
    private let parameters: API.MeetingPlan.Parameters
    private let basis: PlanBasis
    private let fields: [Field]
    let request: MeetingRequest

    private struct Field {
        let category: MeetingCategory
        let seats: Int?
        let board: NeedBoard
    }

    init(_ parameters: API.MeetingPlan.Parameters, on basis: PlanBasis, in store: Store) throws {
        self.parameters = parameters
        self.basis = basis
        let reach = try PlanBasis.share(parameters.reach, at: "reach", or: PlanBasis.standardReach)
        let fields = try Self.fields(parameters, on: basis, reach: reach)
        self.fields = fields
        let registrations = try Self.registrations(
            parameters, on: basis, categories: Set(fields.map(\.category.id)))
        let edits = try Self.edits(parameters.edits ?? [])
        let projects = try (parameters.projects ?? []).enumerated().map { index, project in
            try Task.checkCancellation()
            return try Self.project(project, at: "projects[\(index)]", on: basis, reach: reach)
        }
        let slots = try parameters.slots?.slots(at: "slots") ?? []
        var stations: [Station] = []
        if !slots.isEmpty {
            if parameters.stations ?? true {
                stations = fields.map {
                    Station(
                        id: StationID($0.category.id.rawValue), name: $0.category.name,
                        subject: .category($0.category.id), seats: $0.seats)
                }
            }
            stations += projects.map(\.station)
        }
        request = MeetingRequest(
            event: Self.event(parameters.details, basis.memory.event),
            // A kept event may be from before there was a bound.
            capacity: parameters.capacity ?? basis.memory.event?.capacity.map { min($0, 10_000) } ?? 300,
            categories: fields.map(\.category), stations: stations,
            rooms: stations.isEmpty
                ? [] : (parameters.rooms ?? []).map { Room(id: RoomID($0.name), name: $0.name, seats: $0.seats) },
            slots: slots, visitsPerCompany: parameters.visitsPerCompany ?? min(2, slots.count),
            smallSharePermille: try PlanBasis.share(parameters.smallShare, at: "smallShare", or: 0) / 1000,
            smallSizes: parameters.smallSizes ?? [.micro, .small],
            newcomerSharePermille: try PlanBasis.share(parameters.newcomerShare, at: "newcomerShare", or: 0) / 1000,
            invitationPenalty: try PlanBasis.share(
                parameters.invitationPenalty, at: "invitationPenalty", or: 20_000),
            reservesPerCategory: parameters.reserves ?? 5,
            candidates: try Self.candidates(
                fields, projects, registrations: registrations, edits: edits, on: basis,
                admitted: basis.market.admitted(try basis.filter(parameters.filter, in: store))),
            registrations: registrations, edits: edits)
    }

    private static func event(_ details: MeetingDetails?, _ kept: DialogueEvent?) -> MeetingEvent {
        MeetingEvent(
            name: details?.name ?? kept.map { BilingualText($0.name) }
                ?? BilingualText(sv: "Leverantörsträff", en: "Supplier meeting"),
            host: details?.host ?? "Kommunen", date: details?.date ?? kept?.date,
            place: details?.place ?? kept?.place,
            registration: details?.registration, registerBefore: details?.registerBefore,
            contact: details?.contact)
    }

    private static func fields(
        _ parameters: API.MeetingPlan.Parameters, on basis: PlanBasis, reach: Int
    ) throws -> [Field] {
        let named =
            parameters.categories
            ?? basis.market.categories.map { CategoryAtMeeting(category: .configured($0.id.rawValue)) }
        return try named.map { entry in
            try Task.checkCancellation()
            let id: String
            let name: BilingualText
            switch entry.category {
            case .configured(let configured):
                id = entry.id ?? configured
                name = try basis.market.category(configured).bothNames
            case .described(let description):
                id = entry.id ?? description.name
                name = BilingualText(description.name)
            }
            return Field(
                category: MeetingCategory(
                    id: CategoryID(id), name: name, floor: entry.floor ?? parameters.floor ?? 0), seats: entry.seats,
                board: try basis.board(basis.market.query(entry.category), reach: reach))
        }
    }

    private struct Project {
        let station: Station
        /// `nil` where its categories say who fits.
        let board: NeedBoard?
    }

    private static func project(
        _ project: ProjectAtMeeting, at parameter: String, on basis: PlanBasis, reach: Int
    ) throws -> Project {
        guard project.need != nil || project.categories?.isEmpty == false else {
            throw ParameterError(
                parameter: "\(parameter).categories", expected: "categories that it buys in, or a need",
                came: "neither")
        }
        return Project(
            station: Station(
                id: StationID(project.id), name: project.name,
                subject: .project(owner: project.owner, categories: (project.categories ?? []).map { CategoryID($0) }),
                seats: project.seats),
            board: try project.need.map { try basis.board(basis.market.query($0), reach: reach) })
    }

    private static func registrations(
        _ parameters: API.MeetingPlan.Parameters, on basis: PlanBasis, categories: Set<CategoryID>
    ) throws -> [MeetingRegistration] {
        // What was wished for when they registered may not be at the meeting any more.
        let kept = basis.memory.registered.enumerated().map { index, guest in
            MeetingRegistration(
                company: guest.company(in: basis.market), arrival: index + 1,
                wishes: (guest.registration?.wishes ?? []).map { CategoryID($0) }.filter(categories.contains))
        }
        return try kept
            + (parameters.registrations ?? []).enumerated().map { index, registration in
                let path = "registrations[\(index)]"
                var company: Company
                if let id = registration.supplier {
                    company = try basis.market.company(id, at: "\(path).supplier")
                } else {
                    let name = try PlanBasis.needed(
                        registration.name, at: "\(path).name", for: "a company without an id")
                    company = Company(id: SupplierID("registered-\(index + 1)"), name: name, isNewcomer: true)
                }
                company.size = company.size ?? registration.size
                company.isNewcomer = registration.newcomer ?? company.isNewcomer
                return MeetingRegistration(
                    company: company, arrival: kept.count + index + 1,
                    wishes: (registration.wishes ?? []).map { CategoryID($0) })
            }
    }

    private static func edits(_ edits: [EditOfMeeting]) throws -> [MeetingEdit] {
        try edits.enumerated().flatMap { index, edit -> [MeetingEdit] in
            let path = "edits[\(index)]"
            let supplier = SupplierID(edit.supplier)
            func needed(_ text: String?, _ member: String) throws -> String {
                try PlanBasis.needed(text, at: "\(path).\(member)", for: edit.edit.rawValue)
            }
            let changes: [MeetingEdit.Change] =
                switch edit.edit {
                case .pin: [.pin(supplier: supplier)]
                case .ban: [.exclude(supplier: supplier)]
                case .move:
                    [.move(supplier: supplier, category: CategoryID(try needed(edit.category, "category")))]
                case .place:
                    [
                        .place(
                            supplier: supplier, station: StationID(try needed(edit.station, "station")),
                            slot: SlotID(try needed(edit.slot, "slot")))
                    ]
                case .swap:
                    [.exclude(supplier: supplier), .pin(supplier: SupplierID(try needed(edit.with, "with")))]
                }
            return changes.map {
                MeetingEdit($0, by: edit.by.withoutPersonalNumbers, note: edit.note.withoutPersonalNumbers)
            }
        }
    }

    /// Everyone who fits a category well enough, whoever has registered, and whomever an edit is about.
    private static func candidates(
        _ fields: [Field], _ projects: [Project], registrations: [MeetingRegistration], edits: [MeetingEdit],
        on basis: PlanBasis, admitted: Set<SupplierID>?
    ) throws -> [MeetingCandidate] {
        var companies: [SupplierID: Company] = [:]
        var scores: [SupplierID: [CategoryScore]] = [:]
        let registered = Dictionary(registrations.map { ($0.company.id, $0.company) }) { first, _ in first }
        for field in fields {
            try Task.checkCancellation()
            for (profile, score) in field.board.candidates() {
                guard admitted?.contains(profile.id) ?? true || registered[profile.id] != nil else { continue }
                companies[profile.id] = Company(profile)
                scores[profile.id, default: []].append(CategoryScore(field.category.id, score.millionths))
            }
        }
        // Those who come anyway sit where they fit best, however little that is.
        func seat(_ company: Company) {
            companies[company.id] = companies[company.id] ?? company
            guard scores[company.id] == nil else { return }
            let best = fields.map { CategoryScore($0.category.id, $0.board.score(of: company.id).millionths) }
                .max { $0.score < $1.score }
            if let best, best.score > 0 { scores[company.id] = [best] }
        }
        for company in registered.values { seat(company) }
        for (index, edit) in edits.enumerated() {
            let company =
                try registered[edit.supplier]
                ?? basis.market.company(edit.supplier.rawValue, at: "edits[\(index)].supplier")
            if case .exclude = edit.change {
                companies[company.id] = companies[company.id] ?? company
            } else {
                seat(company)
            }
            guard case .move(_, let category) = edit.change,
                let field = fields.first(where: { $0.category.id == category }),
                scores[company.id]?.contains(where: { $0.category == category }) != true
            else { continue }
            let score = field.board.score(of: company.id).millionths
            if score > 0 { scores[company.id, default: []].append(CategoryScore(category, score)) }
        }
        return companies.values.sorted { $0.id < $1.id }.map { company in
            MeetingCandidate(
                company: company, scores: scores[company.id] ?? [],
                stationScores: projects.compactMap { project in
                    guard let board = project.board else { return nil }
                    let score = board.score(of: company.id)
                    return StationScore(project.station.id, score >= board.least ? score.millionths : 0)
                }, timesInvited: basis.memory.timesInvited[company.id] ?? 0)
        }
    }

    /// - Throws: `DialogueError`, and `Infeasible` with every constraint in the way.
    func result() throws -> API.MeetingPlan.Result {
        switch try MeetingPlanner.plan(request) {
        case .infeasible(let obstacles): throw Infeasible(obstacles: obstacles)
        case .plan(let plan):
            let result = result(plan)
            try Task.checkCancellation()
            return result
        }
    }
}

extension MeetingPlanning {
    private func result(_ plan: Dialogue.MeetingPlan) -> API.MeetingPlan.Result {
        var because: [SupplierID: [BilingualText]] = [:]
        for field in fields where !Task.isCancelled {
            let own = plan.outreach.filter { $0.category == field.category.id }.map(\.company.id)
            because.merge(field.board.because(own)) { first, _ in first }
        }
        let companies = Dictionary(
            plan.seated.map { ($0.company.id, $0.company) } + plan.outreach.map { ($0.company.id, $0.company) }
        ) { first, _ in first }
        return API.MeetingPlan.Result(
            name: request.event.name, capacity: request.capacity,
            seated: plan.seated.map {
                SeatedRegistration(
                    supplier: SupplierReference($0.company), arrival: $0.arrival, category: $0.category?.rawValue)
            },
            waiting: plan.waiting.map {
                WaitingRegistration(place: $0.place, supplier: SupplierReference($0.company), arrival: $0.arrival)
            },
            outreach: plan.outreach.map { line in
                OutreachLine(
                    order: line.order, supplier: SupplierReference(line.company), category: line.category?.rawValue,
                    score: Points(millionths: line.score), rank: line.rank, timesInvited: line.timesInvited,
                    serves: line.serves.map(ConstraintReference.init), onScoreAlone: line.onScoreAlone,
                    reason: line.reason, because: because[line.company.id] ?? [])
            },
            reserves: plan.reserves.map {
                ReserveLine(
                    category: $0.category.rawValue, supplier: SupplierReference($0.company),
                    score: Points(millionths: $0.score))
            },
            coverage: zip(plan.coverage, fields).map { line, field in
                CoverageLine(
                    category: line.category.rawValue, name: field.category.name, floor: line.floor,
                    registered: line.registered, outreach: line.outreach, candidates: line.candidates,
                    leastScore: field.board.least)
            },
            shares: plan.shares.map {
                ShareLine(
                    constraint: ConstraintReference($0.constraint), share: Points(millionths: $0.permille * 1000),
                    asked: $0.asked, planned: $0.planned)
            },
            slots: request.slots.map(ProgrammeSlot.init), stations: stations(plan),
            rotas: plan.rotas.compactMap { rota in
                companies[rota.supplier].map { company in
                    RotaLine(
                        supplier: SupplierReference(company),
                        visits: rota.visits.map { VisitLine(slot: $0.slot.rawValue, station: $0.station.rawValue) },
                        unplaced: rota.unplaced.map(\.rawValue))
                }
            },
            edits: plan.edits.map(effect), invitation: plan.invitation,
            choice: PlanOptimality(plan.choice), visits: PlanOptimality(plan.visits),
            candidates: candidates(), considered: fields.first?.board.considered ?? 0,
            setting: basis.setting, dataThrough: basis.market.snapshot.dataThrough,
            generation: basis.market.snapshot.generation,
            weights: SortedMap(basis.weights[.notice]),
            weightsByKind: API.WeightsByKind(basis.weights))
    }

    private func candidates() -> [CandidateList] {
        fields.map { field in
            CandidateList(
                category: field.category.id.rawValue,
                candidates: request.candidates.compactMap { candidate in
                    candidate.scores.first { $0.category == field.category.id }.map {
                        CandidateLine(
                            supplier: candidate.company.id.rawValue, score: Points(millionths: $0.score))
                    }
                })
        }
    }

    private func stations(_ plan: Dialogue.MeetingPlan) -> [StationLine] {
        zip(plan.stations, request.stations).map { line, station in
            var owner: String?
            if case .project(let name, _) = station.subject { owner = name }
            return StationLine(
                station: line.station.rawValue, name: station.name, owner: owner,
                room: line.room?.rawValue, seats: line.seats, visitors: line.visitors)
        }
    }

    private func effect(_ applied: AppliedEdit) -> EditEffect {
        let edit = applied.edit
        let kind: MeetingEditKind =
            switch edit.change {
            case .pin: .pin
            case .exclude: .ban
            case .move: .move
            case .place: .place
            }
        return EditEffect(
            edit: kind.rawValue, about: edit.supplier.rawValue, by: edit.by, note: edit.note,
            effect: applied.effect)
    }
}
