import Procurement

/// One form of R2.0.8 (CONTRACT, CONTRACT_AWARD_UTILITIES, PRIOR_INFORMATION_DEFENCE …).
///
/// The same facts stand in every form, but each form wraps them in elements of its own, often without need. So they
/// are looked for by their names below the sections, wherever those stand.
struct TEDLegacyForm {
    let form: TEDForm
    let coded: TEDCodedData

    /// Sets what the form says; `notice.purpose` is known already.
    func read(into notice: inout Notice) {
        guard let body = form.body else { return }
        readBuyers(body, into: &notice)
        readObject(body, into: &notice)
        readProcedure(body, into: &notice)
        TEDLegacyAwards(form: form).read(body, into: &notice)
        addUndividedLot(&notice)
    }

    private func readBuyers(_ body: Element, into notice: inout Notice) {
        let profiles = body.descendants("CA_CE_CONCESSIONAIRE_PROFILE").prefix(1)
        for address in profiles + body.descendants("CONTACT_DATA_OTHER_BEHALF_CONTRACTING_AUTORITHY") {
            guard let buyer = notice.addTEDParty(address, language: form.language) else { continue }
            notice.buyers.append(buyer)
        }
        guard !notice.organisations.isEmpty, notice.organisations[0].website == nil else { return }
        notice.organisations[0].website = body.descendants("URL_GENERAL").first?.text
    }

    // MARK: The object

    private static let titles: [StaticString] = [
        "TITLE_CONTRACT", "TITLE_DESIGN_CONTACT_NOTICE", "TITLE_QUALIFICATION_SYSTEM", "TI_DOC",
    ]
    /// The quantity comes last: many forms have it beside the description.
    private static let descriptions: [StaticString] = [
        "SHORT_CONTRACT_DESCRIPTION", "SHORT_DESCRIPTION_CONTRACT", "SHORT_DESCRIPTION", "DESCRIPTION_OF_CONTRACT",
        "CONTENTS", "DESCRIPTION", "TOTAL_QUANTITY_OR_SCOPE",
    ]
    private func readObject(_ body: Element, into notice: inout Notice) {
        let isInLot = { (element: Element) in
            element.isInside(where: isLot) || element.isInside(where: TEDLegacyAwards.isAward)
        }
        notice.title = text(first(Self.titles, in: body, except: isInLot))
        notice.description = text(first(Self.descriptions, in: body, except: isInLot))
        let kind = body.descendants("TYPE_CONTRACT").first?.attribute("VALUE") ?? body.attribute("CTYPE")
        notice.kind = kind.flatMap { ContractKind(rawValue: $0.lowercased()) }
        notice.cpv = body.descendants("CPV").filter { !isInLot($0) }.flatMap(codes).withoutRepeats
        notice.nuts =
            body.descendants("NUTS").compactMap { $0.attribute("CODE").flatMap { NUTSCode($0) } }.withoutRepeats
        notice.value = value(body, except: isInLot)
        let lots = body.descendants(where: isLot)
        var names = LotNames()
        for (index, lot) in lots.enumerated() { readLot(lot, at: index, body, &names, into: &notice) }
        notice.cpv = (notice.cpv + notice.lots.flatMap(\.cpv)).withoutRepeats
    }

    private func isLot(_ element: Element) -> Bool {
        element.nameHasSuffix("_ANNEX_B") || element.isNamed("LOT_PRIOR_INFORMATION")
            || element.isNamed("ANNEX_B_INFORMATION_LOTS_PERIODIC_INDICATIVE")
    }

    private func readLot(
        _ element: Element, at index: Int, _ body: Element, _ names: inout LotNames, into notice: inout Notice
    ) {
        let name = element.first("LOT_NUMBER")?.text ?? element.attribute("ITEM") ?? String(index + 1)
        var lot = Lot(id: names.unused(name), role: notice.purpose == .planning ? .part : .lot)
        lot.title = text(element.first("LOT_TITLE"))
        lot.description = text(element.first("LOT_DESCRIPTION"))
        lot.kind = notice.kind
        lot.cpv = element.all("CPV").flatMap(codes).withoutRepeats
        lot.value = value(element) { _ in false }
        lot.deadline = deadline(body)
        notice.lots.append(lot)
    }

