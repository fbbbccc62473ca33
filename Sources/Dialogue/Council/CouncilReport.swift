import API
import Procurement

/// A chosen council in words: seats with reasons, alternates, balance and draws.
struct CouncilReport: Sendable {
    private let table: CouncilTable
    /// Entries of the pool, by role, then best first.
    private let seated: [Int]
    private let bound: Int
    private let sizes: [Int]
    private let newcomers: Int
    private let isSeated: [Bool]
    /// The seated entry of each corporate group.
    private let holders: [String: Int]

    private var request: CouncilRequest { table.request }
    private var entries: [CouncilPool.Entry] { table.pool.entries }

    init(_ table: CouncilTable, seated: [Int], bound: Int) {
        self.table = table
        self.bound = bound
        let entries = table.pool.entries
        self.seated = seated.sorted {
            (entries[$0].role, -entries[$0].netScore, -entries[$0].lot)
                < (entries[$1].role, -entries[$1].netScore, -entries[$1].lot)
        }
        sizes = table.request.sizeQuotas.indices.map { quota in seated.count { entries[$0].quota == quota } }
        newcomers = seated.count { entries[$0].isNewcomer }
        var isSeated = entries.map { _ in false }
        var holders: [String: Int] = [:]
        for index in seated {
            isSeated[index] = true
            if let group = entries[index].candidate.group { holders[group] = index }
        }
        self.isSeated = isSeated
        self.holders = holders
    }

    func proposal() -> CouncilProposal {
        let value = seated.reduce(0) { $0 + entries[$1].netScore }
        return CouncilProposal(
            seats: seated.map(seat), alternates: alternates(), balance: balance(), draws: draws(),
            resting: table.pool.resting, edits: edits(), seed: request.seed,
            optimality: Optimality(value: value, bound: max(bound, value)))
    }

    private func seat(_ index: Int) -> CouncilSeat {
        let entry = entries[index]
        let rivals = entries.filter { $0.role == entry.role }
        let rank = 1 + rivals.count { $0.netScore > entry.netScore }
        let better = rivals.count { ($0.netScore, $0.lot) > (entry.netScore, entry.lot) }
        let serves = serves(entry)
        let alone = better < request.seats[entry.role].seats
        return CouncilSeat(
            candidate: entry.candidate, netScore: entry.netScore, rank: rank, earlierSeats: entry.earlierSeats,
            serves: serves, onScoreAlone: alone,
            reason: reason(entry, rank: rank, of: rivals.count, serves: serves, alone: alone))
    }

    /// Minima that are met with nothing to spare, and to which the entry counts.
    private func serves(_ entry: CouncilPool.Entry) -> [Constraint] {
        var serves: [Constraint] = []
        if let quota = entry.quota, request.sizeQuotas[quota].minimum > 0,
            sizes[quota] == request.sizeQuotas[quota].minimum
        {
            serves.append(.sizeMinimum(quota: request.sizeQuotas[quota].id))
        }
        if entry.isNewcomer, request.newcomers > 0, newcomers == request.newcomers { serves.append(.newcomers) }
        return serves
    }

    private func reason(
        _ entry: CouncilPool.Entry, rank: Int, of rivals: Int, serves: [Constraint], alone: Bool
    ) -> BilingualText {
        let score = Figure.score(entry.netScore)
        let role = request.seats[entry.role].role.words
        var sv = ["Plats \(rank) av \(rivals) \(role.sv) med \(score.sv)."]
        var en = ["Number \(rank) of \(rivals) \(role.en) with \(score.en)."]
        if entry.candidate.role != .supplier, rivals <= request.seats[entry.role].seats {
            // Nothing was chosen: there is a seat for each.
            sv = ["Namngiven i förfrågan; det finns plats för alla namngivna \(role.sv)."]
            en = ["Named in the request; there is a seat for all \(role.en) named."]
        }
        for edit in request.edits where edit.change == .pin(member: entry.candidate.id) {
            sv.insert("Utvald för hand av \(edit.by): \(edit.note).", at: 0)
            en.insert("Chosen by hand by \(edit.by): \(edit.note).", at: 0)
        }
        if entry.earlierSeats > 0, entry.candidate.role == .supplier {
            let taken = Figure.score(entry.candidate.score - entry.netScore)
            let times = Figure.count(entry.earlierSeats, sv: ("gång", "gånger"), en: ("seat", "seats"))
            sv.append("Har suttit \(times.sv) förut, vilket drar av \(taken.sv).")
            en.append("Has had \(times.en) before, which takes off \(taken.en).")
        }
        if let quota = entry.quota, serves.contains(.sizeMinimum(quota: request.sizeQuotas[quota].id)) {
            sv.append("Behövs för kvoten \(request.sizeQuotas[quota].name.sv).")
            en.append("Needed for the quota \(request.sizeQuotas[quota].name.en).")
        }
        if serves.contains(.newcomers) {
            sv.append("Behövs för kvoten nykomlingar.")
            en.append("Needed for the quota of newcomers.")
        }
        if !alone, !entry.isPinned {
            sv.append("Skulle inte ha fått plats på poäng enbart.")
            en.append("Would not have a seat by score alone.")
        }
        return BilingualText(sv: sv.joined(separator: " "), en: en.joined(separator: " "))
    }

