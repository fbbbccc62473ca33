import Procurement

/// One form of R2.0.9 (F01_2014 … F25_2014, MOVE): the sections are the same in all of them.
struct TEDStandardForm {
    let form: TEDForm
    let coded: TEDCodedData

    private var element: Element { form.element }

    /// Sets what the form says; `notice.purpose` is known already.
    func read(into notice: inout Notice) {
        readBuyers(into: &notice)
        readObjects(into: &notice)
        readProcedure(into: &notice)
        readReferences(into: &notice)
        TEDStandardAwards(form: form).read(into: &notice)
        notice.modifies?.sections = notice.awards.compactMap(\.contractNumber).withoutRepeats
        takeValueOfOnlyLot(&notice)
    }

    // MARK: Section I, the buyers

    private func readBuyers(into notice: inout Notice) {
        guard let body = element.first("CONTRACTING_BODY") else { return }
        for address in Array(body.all("ADDRESS_CONTRACTING_BODY"))
            + Array(body.all("ADDRESS_CONTRACTING_BODY_ADDITIONAL"))
        {
            if let buyer = notice.addTEDParty(address, language: form.language) { notice.buyers.append(buyer) }
        }
    }

    // MARK: Section II, the object

    private func readObjects(into notice: inout Notice) {
        let objects = Array(element.all("OBJECT_CONTRACT"))
        guard let main = objects.first else { return }
        let descriptions = Array(main.all("OBJECT_DESCR"))
        notice.title = text(main.first("TITLE"))
        notice.description = text(
            main.first("SHORT_DESCR") ?? (descriptions.count == 1 ? descriptions[0].first("SHORT_DESCR") : nil))
        notice.kind = objects.lazy.compactMap { kind(of: $0) }.first
        notice.value = value(of: main)
        notice.cpv = objects.flatMap { codes($0, "CPV_MAIN") }.withoutRepeats
        let places = objects.count > 1 ? objects.indices.map { Optional($0 + 1) } : [nil]
        var names = LotNames()
        for (object, place) in zip(objects, places) { readLots(of: object, at: place, &names, into: &notice) }
        notice.cpv = (notice.cpv + notice.lots.flatMap(\.cpv)).withoutRepeats
        notice.nuts = notice.lots.flatMap(\.nuts).withoutRepeats
    }

    /// - Parameter place: the object's number where a form has several (planned contracts in one notice).
    private func readLots(of object: Element, at place: Int?, _ names: inout LotNames, into notice: inout Notice) {
        let main = codes(object, "CPV_MAIN")
        for (index, description) in object.all("OBJECT_DESCR").enumerated() {
            let number = description.first("LOT_NO")?.text?.withSingleSpaces
            var name = number ?? description.attribute("ITEM") ?? String(index + 1)
            if let place { name = number == nil && index == 0 ? "\(place)" : "\(place).\(name)" }
            let isPlanned = isPart && notice.purpose == .planning
            var lot = Lot(id: names.unused(name), role: isPlanned ? .part : .lot)
            lot.title = text(description.first("TITLE"))
            if lot.title.isEmpty, number == nil { lot.title = text(object.first("TITLE")) }
            lot.description = text(description.first("SHORT_DESCR"))
            lot.kind = kind(of: object)
            lot.cpv = (main + codes(description, "CPV_ADDITIONAL")).withoutRepeats
            lot.nuts =
                description.all("NUTS").compactMap { $0.attribute("CODE").flatMap { NUTSCode($0) } }.withoutRepeats
            lot.value = TEDAmount.disclosed(description.first("VAL_OBJECT"), withheldAs: "not-val")
            lot.deadline = deadline
            notice.lots.append(lot)
        }
    }

    /// A planned procurement that is no call has parts, which are not tendered for yet.
    private var isPart: Bool {
        guard let type = form.noticeType else { return form.code == "T01" }
        return type.hasSuffix("_ONLY")
    }

    /// The final value before the estimated one; of a changed contract, the value after the change.
    private func value(of object: Element) -> Disclosed<Money> {
        let change = element.path("MODIFICATIONS_CONTRACT", "INFO_MODIFICATIONS")
        let candidates = [
            change?.path("VALUES", "VAL_TOTAL_AFTER"), change?.first("VAL_TOTAL_AFTER"), object.first("VAL_TOTAL"),
            object.first("VAL_RANGE_TOTAL"), object.first("VAL_ESTIMATED_TOTAL"),
        ]
        for candidate in candidates.compactMap({ $0 }) {
            let value = TEDAmount.disclosed(candidate, withheldAs: "not-val")
            if value != .missing { return value }
        }
        return .missing
    }

    /// An undivided contract states its value only with its description.
    private func takeValueOfOnlyLot(_ notice: inout Notice) {
        if notice.value == .missing, notice.lots.count == 1 { notice.value = notice.lots[0].value }
    }

    private func kind(of object: Element) -> ContractKind? {
        object.first("TYPE_CONTRACT")?.attribute("CTYPE").flatMap { ContractKind(rawValue: $0.lowercased()) }
    }

    private func codes(_ element: Element, _ name: StaticString) -> [CPVCode] {
        element.all(name).compactMap { $0.first("CPV_CODE")?.attribute("CODE").flatMap { CPVCode($0) } }
    }

    private func text(_ element: Element?) -> LocalizedText {
        element?.words(in: form.language) ?? []
    }

    // MARK: Section IV, the procedure

    private var deadline: CalendarDate? {
        element.path("PROCEDURE", "DATE_RECEIPT_TENDERS")?.date ?? coded.deadline
    }

    private func readProcedure(into notice: inout Notice) {
        notice.procedure.legalBasis =
            element.first("LEGAL_BASIS")?.attribute("VALUE")
            ?? element.first("DIRECTIVE")?.attribute("VALUE").flatMap(TEDProcedure.legalBasis)
            ?? (element.first("LEGAL_BASIS_OTHER") == nil ? nil : "other")
        guard let procedure = element.first("PROCEDURE") else { return }
        // F15 puts the kind of procedure below the directive that it follows.
        let sections = [procedure] + procedure.children.filter { $0.nameHasPrefix("DIRECTIVE_") }
        notice.procedure.type =
            sections.lazy.flatMap(\.children).compactMap { TEDProcedure.type(of: $0) }.first
        if procedure.first("ACCELERATED_PROC") != nil { notice.procedure.isAccelerated = true }
        if procedure.first("FRAMEWORK") != nil { notice.procedure.framework = "fa" }
        if procedure.first("DPS") != nil { notice.procedure.dynamicPurchasingSystem = "dps" }
    }

    /// A call opens its procedure; what follows belongs to the procedure of the notice it refers to.
    private func readReferences(into notice: inout Notice) {
        let written =
            element.path("PROCEDURE", "NOTICE_NUMBER_OJ") ?? element.path("COMPLEMENTARY_INFO", "NOTICE_NUMBER_OJ")
        notice.refer(to: written?.text.flatMap(TEDNoticeNumber.id) ?? coded.references.first)
    }
}

extension Notice {
    /// Joins the notice to the procedure of the earlier notice that it names; a correction changes that notice, a
    /// modification the contract that it told of.
    mutating func refer(to earlier: NoticeID?) {
        if purpose == .correction, let earlier { changes = ChangedNotice(id: earlier) }
        if purpose == .contractModification, let earlier { modifies = ModifiedContract(notice: earlier) }
        let opens = purpose == .competition || earlier == nil
        procedureID = ProcedureID((opens ? id : earlier ?? id).rawValue)
    }
}
