import API
import Dialogue
import JSON
import JSONRPC
import Matching
import PersonalNumbers
import Procurement
import Store

/// From who takes part in one-to-one meetings to the planner's request, and from its timetable to the answer.
struct TimetableScheduling {
    private let basis: PlanBasis
    private let companies: [SupplierID: Company]
    private let setting: QuestionSetting?
    let request: TimetableRequest

    init(_ parameters: MeetingsSchedule.Parameters, on basis: PlanBasis, in store: Store) throws {
        self.basis = basis
        setting = basis.setting(for: parameters.hosts.compactMap(\.need))
        let parameters = Self.joined(parameters, basis)
        try Self.checkSize(parameters)
        let slots = try parameters.slots.slots(at: "slots")
        let roll = try Roll(parameters, in: basis.market)
        companies = Dictionary(roll.companies.map { ($0.id, $0) }) { first, _ in first }
        request = TimetableRequest(
            slots: slots,
            companies: zip(roll.companies, parameters.companies ?? []).map { company, asked in
                TimetableCompany(
                    id: company.id, name: company.name, minimum: asked.minimum ?? parameters.companyMinimum ?? 0,
                    maximum: asked.maximum ?? parameters.companyMaximum,
                    unavailable: (asked.unavailable ?? []).map { SlotID($0) })
            },
            hosts: parameters.hosts.map { host in
                TimetableHost(
                    id: HostID(host.id), name: host.name ?? host.id,
                    minimum: host.minimum ?? parameters.hostMinimum ?? 0,
                    maximum: host.maximum ?? parameters.hostMaximum,
                    unavailable: (host.unavailable ?? []).map { SlotID($0) })
            },
            tables: parameters.tables ?? parameters.hosts.count, spareTables: parameters.spareTables ?? 0,
            wishes: try Self.wishes(parameters, roll, on: basis, in: store),
            edits: try Self.edits(parameters.edits ?? [], roll))
    }

    /// Pairs of a host and a company that a timetable is made for: with so many it takes a minute.
    private static let mostPairs = 100_000

    private static func checkSize(_ parameters: MeetingsSchedule.Parameters) throws(ParameterError) {
        let hosts = parameters.hosts.count
        let companies = parameters.companies?.count ?? 0
        let (pairs, isTooLarge) = hosts.multipliedReportingOverflow(by: companies)
        guard isTooLarge || pairs > mostPairs else { return }
        throw ParameterError(
            parameter: "companies",
            expected: "at most \(mostPairs) pairs of a host and a company: plan them in several timetables",
            came: "\(companies) companies for \(hosts) hosts")
    }

    /// With the companies that registered for the event. What they asked for counts where it names a host.
    private static func joined(
        _ parameters: MeetingsSchedule.Parameters, _ basis: PlanBasis
    ) -> MeetingsSchedule.Parameters {
        let hosts = Set(parameters.hosts.map(\.id))
        let guests = basis.memory.registered.filter { $0.registration?.standing == .placed }.map { guest in
            let company = guest.company(in: basis.market)
            let wishes = (guest.registration?.wishes ?? []).filter(hosts.contains)
            let isKnown = basis.market.snapshot.profile(of: company.id) != nil
            return CompanyAtTable(
                supplier: isKnown ? company.id.rawValue : nil, name: company.name,
                wishes: wishes.isEmpty ? nil : wishes)
        }
        var parameters = parameters
        if !guests.isEmpty { parameters.companies = guests + (parameters.companies ?? []) }
        return parameters
    }

    /// The companies, and who is meant by an id or a name.
    private struct Roll {
        let companies: [Company]
        private let byName: [String: SupplierID]

        init(_ parameters: MeetingsSchedule.Parameters, in market: Market) throws {
            var byName: [String: SupplierID] = [:]
            companies = try (parameters.companies ?? []).enumerated().map { index, asked in
                let path = "companies[\(index)]"
                if let id = asked.supplier { return try market.company(id, at: "\(path).supplier") }
                let name = try PlanBasis.needed(asked.name, at: "\(path).name", for: "a company without an id")
                let id = SupplierID("registered-\(index + 1)")
                byName[name] = id
                return Company(id: id, name: name, isNewcomer: true)
            }
            self.byName = byName
        }

        func id(_ text: String) -> SupplierID { byName[text] ?? SupplierID(text) }
    }

    private static func wishes(
        _ parameters: MeetingsSchedule.Parameters, _ roll: Roll, on basis: PlanBasis, in store: Store
    ) throws -> [MeetingWish] {
        let reach = try PlanBasis.share(parameters.reach, at: "reach", or: PlanBasis.standardReach)
        let hostIDs = Set(parameters.hosts.map(\.id))
        for (index, company) in (parameters.companies ?? []).enumerated() {
            for (place, host) in (company.wishes ?? []).enumerated() where !hostIDs.contains(host) {
                throw ParameterError(
                    parameter: "companies[\(index)].wishes[\(place)]", expected: "the id of a host",
                    came: Excerpt.of(.string(host)))
            }
        }
        var stated: [Pair: WishForMeeting] = [:]
        for wish in parameters.wishes ?? [] { stated[Pair(roll.id(wish.company), wish.host)] = wish }
        // By company, the place of each host on its list.
        let lists = (parameters.companies ?? []).map { company in
            company.wishes.map { wishes in
                (count: wishes.count, places: Dictionary(wishes.enumerated().map { ($1, $0) }) { first, _ in first })
            }
        }
        var wishes: [MeetingWish] = []
        for host in parameters.hosts {
            try Task.checkCancellation()
            let liking = try host.need.map {
                HostLiking(try basis.board($0, in: store, reach: reach), for: roll.companies, reach)
            }
            for (company, list) in zip(roll.companies, lists) {
                let (own, isLiked) = liking?.score(of: company.id) ?? (Self.indifferent, true)
                var companyScore: Int?
                if let list {
                    companyScore = list.places[host.id].map { (list.count - $0) * 1_000_000 / list.count }
                } else if isLiked {
                    companyScore = own
                }
                let pair = stated.removeValue(forKey: Pair(company.id, host.id))
                guard companyScore != nil || pair != nil else { continue }
                wishes.append(
                    MeetingWish(
                        company: company.id, host: HostID(host.id),
                        companyScore: pair?.companyScore?.millionths ?? companyScore ?? own,
                        hostScore: pair?.hostScore?.millionths ?? own))
            }
        }
        // What is left names nobody who is here; the planner's check says so.
        for (pair, _) in stated.sorted(by: { ($0.key.company, $0.key.host) < ($1.key.company, $1.key.host) }) {
            wishes.append(
                MeetingWish(
                    company: pair.company, host: HostID(pair.host), companyScore: 0, hostScore: 0))
        }
        return wishes
    }

