import Procurement

/// Section V of R2.0.9: what was awarded, or that nothing was. One AWARD_CONTRACT is one award; in a design contest
/// every winner of a prize is one.
struct TEDStandardAwards {
    let form: TEDForm

    func read(into notice: inout Notice) {
        let numbers = LotNumbers(notice.lots.map(\.id))
        for section in form.element.all("AWARD_CONTRACT") { read(section, numbers, into: &notice) }
        for result in form.element.all("RESULTS") { readPrizes(result, into: &notice) }
    }

    private func read(_ section: Element, _ numbers: LotNumbers, into notice: inout Notice) {
        var award = Award(lots: section.all("LOT_NO").compactMap(\.text).flatMap(numbers.lots).withoutRepeats)
        award.title = section.first("TITLE")?.words(in: form.language) ?? []
        award.contractNumber = section.first("CONTRACT_NO")?.text
        award.ends = end(of: award, in: notice)
        if let contract = section.first("AWARDED_CONTRACT") {
            readContract(contract, &award, into: &notice)
        } else if let failure = section.first("NO_AWARDED_CONTRACT") {
            award.outcome = .noWinner(reason: reason(failure))
        }
        notice.keepWithholdings(of: award)
        notice.awards.append(award)
    }

    private func readContract(_ contract: Element, _ award: inout Award, into notice: inout Notice) {
        award.concluded = contract.first("DATE_CONCLUSION_CONTRACT")?.text.flatMap { CalendarDate($0) }
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
        takeEstimate(values, award, &notice)
    }

    /// The estimated value of a lot stands only here in a result.
    private func takeEstimate(_ values: Element, _ award: Award, _ notice: inout Notice) {
        let lots = award.lots.isEmpty && notice.lots.count == 1 ? [notice.lots[0].id] : award.lots
        guard lots.count == 1, let index = notice.lots.firstIndex(where: { $0.id == lots[0] }),
            notice.lots[index].value == .missing
        else { return }
        notice.lots[index].value = stated(values, ["VAL_ESTIMATED_TOTAL"], withheldAs: "not-val")
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
            award.concluded = prize.first("DATE_DECISION_JURY")?.text.flatMap { CalendarDate($0) }
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
        return section.first(name)?.text.flatMap { Int($0) }.map { .stated($0) } ?? .missing
    }

    /// The last day of the lots it settles; of a changed contract, the new one.
    private func end(of award: Award, in notice: Notice) -> CalendarDate? {
        let changed = form.element.path("MODIFICATIONS_CONTRACT", "DESCRIPTION_PROCUREMENT", "DATE_END")
        if let date = changed?.text.flatMap({ CalendarDate($0) }) { return date }
        let descriptions = form.element.all("OBJECT_CONTRACT").flatMap { $0.all("OBJECT_DESCR") }
        guard descriptions.count == notice.lots.count else { return nil }
        return zip(notice.lots, descriptions).lazy
            .filter { lot, _ in award.lots.isEmpty || award.lots.contains(lot.id) }
            .compactMap { _, description in description.first("DATE_END")?.text.flatMap { CalendarDate($0) } }
            .max()
    }
}

extension Notice {
    /// Lists in `withheld` what an award withholds.
    mutating func keepWithholdings(of award: Award) {
        if case .withheld(let withholding) = award.value { withheld.append(withholding) }
        if case .withheld(let withholding) = award.tendersReceived { withheld.append(withholding) }
    }
}
