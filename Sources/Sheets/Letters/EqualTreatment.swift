import API
import Procurement

/// Who was a candidate and who was invited, in order, with the reason for each difference: what an office shows when it is asked
/// whether all were treated alike.
package struct EqualTreatment: Sendable {
    /// One candidate for one thing.
    package struct Line: Sendable {
        /// Its place by score among the candidates, from 1; equal scores share one. Absent for whom was no candidate.
        package var place: Int?
        /// What for: a category; absent for a council.
        package var category: BilingualText?
        package var supplier: String
        package var score: Points?
        /// Whether the plan chose it.
        package var isChosen: Bool
        /// Whether it was invited to the event.
        package var isInvited: Bool
        /// Why; for each that is chosen, and for each that isn't and stands before one that is.
        package var reason: BilingualText
    }

    package private(set) var lines: [Line] = []
    private let invitations: [String: EventInvitation]

    /// Of a meeting and its event.
    package init(_ plan: MeetingPlan.Result, _ event: EventsGet.Result) {
        invitations = Self.invitations(event)
        let names = Dictionary(plan.coverage.map { ($0.category, $0.name) }) { first, _ in first }
        var chosen: [String: BilingualText] = [:]
        for line in plan.outreach { chosen[line.supplier.id] = line.reason }
        let registered = Set(plan.seated.map(\.supplier.id) + plan.waiting.map(\.supplier.id))
        let reserves = Set(plan.reserves.map(\.supplier.id))
        for list in plan.candidates {
            let told = plan.outreach.filter { $0.category == list.category }.map(\.supplier.id)
            add(list.candidates, for: names[list.category] ?? BilingualText(list.category), chosen: Set(told)) { id in
                if let reason = chosen[id] { return reason }
                if registered.contains(id) {
                    return BilingualText(sv: "Har anmält sig själv.", en: "Has registered by itself.")
                }
                if let edit = plan.edits.first(where: { $0.about == id }) { return edit.sentence }
                if reserves.contains(id) { return BilingualText(sv: "Reserv.", en: "In reserve.") }
                return nil
            }
        }
        addOthers()
    }

    /// Of a council and its event.
    package init(_ plan: CouncilCompose.Result, _ event: EventsGet.Result) {
        invitations = Self.invitations(event)
        let seats = plan.seats.filter { $0.member.role == .supplier }
        let resting = Set(plan.resting.map(\.id))
        let alternates = Set(plan.alternates.map(\.member.id))
        add(plan.candidates, for: nil, chosen: Set(seats.map(\.member.id))) { id in
            if let seat = seats.first(where: { $0.member.id == id }) { return seat.reason }
            if let edit = plan.edits.first(where: { $0.about == id }) { return edit.sentence }
            if resting.contains(id) {
                return BilingualText(
                    sv: "Står över: satt i ett av de senaste råden.", en: "Rests: sat in one of the latest councils.")
            }
            if let group = plan.groups.first(where: { $0.members.contains(id) }),
                let seat = seats.first(where: { group.members.contains($0.member.id) })
            {
                return BilingualText(
                    sv: "Samma koncern som \(seat.member.name): en plats var.",
                    en: "The same group as \(seat.member.name): one seat each.")
            }
            if alternates.contains(id) { return BilingualText(sv: "Ersättare.", en: "Alternate.") }
            return nil
        }
        addOthers()
    }

    private static func invitations(_ event: EventsGet.Result) -> [String: EventInvitation] {
        Dictionary(
            event.guests.compactMap { guest in guest.supplier.flatMap { id in guest.invitation.map { (id, $0) } } }
        ) {
            first, _ in first
        }
    }

    private mutating func add(
        _ candidates: [CandidateLine], for category: BilingualText?, chosen: Set<String>,
        reason: (String) -> BilingualText?
    ) {
        let order = candidates.sorted { ($1.score, $0.supplier) < ($0.score, $1.supplier) }
        let last = order.filter { chosen.contains($0.supplier) }.map(\.score).min()
        var place = 0
        for (index, candidate) in order.enumerated() {
            if index == 0 || candidate.score != order[index - 1].score { place = index + 1 }
            let isChosen = chosen.contains(candidate.supplier)
            let invitation = invitations[candidate.supplier]
            var why = reason(candidate.supplier) ?? Self.notChosen(candidate.score, last)
            if isChosen, invitation == nil {
                why = why.and(sv: "Inte inbjuden: inget skäl är antecknat.", en: "Not invited: no reason is noted.")
            }
            if !isChosen, let invitation { why = why.and(Self.invited(invitation)) }
            lines.append(
                Line(
                    place: place, category: category, supplier: candidate.supplier, score: candidate.score,
                    isChosen: isChosen,
                    isInvited: invitation != nil, reason: why))
        }
    }

    /// Invited without having been a candidate.
    private mutating func addOthers() {
        let known = Set(lines.map(\.supplier))
        for (id, invitation) in invitations.sorted(by: { $0.key < $1.key }) where !known.contains(id) {
            lines.append(
                Line(supplier: id, isChosen: false, isInvited: true, reason: Self.invited(invitation)))
        }
    }

    private static func invited(_ invitation: EventInvitation) -> BilingualText {
        guard let reason = invitation.reason else {
            return BilingualText(
                sv: "Inbjuden utanför planen av \(invitation.by): inget skäl är antecknat.",
                en: "Invited beside the plan by \(invitation.by): no reason is noted.")
        }
        return BilingualText(
            sv: "Inbjuden av \(invitation.by): \(reason)", en: "Invited by \(invitation.by): \(reason)")
    }

    private static func notChosen(_ score: Points, _ last: Points?) -> BilingualText {
        guard let last else { return BilingualText(sv: "Ingen valdes här.", en: "Nobody was chosen here.") }
        if score < last {
            return BilingualText(
                sv: "Färre poäng än den sist valda (\(TextLanguage.sv.hundredths(last))).",
                en: "Fewer points than the last one chosen (\(TextLanguage.en.hundredths(last))).")
        }
        return BilingualText(
            sv:
                "Minst lika många poäng som den sist valda (\(TextLanguage.sv.hundredths(last))): en annan togs för spridningen, "
                + "efter avdrag för tidigare inbjudningar eller efter lott; den valdas skäl säger vilket.",
            en:
                "At least as many points as the last one chosen (\(TextLanguage.en.hundredths(last))): another was taken for the "
                + "spread, after what earlier invitations take off, or by lot; the reason of the one chosen says which."
        )
    }

    /// How each stands to the others: those chosen, and those that stand before one that is. What is left out are the places
    /// after the last chosen one, where nobody was invited.
    package var differences: [Line] {
        var kept: [Line] = []
        for group in Dictionary(grouping: lines, by: \.category?.en).sorted(by: { ($0.key ?? "") < ($1.key ?? "") }) {
            let last = group.value.lastIndex { $0.isChosen || $0.isInvited } ?? -1
            kept += group.value.prefix(last + 1)
        }
        return kept
    }

    /// All lines as a table.
    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        let supplier = SupplierColumns<Line>(context: context) { $0.supplier }
        return Workbook(
            context, Ground(),
            [
                Sheet(
                    "candidates", sv: "Likabehandling", en: "Equal treatment", language,
                    [
                        Column(sv: "Kategori", en: "Category", width: 30) { Cell($0.category?.text(in: language)) },
                        Column(sv: "Placering", en: "Rank", width: 9) { Cell($0.place) },
                        supplier.name { context.details[$0.supplier]?.name ?? $0.supplier },
                        Column(sv: "Poäng", en: "Score", width: 9) { $0.score.map(Cell.points) ?? .none },
                        Column(sv: "Vald i planen", en: "Chosen by the plan", width: 9) { .flag($0.isChosen) },
                        Column(sv: "Inbjuden", en: "Invited", width: 9) { .flag($0.isInvited) },
                        Column(sv: "Skäl", en: "Reason", width: 80) { .text($0.reason.text(in: language)) },
                        supplier.key,
                    ], lines)
            ])
    }
}

extension BilingualText {
    fileprivate func and(_ other: BilingualText) -> BilingualText { and(sv: other.sv, en: other.en) }

    fileprivate func and(sv: String, en: String) -> BilingualText {
        BilingualText(sv: "\(self.sv) \(sv)", en: "\(self.en) \(en)")
    }
}
