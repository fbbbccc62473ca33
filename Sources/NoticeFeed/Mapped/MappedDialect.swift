import Procurement

/// Notices of an export that has no schema of its own here: a `FeedMapping` says what stands where.
package struct MappedDialect: Dialect {
    private let shared: SharedMapping

    package init(_ mapping: FeedMapping) { shared = SharedMapping(mapping) }

    package var mapping: FeedMapping { shared.mapping }

    package var roots: Set<String> { [mapping.notice] }

    package func recognises(root: String, namespace: String?) -> Bool {
        root == mapping.notice && (mapping.namespace == nil || mapping.namespace == namespace)
    }

    package func notice(in root: Element) throws(NoticeDefect) -> Notice {
        let fields = MappedValues(element: root, group: mapping.fields, shared: shared)
        guard let id = fields.text(.id) else {
            let places = mapping.fields.rules[.id]?.paths.map(\.description).joined(separator: " or ") ?? "id"
            throw NoticeDefect(
                reason: "no-notice-id",
                detail: "The mapping \(mapping.name) reads the notice's id from \(places), which is missing or empty.",
                at: root)
        }
        var notice = Notice(
            id: NoticeID(id), source: NoticeSource(dialect: .mapped, schema: mapping.name), purpose: .competition)
        read(fields, into: &notice)
        for buyer in MappedValues.all(mapping.buyers, in: root, shared: shared) {
            if let party = add(buyer, to: &notice) { notice.buyers.append(party) }
        }
        readLots(root, into: &notice)
        readAwards(root, into: &notice)
        notice.purpose =
            fields.text(.purpose).flatMap { NoticePurpose(rawValue: $0) }
            ?? (notice.awards.isEmpty ? .competition : .result)
        notice.mergeRepeatedOrganisations()
        return notice
    }

    private func read(_ fields: MappedValues<NoticeField>, into notice: inout Notice) {
        notice.version = fields.text(.version).flatMap(NoticeVersion.read) ?? 1
        notice.procedureID = fields.text(.procedure).map { ProcedureID($0) }
        notice.publicationNumber = fields.text(.publicationNumber)
        notice.changes = fields.text(.changes).map {
            ChangedNotice(id: NoticeID($0), reason: fields.text(.changesReason))
        }
        notice.type = fields.text(.type)
        notice.subtype = fields.text(.subtype)
        notice.languages = fields.texts(.language).map(TEDLanguage.code).withoutRepeats
        if notice.languages.isEmpty { notice.languages = [mapping.defaults.language].compactMap { $0 } }
        notice.issued = fields.date(.issued)
        notice.published = fields.date(.published)
        notice.title = fields.words(.title)
        notice.description = fields.words(.description)
        notice.kind = fields.text(.kind).flatMap { ContractKind(rawValue: $0) }
        notice.cpv = fields.cpv(.cpv)
        notice.nuts = fields.nuts(.nuts)
        notice.value = fields.amount(.value, currency: .valueCurrency, withheld: .valueWithheld, as: "not-val")
        notice.keepWithholding(of: notice.value)
        notice.procedure = Procedure(
            type: fields.text(.procedureType), isAccelerated: fields.answer(.accelerated),
            framework: fields.text(.framework), dynamicPurchasingSystem: fields.text(.dynamicPurchasingSystem),
            legalBasis: fields.text(.legalBasis))
    }

    private func readLots(_ root: Element, into notice: inout Notice) {
        let fields = MappedValues(element: root, group: mapping.fields, shared: shared)
        var names = LotNames()
        for (index, values) in MappedValues.all(mapping.lots, in: root, shared: shared).enumerated() {
            var lot = Lot(id: names.unused(values.text(.id) ?? String(index + 1)))
            lot.title = values.words(.title)
            lot.description = values.words(.description)
            lot.kind = values.text(.kind).flatMap { ContractKind(rawValue: $0) } ?? notice.kind
            lot.cpv = values.cpv(.cpv)
            lot.nuts = values.nuts(.nuts)
            lot.value = values.amount(.value, currency: .valueCurrency, withheld: .valueWithheld, as: "not-val")
            lot.deadline = values.date(.deadline) ?? fields.date(.deadline)
            lot.suitableForSMEs = values.answer(.suitableForSMEs)
            notice.keepWithholding(of: lot.value)
            notice.lots.append(lot)
        }
        if notice.lots.isEmpty { notice.lots = [undivided(notice, deadline: fields.date(.deadline))] }
        notice.cpv = (notice.cpv + notice.lots.flatMap(\.cpv)).withoutRepeats
        notice.nuts = (notice.nuts + notice.lots.flatMap(\.nuts)).withoutRepeats
    }

    /// A procurement without lots is one lot, so that its deadline has a place, as in the other dialects.
    private func undivided(_ notice: Notice, deadline: CalendarDate?) -> Lot {
        var lot = Lot(id: "1")
        lot.title = notice.title
        lot.description = notice.description
        lot.kind = notice.kind
        lot.cpv = notice.cpv
        lot.nuts = notice.nuts
        lot.deadline = deadline
        return lot
    }

    private func readAwards(_ root: Element, into notice: inout Notice) {
        let numbers = LotNumbers(notice.lots.map(\.id))
        for values in MappedValues.all(mapping.awards, in: root, shared: shared) {
            var award = Award(lots: values.texts(.lots).flatMap(numbers.lots).withoutRepeats)
            award.title = values.words(.title)
            award.contractNumber = values.text(.contractNumber)
            award.value = values.amount(.value, currency: .valueCurrency, withheld: .valueWithheld, as: "win-ten-val")
            award.tendersReceived =
                values.isSet(.tendersWithheld)
                ? .withheld(Withholding(field: "rec-sub-cou"))
                : values.count(.tenders).map { .stated($0) } ?? .missing
            award.concluded = values.date(.concluded)
            award.ends = values.date(.ends)
            award.outcome = readOutcome(values, &award, into: &notice)
            notice.keepWithholdings(of: award)
            notice.awards.append(award)
        }
    }

    /// Withheld names stay out, also where the export has them.
    private func readOutcome(
        _ values: MappedValues<AwardField>, _ award: inout Award, into notice: inout Notice
    ) -> Award.Outcome {
        if values.isSet(.noWinner) { return .noWinner(reason: values.text(.noWinnerReason)) }
        if values.isSet(.winnersWithheld) { return .awarded(winnersWithheld: true) }
        for winner in MappedValues.all(mapping.winners, in: values.element, shared: shared) {
            if let party = add(winner, to: &notice) { award.winners.append(party) }
        }
        return award.winners.isEmpty ? .unstated : .awarded(winnersWithheld: false)
    }

    private func add(_ values: MappedValues<PartyField>, to notice: inout Notice) -> OrganisationID? {
        let name = values.words(.name)
        guard !name.isEmpty else { return nil }
        let id = OrganisationID("org-\(notice.organisations.count + 1)")
        notice.organisations.append(
            Organisation(
                id: id, name: name, nationalIDs: values.texts(.number),
                country: values.text(.country).flatMap(CountryCode.alpha2) ?? mapping.defaults.country,
                nuts: values.nuts(.nuts).first, city: values.text(.city), postalCode: values.text(.postalCode),
                website: values.text(.website), size: values.text(.size).flatMap { SupplierSize(rawValue: $0) },
                isNaturalPerson: values.answer(.naturalPerson)))
        return id
    }
}

extension Notice {
    fileprivate mutating func keepWithholding(of value: Disclosed<Money>) {
        if case .withheld(let withholding) = value, !withheld.contains(withholding) { withheld.append(withholding) }
    }
}
