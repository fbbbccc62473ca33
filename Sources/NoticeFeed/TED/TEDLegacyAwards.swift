import Procurement

/// Section V of R2.0.8: one award an AWARD_OF_CONTRACT, whatever the form calls it.
struct TEDLegacyAwards {
    let form: TEDForm

    static func isAward(_ element: Element) -> Bool {
        element.isNamed("AWARD_OF_CONTRACT") || element.isNamed("AWARD_OF_CONTRACT_DEFENCE")
            || element.isNamed("AWARD_AND_CONTRACT_VALUE") || element.isNamed("AWARD_CONTRACT_MOVE")
            || element.isNamed("RESULT_CONTEST")
    }

    func read(_ body: Element, into notice: inout Notice) {
        let sections = body.descendants(where: Self.isAward)
        if notice.lots.isEmpty { addLots(sections, to: &notice) }
        let numbers = LotNumbers(notice.lots.map(\.id))
        for section in sections { read(section, numbers, into: &notice) }
    }

    /// These forms describe no lots before they award them: the numbers and titles of the awards are all there is.
    private func addLots(_ sections: [Element], to notice: inout Notice) {
        let none = LotNumbers([])
        for section in sections {
            let named = section.descendants("LOT_NUMBER").first?.text.map(none.lots) ?? []
            for id in named where !notice.lots.contains(where: { $0.id == id }) {
                var lot = Lot(id: id)
                if named.count == 1 { lot.title = title(section) }
                lot.kind = notice.kind
                notice.lots.append(lot)
            }
        }
    }

    private func read(_ section: Element, _ numbers: LotNumbers, into notice: inout Notice) {
        var award = Award(lots: section.descendants("LOT_NUMBER").first?.text.map(numbers.lots) ?? [])
        award.title = title(section)
        award.contractNumber = (section.descendants("CONTRACT_NUMBER") + section.descendants("CONTRACT_NO")).first?.text
        award.concluded =
            (section.descendants("CONTRACT_AWARD_DATE") + section.descendants("DATE_OF_CONTRACT_AWARD")).first?
            .splitDate
        award.tendersReceived = tenders(section)
        let parties = section.descendants(where: { $0.nameHasPrefix("CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME") })
        for party in parties where !party.isUnpublished && !party.isInside(where: \.isUnpublished) {
            if let winner = notice.addTEDParty(party, language: form.language) { award.winners.append(winner) }
        }
        if !award.winners.isEmpty {
            award.outcome = .awarded(winnersWithheld: false)
        } else if !parties.isEmpty {
            award.outcome = .awarded(winnersWithheld: true)
        }
        let value = section.descendants("COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE").first
        award.value =
            value?.isInside(where: \.isUnpublished) == true
            ? .withheld(Withholding(field: "win-ten-val")) : TEDAmount.disclosed(value, withheldAs: "win-ten-val")
        notice.keepWithholdings(of: award)
        notice.awards.append(award)
    }

    private func title(_ section: Element) -> LocalizedText {
        let title = (section.descendants("CONTRACT_TITLE") + section.descendants("TITLE_CONTRACT")).first
        return title?.words(in: form.language) ?? []
    }

    private func tenders(_ section: Element) -> Disclosed<Int> {
        guard let number = section.descendants("OFFERS_RECEIVED_NUMBER").first else { return .missing }
        if number.isUnpublished || number.isInside(where: \.isUnpublished) {
            return .withheld(Withholding(field: "rec-sub-cou"))
        }
        return number.text.flatMap(TenderCount.read).map { .stated($0) } ?? .missing
    }
}