    /// A contract without lots is one lot, so that its deadline and codes have a place, as in R2.0.9. Notices that
    /// are nothing but text (OTH_NOT, EEIG) and corrections have none.
    private func addUndividedLot(_ notice: inout Notice) {
        guard notice.lots.isEmpty, let body = form.body, form.isStandard, notice.purpose != .correction else { return }
        var lot = Lot(id: "1", role: notice.purpose == .planning ? .part : .lot)
        lot.title = notice.title
        lot.description = notice.description
        lot.kind = notice.kind
        lot.cpv = notice.cpv
        lot.nuts = notice.nuts
        lot.value = notice.purpose == .result ? .missing : notice.value
        lot.deadline = deadline(body)
        notice.lots = [lot]
    }

    private func codes(_ element: Element) -> [CPVCode] {
        let main = element.all("CPV_MAIN").compactMap {
            $0.first("CPV_CODE")?.attribute("CODE").flatMap { CPVCode($0) }
        }
        return main
            + element.all("CPV_ADDITIONAL").compactMap {
                $0.first("CPV_CODE")?.attribute("CODE").flatMap { CPVCode($0) }
            }
    }

    private func value(_ section: Element, except isExcluded: (Element) -> Bool) -> Disclosed<Money> {
        for name in ["COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE", "COSTS_RANGE_AND_CURRENCY"] as [StaticString] {
            for element in section.descendants(name) where !isExcluded(element) {
                let value = TEDAmount.disclosed(element, withheldAs: "not-val")
                if value != .missing { return value }
            }
        }
        return .missing
    }

    private func first(_ names: [StaticString], in body: Element, except isExcluded: (Element) -> Bool) -> Element? {
        for name in names {
            if let found = body.descendants(name).first(where: { !isExcluded($0) && $0.hasText }) { return found }
        }
        return nil
    }

    private func text(_ element: Element?) -> LocalizedText {
        element?.words(in: form.language) ?? []
    }

    // MARK: The procedure

    private func deadline(_ body: Element) -> CalendarDate? {
        let names: [StaticString] = ["RECEIPT_LIMIT_DATE", "TIME_LIMIT_CHP", "TIME_LIMIT"]
        return names.lazy.compactMap { body.descendants($0).first?.splitDate }.first ?? coded.deadline
    }

    private func readProcedure(_ body: Element, into notice: inout Notice) {
        for element in body.descendants(where: {
            $0.nameContains("PT_") || $0.nameHasSuffix("AWARD_WITHOUT_PRIOR_PUBLICATION")
        }) {
            guard let type = TEDProcedure.type(of: element) else { continue }
            notice.procedure.type = type
            if element.nameContains("ACCELERATED") { notice.procedure.isAccelerated = true }
            break
        }
        let involved = body.descendants(where: { $0.nameContains("NOTICE_INVOLVES") })
            .flatMap { [$0.attribute("VALUE")].compactMap { $0 } + $0.children.map(\.name) }
        let hasFramework = body.descendants(where: { $0.nameHasSuffix("_FRAMEWORK") }).contains { $0.hasChildren }
        let answer = body.descendants("FRAMEWORK_AGREEMENT").first
        if hasFramework || involved.contains(where: { $0.contains("FRAMEWORK") })
            || answer?.attribute("VALUE", is: "YES") == true
        {
            notice.procedure.framework = "fa"
        } else if answer?.attribute("VALUE", is: "NO") == true {
            notice.procedure.framework = "none"
        }
        if involved.contains(where: { $0.contains("DPS") }) { notice.procedure.dynamicPurchasingSystem = "dps" }
        let numbers = body.descendants("NOTICE_NUMBER_OJ")
        let call = numbers.first { $0.isInside { $0.nameHasPrefix("CNT_NOTICE_INFORMATION") } } ?? numbers.first
        notice.refer(to: call?.text.flatMap(TEDNoticeNumber.id) ?? coded.references.first)
    }
}

extension Element {
    /// A date in the parts DAY, MONTH and YEAR, or plain.
    var splitDate: CalendarDate? {
        guard let year = first("YEAR")?.text.flatMap({ Int($0) }),
            let month = first("MONTH")?.text.flatMap({ Int($0) }),
            let day = first("DAY")?.text.flatMap({ Int($0) })
        else { return hasChildren ? nil : date }
        return CalendarDate(year: year, month: month, day: day)?.ifSensible
    }

    func isInside(where matches: (Element) -> Bool) -> Bool {
        var ancestor = parent
        while let element = ancestor {
            if matches(element) { return true }
            ancestor = element.parent
        }
        return false
    }

    /// The elements below this one that match, outermost first; what is below a match is not looked at.
    func descendants(where matches: (Element) -> Bool) -> [Element] {
        var found: [Element] = []
        for child in children {
            if matches(child) {
                found.append(child)
            } else if child.hasChildren {
                found += child.descendants(where: matches)
            }
        }
        return found
    }
}
