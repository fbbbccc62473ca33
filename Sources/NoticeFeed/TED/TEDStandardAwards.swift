import Procurement

/// Section V of R2.0.9: what was awarded, or that nothing was. One AWARD_CONTRACT is one award; in a design contest
/// every winner of a prize is one.
struct TEDStandardAwards {
    let form: TEDForm

    func read(into notice: inout Notice) {
        if form.element.first("AWARD_CONTRACT") != nil {
            let lots = AwardedLots(form: form, lots: notice.lots.map(\.id))
            for section in form.element.all("AWARD_CONTRACT") { read(section, lots, into: &notice) }
        }
        for result in form.element.all("RESULTS") { readPrizes(result, into: &notice) }
    }

    private func read(_ section: Element, _ lots: AwardedLots, into notice: inout Notice) {
        var award = Award(lots: section.all("LOT_NO").compactMap(\.text).flatMap(lots.numbers.lots).withoutRepeats)
        award.title = section.first("TITLE")?.words(in: form.language) ?? []
        award.contractNumber = section.first("CONTRACT_NO")?.text
        award.ends = lots.end(of: award.lots)
        if let contract = section.first("AWARDED_CONTRACT") {
            readContract(contract, &award, lots, into: &notice)
        } else if let failure = section.first("NO_AWARDED_CONTRACT") {
            award.outcome = .noWinner(reason: reason(failure))
        }
        notice.keepWithholdings(of: award)
        notice.awards.append(award)
    }

    private func readContract(
        _ contract: Element, _ award: inout Award, _ lots: AwardedLots, into notice: inout Notice
    ) {
        award.concluded = contract.first("DATE_CONCLUSION_CONTRACT")?.date
        award.tendersReceived = count(contract.first("TENDERS") ?? contract, "NB_TENDERS_RECEIVED")
        // The first editions of the forms have the contractors and values without an element around them.
        let contractors = contract.first("CONTRACTORS") ?? contract
        if !contractors.isUnpublished {
            for contractor in contractors.all("CONTRACTOR") {
                addWinner(contractor.first("ADDRESS_CONTRACTOR"), size: contractor, to: &award, &notice)
            }
        }
        // A contractor is a must; the export leaves it out where it is not for publication.
        award.outcome = .awarded(winnersWithheld: award.winners.isEmpty)
        let values = contract.first("VALUES") ?? contract.first("VALUE") ?? contract
        award.value =
            values.isUnpublished
            ? .withheld(Withholding(field: "win-ten-val"))
            : stated(values, ["VAL_TOTAL", "VAL_RANGE_TOTAL"], withheldAs: "win-ten-val")
        // The estimated value of a lot stands only here in a result.
        if let lot = lots.only(of: award.lots), notice.lots[lot].value == .missing {
            notice.lots[lot].value = stated(values, ["VAL_ESTIMATED_TOTAL"], withheldAs: "not-val")
        }
    }

    private func stated(_ values: Element, _ names: [StaticString], withheldAs field: String) -> Disclosed<Money> {
        for name in names {
            let value = TEDAmount.disclosed(values.first(name), withheldAs: field)
            if value != .missing { return value }
        }
        return .missing
    }

    private func readPrizes(_ result: Element, into notice: inout Notice) {
        if let failure = result.first("NO_AWARDED_PRIZE") {
            notice.awards.append(Award(outcome: .noWinner(reason: reason(failure))))
        }
        for prize in result.all("AWARDED_PRIZE") {
            let winners = prize.first("WINNERS") ?? prize
            let value = TEDAmount.disclosed(prize.first("VAL_PRIZE"), withheldAs: "win-ten-val")
            var award = Award(outcome: .awarded(winnersWithheld: true))
            award.concluded = prize.first("DATE_DECISION_JURY")?.date
            award.tendersReceived = count(prize.first("PARTICIPANTS") ?? prize, "NB_PARTICIPANTS")
            var prizes: [Award] = []
            for winner in winners.isUnpublished ? [] : Array(winners.all("WINNER")) {
                var one = award
                addWinner(winner.first("ADDRESS_WINNER"), size: winner, to: &one, &notice)
                one.outcome = .awarded(winnersWithheld: one.winners.isEmpty)
                prizes.append(one)
            }
            if prizes.isEmpty { prizes = [award] }
            // One sum is stated for all prizes together.
            if prizes.count == 1 { prizes[0].value = value }
            if notice.value == .missing { notice.value = value }
            notice.keepWithholdings(of: prizes[0])
            notice.awards += prizes
        }
    }

    private func addWinner(_ address: Element?, size: Element, to award: inout Award, _ notice: inout Notice) {
        guard let address, let winner = notice.addTEDParty(address, language: form.language) else { return }
        if size.first("SME") != nil { notice.organisations[notice.organisations.count - 1].size = .sme }
        if size.first("NO_SME") != nil { notice.organisations[notice.organisations.count - 1].size = .large }
        award.winners.append(winner)
    }

    /// The form offers two reasons: no tender came in or all were rejected, and others. eForms has no code for the
    /// first, so both have words of their own.
    private func reason(_ failure: Element) -> String? {
        if failure.first("PROCUREMENT_UNSUCCESSFUL") != nil { return "unsuccessful" }
        return failure.first("PROCUREMENT_DISCONTINUED") == nil ? nil : "discontinued"
    }

    private func count(_ section: Element, _ name: StaticString) -> Disclosed<Int> {
        if section.isUnpublished { return .withheld(Withholding(field: "rec-sub-cou")) }
        return section.first(name)?.text.flatMap(TenderCount.read).map { .stated($0) } ?? .missing
    }
}

/// What the awards of a form need to know of its lots.
private struct AwardedLots {
    let numbers: LotNumbers
    /// Places among the notice's lots.
    private var places: [LotID: Int] = [:]
    private var ends: [LotID: CalendarDate] = [:]
    /// The new end of a changed contract.
    private let changedEnd: CalendarDate?

    /// - Parameter lots: one for each OBJECT_DESCR, in the order of the form.
    init(form: TEDForm, lots: [LotID]) {
        numbers = LotNumbers(lots)
        changedEnd = form.element.path("MODIFICATIONS_CONTRACT", "DESCRIPTION_PROCUREMENT", "DATE_END")?.date
        let descriptions = form.element.all("OBJECT_CONTRACT").flatMap { $0.all("OBJECT_DESCR") }
        for (place, (lot, description)) in zip(lots, descriptions).enumerated() {
            places[lot] = place
            ends[lot] = description.first("DATE_END")?.date
        }
    }

    /// The last day of the lots that an award settles; of all where it names none.
    func end(of lots: [LotID]) -> CalendarDate? {
        if let changedEnd { return changedEnd }
        return lots.isEmpty ? ends.values.max() : lots.compactMap { ends[$0] }.max()
    }

    /// The place of the one lot that an award settles; `nil` where it settles several, or one that isn't described.
    func only(of lots: [LotID]) -> Int? {
        if lots.isEmpty { return places.count == 1 ? 0 : nil }
        return lots.count == 1 ? places[lots[0]] : nil
    }
}

extension Notice {
    /// Lists in `withheld` what an award withholds.
    mutating func keepWithholdings(of award: Award) {
        if case .withheld(let withholding) = award.value { withheld.append(withholding) }
        if case .withheld(let withholding) = award.tendersReceived { withheld.append(withholding) }
    }
}
