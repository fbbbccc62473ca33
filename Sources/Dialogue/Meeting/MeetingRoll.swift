import Procurement

/// The request put in order: who has a place, who waits, who may be told, and the problem that follows from it.
struct MeetingRoll: Sendable {
    /// One company that the plan may hold, registered or to be told.
    struct Member: Sendable {
        var company: Company
        var registration: MeetingRegistration?
        var candidate: MeetingCandidate?
        var isPinned: Bool
        /// Moved to its only table by hand.
        var isMoved: Bool
        /// Its scores at the tables it may sit at, by the index of the category. Net of earlier invitations.
        var options: [SeatSelection.Option]
    }

    let request: MeetingRequest
    let seated: [MeetingRegistration]
    let waiting: [MeetingRegistration]
    /// Sorted by supplier id: seated, and those who may be told.
    let members: [Member]
    /// Seated or pinned.
    let forced: Int

    init(_ request: MeetingRequest) {
        self.request = request
        let queue = request.registrations.sorted {
            $0.arrival != $1.arrival ? $0.arrival < $1.arrival : $0.company.id < $1.company.id
        }
        seated = Array(queue.prefix(request.capacity))
        waiting = Array(queue.dropFirst(request.capacity))
        let tables = Dictionary(
            request.categories.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let candidates = Dictionary(
            request.candidates.map { ($0.company.id, $0) }, uniquingKeysWith: { first, _ in first })
        var excluded = Set<SupplierID>()
        var pinned = Set<SupplierID>()
        var moved: [SupplierID: CategoryID] = [:]
        for edit in request.edits {
            switch edit.change {
            case .exclude(let supplier): excluded.insert(supplier)
            case .pin(let supplier), .place(let supplier, _, _): pinned.insert(supplier)
            case .move(let supplier, let category):
                pinned.insert(supplier)
                moved[supplier] = category
            }
        }
        func options(_ candidate: MeetingCandidate?, at wishes: [CategoryID]?, penalty: Int) -> [SeatSelection.Option] {
            let scores = candidate?.scores ?? []
            let chosen =
                wishes.map { wishes in
                    wishes.map { wish in CategoryScore(wish, scores.first { $0.category == wish }?.score ?? 0) }
                } ?? scores
            var options: [SeatSelection.Option] = []
            for score in chosen {
                guard let table = tables[score.category], !options.contains(where: { $0.table == table }) else {
                    continue
                }
                let net = max(0, score.score - penalty)
                if net > 0 || wishes != nil { options.append(SeatSelection.Option(table: table, score: net)) }
            }
            return options.sorted { $0.table < $1.table }
        }
        var members = seated.map { registration in
            let id = registration.company.id
            let wishes = moved[id].map { [$0] } ?? (registration.wishes.isEmpty ? nil : registration.wishes)
            return Member(
                company: registration.company, registration: registration, candidate: candidates[id],
                isPinned: pinned.contains(id), isMoved: moved[id] != nil,
                options: options(candidates[id], at: wishes, penalty: 0))
        }
        let registered = Set(request.registrations.map(\.company.id))
        for candidate in request.candidates {
            let id = candidate.company.id
            guard !registered.contains(id), !excluded.contains(id) else { continue }
            let choices = options(
                candidate, at: moved[id].map { [$0] }, penalty: request.invitationPenalty * candidate.timesInvited)
            guard pinned.contains(id) || !choices.isEmpty else { continue }
            members.append(
                Member(
                    company: candidate.company, registration: nil, candidate: candidate,
                    isPinned: pinned.contains(id), isMoved: moved[id] != nil, options: choices))
        }
        members.sort { $0.company.id < $1.company.id }
        self.members = members
        forced = members.count { $0.registration != nil || $0.isPinned }
    }

    /// How many companies the plan will hold, as far as capacity and the number of companies tell.
    var size: Int { min(request.capacity, members.count) }
    /// The share of small firms in whole companies.
    var smallAsked: Int { (size * request.smallSharePermille + 999) / 1000 }
    var newcomersAsked: Int { (size * request.newcomerSharePermille + 999) / 1000 }

    func isSmall(_ company: Company) -> Bool { company.size.map(request.smallSizes.contains) ?? false }

    func station(of category: CategoryID) -> Station? { request.stations.first { $0.category == category } }

    /// Whether companies visit stations at all.
    var hasRota: Bool { request.visitsPerCompany > 0 && !request.slots.isEmpty && !request.stations.isEmpty }

    /// Companies that a category's station can take over the day, where its size is given.
    func ceiling(of category: CategoryID) -> Int? {
        guard hasRota else { return nil }
        return station(of: category)?.seats.map { $0 * request.slots.count }
    }

    /// The choice of companies; without floors and shares for comparison.
    func selection(withRequirements: Bool = true) -> SeatSelection {
        SeatSelection(
            places: request.capacity,
            floors: request.categories.map { withRequirements ? $0.floor : 0 },
            ceilings: request.categories.map { ceiling(of: $0.id) },
            small: withRequirements ? smallAsked : 0,
            newcomers: withRequirements ? newcomersAsked : 0,
            entrants: members.map {
                SeatSelection.Entrant(
                    isSmall: isSmall($0.company), isNewcomer: $0.company.isNewcomer,
                    isForced: $0.registration != nil || $0.isPinned, isBound: $0.isMoved, options: $0.options)
            })
    }

    /// How well a company matches a station, `nil` where it has no business there.
    func score(of member: Member, at station: Station) -> Int? {
        if let category = station.category {
            let table = request.categories.firstIndex { $0.id == category }
            return member.options.first { $0.table == table }?.score
        }
        if let score = member.candidate?.stationScores.first(where: { $0.station == station.id })?.score {
            return score > 0 ? score : nil
        }
        guard case .project(_, let categories) = station.subject else { return nil }
        let tables = categories.compactMap { id in request.categories.firstIndex { $0.id == id } }
        return member.options.filter { tables.contains($0.table) && $0.score > 0 }.map(\.score).max()
    }
}