    private static let indifferent = 500_000

    private struct Pair: Hashable {
        let company: SupplierID
        let host: String

        init(_ company: SupplierID, _ host: String) {
            self.company = company
            self.host = host
        }
    }

    /// How much a host wants each company: the match; for companies that Torg doesn't know, the middle of the others.
    private struct HostLiking {
        private let scores: [SupplierID: Int]
        private let middle: Int
        private let least: Int

        init(_ board: NeedBoard, for companies: [Company], _ reach: Int) {
            var scores: [SupplierID: Int] = [:]
            for company in companies {
                let score = board.score(of: company.id).millionths
                if score > 0 { scores[company.id] = score }
            }
            self.scores = scores
            let sorted = scores.values.sorted()
            middle = sorted.isEmpty ? TimetableScheduling.indifferent : sorted[sorted.count / 2]
            least = (sorted.last ?? 0) * reach / 1_000_000
        }

        /// The score, and whether the host would ask for the company itself.
        func score(of company: SupplierID) -> (Int, Bool) {
            let score = scores[company] ?? middle
            return (score, score >= least)
        }
    }

    private static func edits(_ edits: [EditOfTimetable], _ roll: Roll) throws -> [TimetableEdit] {
        try edits.enumerated().flatMap { index, edit -> [TimetableEdit] in
            let path = "edits[\(index)]"
            let company = roll.id(edit.company)
            let host = HostID(edit.host)
            let slot = edit.slot.map { SlotID($0) }
            let changes: [TimetableEdit.Change] =
                switch edit.edit {
                case .pin: [.pin(company: company, host: host, slot: slot)]
                case .ban: [.forbid(company: company, host: host)]
                case .move:
                    [
                        .pin(
                            company: company, host: host,
                            slot: SlotID(try PlanBasis.needed(edit.slot, at: "\(path).slot", for: "move")))
                    ]
                case .swap:
                    [
                        .forbid(company: company, host: host),
                        .pin(
                            company: roll.id(try PlanBasis.needed(edit.with, at: "\(path).with", for: "swap")),
                            host: host, slot: slot),
                    ]
                }
            return changes.map {
                TimetableEdit($0, by: edit.by.withoutPersonalNumbers, note: edit.note.withoutPersonalNumbers)
            }
        }
    }

    /// - Throws: `DialogueError`, and `Infeasible` with every constraint in the way.
    func result() throws -> MeetingsSchedule.Result {
        switch try TimetablePlanner.plan(request) {
        case .infeasible(let obstacles): throw Infeasible(obstacles: obstacles)
        case .plan(let timetable): return result(timetable)
        }
    }
}

extension TimetableScheduling {
    private func result(_ timetable: Timetable) -> MeetingsSchedule.Result {
        MeetingsSchedule.Result(
            slots: request.slots.map(ProgrammeSlot.init),
            hosts: request.hosts.map { NamedReference(id: $0.id.rawValue, name: $0.name) },
            companies: companies.values.sorted { $0.id < $1.id }.map(SupplierReference.init), tables: request.tables,
            meetings: timetable.meetings.map {
                MeetingLine(
                    slot: $0.slot.rawValue, table: $0.table, company: $0.company.rawValue, host: $0.host.rawValue,
                    worth: Points(millionths: $0.worth), pinned: $0.isPinned)
            },
            unscheduled: timetable.unscheduled.map {
                UnscheduledLine(
                    company: $0.company.rawValue, host: $0.host.rawValue, worth: Points(millionths: $0.worth),
                    reason: $0.reason, text: $0.text)
            },
            spare: timetable.spare.map { SpareLine(slot: $0.slot.rawValue, tables: $0.tables) },
            edits: timetable.edits.map(effect), choice: PlanOptimality(timetable.optimality),
            setting: setting, dataThrough: basis.market.snapshot.dataThrough,
            generation: basis.market.snapshot.generation, weights: SortedMap(basis.weights[.notice]),
            weightsByKind: API.WeightsByKind(basis.weights))
    }

    private func effect(_ applied: AppliedTimetableEdit) -> EditEffect {
        let kind: TimetableEditKind
        let company: SupplierID
        let host: HostID
        switch applied.edit.change {
        case .pin(let pinned, let by, _): (kind, company, host) = (.pin, pinned, by)
        case .forbid(let forbidden, let by): (kind, company, host) = (.ban, forbidden, by)
        }
        return EditEffect(
            edit: kind.rawValue, about: "\(company) – \(host)", by: applied.edit.by, note: applied.edit.note,
            effect: applied.effect)
    }
}
