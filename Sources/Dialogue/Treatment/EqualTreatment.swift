import API
import Procurement

/// Who was a candidate and who was chosen and invited, in order, with the reason for each difference: what an office shows when it is
/// asked whether all were treated alike. Names are the suppliers' ids until somebody who knows them puts them in.
package struct EqualTreatment: Sendable {
    /// All candidates in order, for each thing that they were candidates for; then those invited without being one.
    package private(set) var lines: [TreatmentLine] = []
    /// By supplier; nil where no event says who was invited.
    private let invitations: [String: EventInvitation]?

    /// Of a meeting.
    package init(_ plan: API.MeetingPlan.Result, invitations: [String: EventInvitation]?) {
        self.invitations = invitations
        let names = Dictionary(plan.coverage.map { ($0.category, $0.name) }) { first, _ in first }
        let reasons = Dictionary(plan.outreach.map { ($0.supplier.id, $0.reason) }) { first, _ in first }
        let registered = Set(plan.seated.map(\.supplier.id) + plan.waiting.map(\.supplier.id))
        let reserves = Set(plan.reserves.map(\.supplier.id))
        for list in plan.candidates {
            let told = Set(plan.outreach.filter { $0.category == list.category }.map(\.supplier.id))
            add(list.candidates, for: names[list.category] ?? BilingualText(list.category), chosen: told) { id in
                if let reason = reasons[id] { return reason }
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

    /// Of a council.
    package init(_ plan: API.CouncilCompose.Result, invitations: [String: EventInvitation]?) {
        self.invitations = invitations
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

    /// Of a list, from which people chose.
    ///
    /// - Parameters:
    ///   - candidates: as the list has them, the newcomers that it tells apart among them.
    ///   - reasons: what is noted of whom, whether chosen or not.
    ///   - chosen: nil where nothing but the invitations tells who was chosen.
    package init(
        _ candidates: [CandidateLine], chosen: Set<String>?, reasons: [String: BilingualText],
        invitations: [String: EventInvitation]?
    ) {
        self.invitations = invitations
        let picked = chosen ?? Set((invitations ?? [:]).keys)
        add(candidates, for: nil, chosen: picked, byHand: true) {
            reasons[$0] ?? (picked.contains($0) ? Self.listed : nil)
        }
        let known = Set(candidates.map(\.supplier))
        for id in picked.sorted() where !known.contains(id) {
            lines.append(
                TreatmentLine(
                    supplier: id, name: id, chosen: true, invited: invitations.map { $0[id] != nil },
                    reason: reasons[id] ?? Self.besides))
        }
        addOthers()
    }

    private static let listed = BilingualText(sv: "Står på listan.", en: "Is on the list.")
    private static let besides = BilingualText(
        sv: "Tillagd utan att stå på listan: inget skäl är antecknat.",
        en: "Added without being on the list: no reason is noted.")

    private mutating func add(
        _ candidates: [CandidateLine], for category: BilingualText?, chosen: Set<String>, byHand: Bool = false,
        reason: (String) -> BilingualText?
    ) {
        let order = candidates.sorted { ($1.score, $0.supplier) < ($0.score, $1.supplier) }
        let last = order.filter { chosen.contains($0.supplier) }.map(\.score).min()
        var place = 0
        for (index, candidate) in order.enumerated() {
            if index == 0 || candidate.score != order[index - 1].score { place = index + 1 }
            let isChosen = chosen.contains(candidate.supplier)
            let invitation = invitations?[candidate.supplier]
            var why = reason(candidate.supplier) ?? Self.notChosen(candidate.score, last, byHand: byHand)
            if isChosen, invitations != nil, invitation == nil {
                why = why.and(sv: "Inte inbjuden: inget skäl är antecknat.", en: "Not invited: no reason is noted.")
            }
            if !isChosen, let invitation { why = why.and(Self.invited(invitation)) }
            lines.append(
                TreatmentLine(
                    place: place, category: category, supplier: candidate.supplier, name: candidate.supplier,
                    score: candidate.score, chosen: isChosen,
                    invited: invitations.map { $0[candidate.supplier] != nil },
                    reason: why))
        }
    }

    /// Invited without having been a candidate.
    private mutating func addOthers() {
        let known = Set(lines.map(\.supplier))
        for (id, invitation) in (invitations ?? [:]).sorted(by: { $0.key < $1.key }) where !known.contains(id) {
            lines.append(
                TreatmentLine(supplier: id, name: id, chosen: false, invited: true, reason: Self.invited(invitation)))
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

    private static func notChosen(_ score: Points, _ last: Points?, byHand: Bool) -> BilingualText {
        guard let last else { return BilingualText(sv: "Ingen valdes här.", en: "Nobody was chosen here.") }
        if score < last {
            return BilingualText(
                sv: "Färre poäng än den sist valda (\(TextLanguage.sv.hundredths(last))).",
                en: "Fewer points than the last one chosen (\(TextLanguage.en.hundredths(last))).")
        }
        if byHand {
            return BilingualText(
                sv:
                    "Minst lika många poäng som den sist valda (\(TextLanguage.sv.hundredths(last))), men inte med: inget skäl är antecknat.",
                en:
                    "At least as many points as the last one chosen (\(TextLanguage.en.hundredths(last))), but left out: no reason is noted."
            )
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

    /// How each stands to the others: those chosen or invited, and those that stand before one that is. What is left out are the
    /// places after the last of these.
    package var differences: [TreatmentLine] {
        var kept: [TreatmentLine] = []
        for group in Dictionary(grouping: lines, by: \.category?.en).sorted(by: { ($0.key ?? "") < ($1.key ?? "") }) {
            let candidates = group.value.filter { $0.place != nil }
            let last = candidates.lastIndex { $0.chosen || $0.invited == true } ?? -1
            kept += candidates.prefix(last + 1) + group.value.filter { $0.place == nil }
        }
        return kept
    }
}

extension BilingualText {
    fileprivate func and(_ other: BilingualText) -> BilingualText { and(sv: other.sv, en: other.en) }

    fileprivate func and(sv: String, en: String) -> BilingualText {
        BilingualText(sv: "\(self.sv) \(sv)", en: "\(self.en) \(en)")
    }
}