    /// The members of the same role whose seat an entry could take, every constraint still held.
    private func replaceable(by index: Int) -> [Int] {
        let entry = entries[index]
        let holder = entry.candidate.group.flatMap { holders[$0] }
        return seated.filter { member in
            let leaving = entries[member]
            guard leaving.role == entry.role, holder == nil || holder == member,
                newcomers - (leaving.isNewcomer ? 1 : 0) + (entry.isNewcomer ? 1 : 0) >= request.newcomers
            else { return false }
            guard leaving.quota != entry.quota else { return true }
            if let quota = leaving.quota, sizes[quota] == request.sizeQuotas[quota].minimum { return false }
            if let quota = entry.quota, sizes[quota] == request.sizeQuotas[quota].maximum { return false }
            return true
        }
    }

    /// The best by score; the last of them, where it can be, someone who can step in where the others can't.
    private func alternates() -> [CouncilAlternate] {
        request.seats.indices.flatMap { role in
            let waiting = entries.indices.filter { entries[$0].role == role && !isSeated[$0] }
                .sorted { (entries[$1].netScore, entries[$1].lot) < (entries[$0].netScore, entries[$0].lot) }
                .lazy.map { (index: $0, seats: self.replaceable(by: $0)) }.filter { !$0.seats.isEmpty }
            var named = Array(waiting.prefix(request.alternatesPerRole))
            let covered = Set(named.dropLast().flatMap(\.seats))
            let uncovered = seated.filter { entries[$0].role == role && !covered.contains($0) }
            if let last = named.last, Set(last.seats).isDisjoint(with: uncovered),
                let better = waiting.first(where: { !Set($0.seats).isDisjoint(with: uncovered) })
            {
                named[named.count - 1] = better
            }
            return named.map { index, seats in
                CouncilAlternate(
                    candidate: entries[index].candidate, netScore: entries[index].netScore,
                    canReplace: seats.map { entries[$0].candidate.id }.sorted())
            }
        }
    }

    private func balance() -> [BalanceLine] {
        var lines = request.seats.enumerated().map { role, seats in
            BalanceLine(
                constraint: .seats(role: seats.role), name: seats.role.words, minimum: seats.seats,
                maximum: seats.seats,
                actual: seated.count { entries[$0].role == role })
        }
        for (quota, count) in zip(request.sizeQuotas, sizes) {
            lines.append(
                BalanceLine(
                    constraint: .sizeMinimum(quota: quota.id), name: quota.name, minimum: quota.minimum,
                    maximum: quota.maximum, actual: count))
        }
        lines.append(
            BalanceLine(
                constraint: .newcomers, name: BilingualText(sv: "nykomlingar", en: "newcomers"),
                minimum: request.newcomers, maximum: nil, actual: newcomers))
        return lines
    }

    /// Equal scores in one role, of which some have a seat and others could have had it.
    private func draws() -> [CouncilDraw] {
        request.seats.indices.flatMap { role in
            let scores = Set(seated.filter { entries[$0].role == role }.map { entries[$0].netScore })
            return scores.sorted(by: >).compactMap { score -> CouncilDraw? in
                let tied = entries.indices.filter { entries[$0].role == role && entries[$0].netScore == score }
                    .sorted { entries[$0].lot > entries[$1].lot }
                let inside = tied.filter { isSeated[$0] && !entries[$0].isPinned }
                let outside = tied.filter { index in
                    !isSeated[index] && !Set(replaceable(by: index)).isDisjoint(with: inside)
                }
                guard !outside.isEmpty else { return nil }
                return CouncilDraw(
                    score: score, seated: inside.map { entries[$0].candidate.id },
                    passedOver: outside.map { entries[$0].candidate.id })
            }
        }
    }

    private func edits() -> [AppliedCouncilEdit] {
        request.edits.map { edit in
            let effect: BilingualText =
                switch edit.change {
                case .exclude: BilingualText(sv: "Deltar inte i valet.", en: "Takes no part in the choice.")
                case .pin(let member):
                    seated.contains { entries[$0].candidate.id == member }
                        ? BilingualText(sv: "Har en plats.", en: "Has a seat.")
                        : BilingualText(sv: "Rollen har inga platser.", en: "The role has no seats.")
                }
            return AppliedCouncilEdit(edit: edit, effect: effect)
        }
    }
}
