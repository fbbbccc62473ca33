import API
import Containers
import Procurement

/// The candidates put in order for a choice: who rests, who is out, what each is worth, and the lots of the draw.
struct CouncilPool: Sendable {
    struct Entry: Sendable {
        let candidate: CouncilCandidate
        /// Index into the request's `seats`.
        let role: Int
        /// Index into the size quotas; `nil` for sizes in none, and for officials and politicians.
        let quota: Int?
        let isNewcomer: Bool
        let isPinned: Bool
        let earlierSeats: Int
        let netScore: Int
        /// The lot's place in the draw among all entries, from 0 for the worst.
        var lot: Int
    }

    let request: CouncilRequest
    /// Sorted by id.
    let entries: [Entry]
    let resting: [MemberID]

    init(_ request: CouncilRequest) {
        self.request = request
        var pinned = Set<MemberID>()
        var excluded = Set<MemberID>()
        for edit in request.edits {
            switch edit.change {
            case .pin(let member): pinned.insert(member)
            case .exclude(let member): excluded.insert(member)
            }
        }
        let lately = Set(request.earlier.prefix(request.rotation.coolOff).flatMap(\.members))
        var entries: [Entry] = []
        var resting: [MemberID] = []
        for candidate in request.candidates.sorted(by: { $0.id < $1.id }) where !excluded.contains(candidate.id) {
            guard let role = request.seats.firstIndex(where: { $0.role == candidate.role }) else { continue }
            let isSupplier = candidate.role == .supplier
            let isPinned = pinned.contains(candidate.id)
            if isSupplier, !isPinned, lately.contains(candidate.id) {
                resting.append(candidate.id)
                continue
            }
            let earlier = request.earlier.count { $0.members.contains(candidate.id) }
            let penalty = isSupplier ? earlier * request.rotation.penaltyPerSeat : 0
            let quota = candidate.size.flatMap { size in request.sizeQuotas.firstIndex { $0.sizes.contains(size) } }
            entries.append(
                Entry(
                    candidate: candidate, role: role, quota: isSupplier ? quota : nil,
                    isNewcomer: isSupplier && candidate.isNewcomer, isPinned: isPinned, earlierSeats: earlier,
                    netScore: max(0, candidate.score - penalty), lot: 0))
        }
        let lots = entries.map { SplitMix64.draw(seed: request.seed, name: $0.candidate.id.rawValue) }
        for (place, index) in entries.indices.sorted(by: { (lots[$0], $0) < (lots[$1], $1) }).enumerated() {
            entries[index].lot = place
        }
        self.entries = entries
        self.resting = resting
    }

    /// Pinned members that can't sit together, whatever else is chosen.
    func clashes() -> [Infeasibility] {
        let pinned = entries.filter(\.isPinned)
        var found: [Infeasibility] = []
        for (index, seats) in request.seats.enumerated() {
            let members = pinned.filter { $0.role == index }
            guard members.count > seats.seats else { continue }
            let words = seats.role.words
            found.append(
                Infeasibility(
                    constraint: .seats(role: seats.role), asked: seats.seats, possible: members.count, isProven: true,
                    alternatives: [],
                    text: BilingualText(
                        sv:
                            "\(members.count) \(words.sv) är utvalda för hand till \(Figure.seats(seats.seats).sv). Höj antalet "
                            + "platser till \(members.count) eller ta bort \(members.count - seats.seats).",
                        en:
                            "\(members.count) \(words.en) are chosen by hand for \(Figure.seats(seats.seats).en); raise the seats "
                            + "to \(members.count) or drop \(members.count - seats.seats).")))
        }
        for (group, members) in Dictionary(grouping: pinned.filter { $0.candidate.group != nil }, by: \.candidate.group)
            .sorted(by: { ($0.key ?? "") < ($1.key ?? "") })
        where members.count > 1 {
            let names = Figure.names(members.map(\.candidate.name))
            found.append(
                Infeasibility(
                    constraint: .corporateGroup(group: group ?? ""), asked: members.count, possible: 1, isProven: true,
                    alternatives: [],
                    text: BilingualText(
                        sv: "\(names.sv) är utvalda för hand men hör till samma koncern, \(group ?? ""). Behåll en.",
                        en: "\(names.en) are chosen by hand but belong to one group, \(group ?? ""); keep one.")))
        }
        return found
    }
}
