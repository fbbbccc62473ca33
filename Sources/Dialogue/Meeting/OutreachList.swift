import Procurement

/// Whom to tell in particular, in which order and why; and what the choice covers.
struct OutreachList: Sendable {
    private let roll: MeetingRoll
    private let choice: SeatSelection.Result
    /// The choice as it would be by score alone.
    private let onScore: SeatSelection.Result
    private let small: Int
    private let newcomers: Int
    /// Companies per table.
    private let totals: [Int]
    private let members: [SupplierID: Int]

    private var request: MeetingRequest { roll.request }

    init(_ roll: MeetingRoll, choice: SeatSelection.Result) {
        self.roll = roll
        self.choice = choice
        onScore = roll.selection(withRequirements: false).solve()
        var totals = roll.request.categories.map { _ in 0 }
        for case .table(let table)? in choice.seats { totals[table] += 1 }
        self.totals = totals
        let chosen = zip(roll.members, choice.seats).filter { $0.1 != nil }.map(\.0.company)
        small = chosen.count { roll.isSmall($0) }
        newcomers = chosen.count(where: \.isNewcomer)
        members = Dictionary(uniqueKeysWithValues: roll.members.enumerated().map { ($0.element.company.id, $0.offset) })
    }

    func table(of supplier: SupplierID) -> CategoryID? {
        guard let index = members[supplier] else { return nil }
        return table(index).map { request.categories[$0].id }
    }

    private func table(_ member: Int) -> Int? {
        if case .table(let table)? = choice.seats[member] { table } else { nil }
    }

    private func score(_ member: Int, at table: Int) -> Int {
        roll.members[member].options.first { $0.table == table }?.score ?? 0
    }

    func outreach() -> [Outreach] {
        let ranks = request.categories.indices.map { rank(at: $0) }
        var lines: [(urgency: Int, line: Outreach)] = []
        for (index, member) in roll.members.enumerated() where member.registration == nil && choice.seats[index] != nil
        {
            if Task.isCancelled { break }
            let table = table(index)
            let serves = serves(member.company, at: table)
            let score = table.map { self.score(index, at: $0) } ?? 0
            let rank = table.flatMap { ranks[$0][index] }
            let alone = onScore.seats[index] != nil
            let line = Outreach(
                order: 0, company: member.company, category: table.map { request.categories[$0].id }, score: score,
                rank: rank, timesInvited: member.candidate?.timesInvited ?? 0, serves: serves, onScoreAlone: alone,
                reason: reason(member, table: table, score: score, rank: rank, serves: serves, alone: alone))
            lines.append((member.isPinned ? 0 : serves.isEmpty ? 2 : 1, line))
        }
        lines.sort {
            ($0.urgency, $1.line.score, $0.line.company.id) < ($1.urgency, $0.line.score, $1.line.company.id)
        }
        return lines.enumerated().map { offset, entry in
            let line = entry.line
            return Outreach(
                order: offset + 1, company: line.company, category: line.category, score: line.score, rank: line.rank,
                timesInvited: line.timesInvited, serves: line.serves, onScoreAlone: line.onScoreAlone,
                reason: line.reason)
        }
    }

    /// Each member's place by score at one table, from 1.
    private func rank(at table: Int) -> [Int: Int] {
        if Task.isCancelled { return [:] }
        let scored = roll.members.indices.compactMap { index in
            roll.members[index].options.first { $0.table == table }.map { (index: index, score: $0.score) }
        }
        let sorted = scored.sorted { ($1.score, $0.index) < ($0.score, $1.index) }
        return Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($0.element.index, $0.offset + 1) })
    }

    /// The floors and shares that are met with nothing to spare, and to which the company counts.
    private func serves(_ company: Company, at table: Int?) -> [Constraint] {
        var serves: [Constraint] = []
        if let table, request.categories[table].floor > 0, totals[table] == request.categories[table].floor {
            serves.append(.categoryFloor(category: request.categories[table].id))
        }
        if roll.isSmall(company), roll.smallAsked > 0, small == roll.smallAsked { serves.append(.smallShare) }
        if company.isNewcomer, roll.newcomersAsked > 0, newcomers == roll.newcomersAsked {
            serves.append(.newcomerShare)
        }
        return serves
    }

    private func reason(
        _ member: MeetingRoll.Member, table: Int?, score: Int, rank: Int?, serves: [Constraint], alone: Bool
    ) -> BilingualText {
        var sv: [String] = []
        var en: [String] = []
        for edit in request.edits where edit.supplier == member.company.id {
            sv.append("Utvald för hand av \(edit.by): \(edit.note).")
            en.append("Chosen by hand by \(edit.by): \(edit.note).")
        }
        if let table, let rank {
            let name = request.categories[table].name
            let figure = Figure.score(score)
            sv.append("Plats \(rank) för \(name.sv) med \(figure.sv).")
            en.append("Number \(rank) for \(name.en) with \(figure.en).")
        }
        // Whoever stands on the list by score anyway is not there for the sake of a constraint.
        for constraint in serves where !alone {
            let words = words(constraint, at: table)
            sv.append(words.sv)
            en.append(words.en)
        }
        if !alone, !member.isPinned {
            sv.append("Skulle inte ha kommit med på poäng enbart.")
            en.append("Would not be on the list by score alone.")
        }
        return BilingualText(sv: sv.joined(separator: " "), en: en.joined(separator: " "))
    }

    private func words(_ constraint: Constraint, at table: Int?) -> BilingualText {
        switch constraint {
        case .smallShare:
            BilingualText(sv: "Behövs för andelen små företag.", en: "Needed for the share of small firms.")
        case .newcomerShare:
            BilingualText(
                sv: "Behövs för andelen leverantörer utan kända vinster.",
                en: "Needed for the share of suppliers without a known win.")
        default:
            if let table {
                BilingualText(
                    sv: "Behövs för att nå minst \(request.categories[table].floor) vid bordet.",
                    en: "Needed to reach at least \(request.categories[table].floor) at the table.")
            } else {
                BilingualText(sv: "", en: "")
            }
        }
    }

    func reserves() -> [Reserve] {
        request.categories.indices.flatMap { table -> [Reserve] in
            if Task.isCancelled { return [] }
            return roll.members.indices.filter { choice.seats[$0] == nil }
                .compactMap { index in
                    roll.members[index].options.first { $0.table == table }.map { (index, $0.score) }
                }
                .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
                .prefix(request.reservesPerCategory)
                .map { index, score in
                    Reserve(category: request.categories[table].id, company: roll.members[index].company, score: score)
                }
        }
    }

    func coverage() -> [CategoryCoverage] {
        request.categories.indices.prefix { _ in !Task.isCancelled }.map { table in
            let here = roll.members.indices.filter { self.table($0) == table }
            let registered = here.count { roll.members[$0].registration != nil }
            return CategoryCoverage(
                category: request.categories[table].id, floor: request.categories[table].floor,
                registered: registered, outreach: here.count - registered,
                candidates: roll.members.count { $0.options.contains { $0.table == table } })
        }
    }

    func shares() -> [ShareCoverage] {
        [
            ShareCoverage(
                constraint: .smallShare, permille: request.smallSharePermille, asked: roll.smallAsked, planned: small),
            ShareCoverage(
                constraint: .newcomerShare, permille: request.newcomerSharePermille, asked: roll.newcomersAsked,
                planned: newcomers),
        ]
    }
}
