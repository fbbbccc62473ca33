import API
import PersonalNumbers
import Procurement

// A notice as it was read, on its way to the wire. Personal numbers are masked here.

extension NoticeDetail {
    /// - Parameter modified: the notice that tells of the contract which this one modifies, where it is stored.
    init(_ notice: Notice, suppliers: [OrganisationID: SupplierID], modified: NoticeID? = nil) {
        self.init(
            id: notice.id.rawValue, version: notice.version,
            source: API.NoticeSource(dialect: notice.source.dialect.rawValue, schema: notice.source.schema),
            publicationNumber: notice.publicationNumber, procedureId: notice.procedureID?.rawValue,
            changes: notice.changes.map {
                API.ChangedNotice(id: $0.id.rawValue, version: $0.version, reason: $0.reason?.withoutPersonalNumbers)
            },
            modifies: notice.modifies.map {
                API.ModifiedContract(
                    notice: $0.notice.rawValue, sections: $0.sections.map(\.withoutPersonalNumbers),
                    id: modified?.rawValue)
            },
            purpose: notice.purpose, type: notice.type, subtype: notice.subtype,
            languages: notice.languages, issued: notice.issued,
            published: notice.published, title: TextVersion.all(notice.title),
            description: TextVersion.all(notice.description),
            organisations: notice.organisations.map { NoticeOrganisation($0, supplier: suppliers[$0.id]) },
            buyers: notice.buyers.map(\.rawValue), procedure: ProcedureDetail(notice.procedure),
            kind: notice.kind, cpv: notice.cpv.map(\.description),
            nuts: notice.nuts.map(\.code), value: Disclosure(notice.value), lots: notice.lots.map(LotDetail.init),
            awards: notice.awards.map(AwardDetail.init), withheld: notice.withheld.map(API.Withholding.init))
    }
}

extension TextVersion {
    static func all(_ text: LocalizedText) -> [TextVersion] {
        text.versions.map { TextVersion(language: $0.language, text: $0.text.withoutPersonalNumbers) }
    }
}

extension NoticeOrganisation {
    init(_ organisation: Organisation, supplier: SupplierID?) {
        self.init(
            id: organisation.id.rawValue, name: TextVersion.all(organisation.name),
            numbers: organisation.shownNumbers, country: organisation.country, nuts: organisation.nuts?.code,
            city: organisation.city?.withoutPersonalNumbers, website: organisation.website?.withoutPersonalNumbers,
            size: organisation.size,
            naturalPerson: organisation.isNaturalPerson, supplierId: supplier?.rawValue)
    }
}

extension Organisation {
    /// The numbers as anyone may see them: a personal number masked, one that can't be read as it was written unless
    /// it could be a personal number after all.
    var shownNumbers: [String] {
        nationalIDs.map { text in
            if isNaturalPerson == true { return OrganisationNumber.mask }
            if let number = OrganisationNumber(text, country: country) { return number.masked }
            return text.filter(\.isNumber).count >= 10 ? OrganisationNumber.mask : text
        }
    }
}

extension ProcedureDetail {
    init(_ procedure: Procedure) {
        self.init(
            type: procedure.type, accelerated: procedure.isAccelerated, framework: procedure.framework,
            dynamicPurchasingSystem: procedure.dynamicPurchasingSystem, legalBasis: procedure.legalBasis)
    }
}

extension LotDetail {
    init(_ lot: Lot) {
        self.init(
            id: lot.id.rawValue, role: lot.role.rawValue, title: TextVersion.all(lot.title),
            description: TextVersion.all(lot.description), kind: lot.kind,
            cpv: lot.cpv.map(\.description), nuts: lot.nuts.map(\.code), value: Disclosure(lot.value),
            deadline: lot.deadline, suitableForSmes: lot.suitableForSMEs,
            goals: lot.strategicGoals.map { API.StrategicGoal(list: $0.list.rawValue, code: $0.code) })
    }
}

extension AwardDetail {
    init(_ award: Award) {
        let (outcome, winnersWithheld, reason): (String, Bool?, String?) =
            switch award.outcome {
            case .awarded(let withheld): ("awarded", withheld ? true : nil, nil)
            case .noWinner(let reason): ("no-winner", nil, reason?.withoutPersonalNumbers)
            case .open: ("open", nil, nil)
            case .unstated: ("unstated", nil, nil)
            }
        self.init(
            lots: award.lots.map(\.rawValue), outcome: outcome, winnersWithheld: winnersWithheld, reason: reason,
            winners: award.winners.map(\.rawValue), value: Disclosure(award.value),
            tendersReceived: Disclosure(award.tendersReceived), concluded: award.concluded,
            ends: award.ends, title: TextVersion.all(award.title),
            contractNumber: award.contractNumber?.withoutPersonalNumbers)
    }
}

extension API.Withholding {
    init(_ withholding: Procurement.Withholding) {
        self.init(
            field: withholding.field, reason: withholding.reason?.withoutPersonalNumbers,
            until: withholding.until)
    }
}

extension Disclosure<Amount> {
    /// `nil` for a value that is missing: then the member is absent.
    init?(_ value: Disclosed<Money>) {
        switch value {
        case .stated(let money): self = .stated(Amount(money))
        case .withheld(let withholding): self = .withheld(API.Withholding(withholding))
        case .missing: return nil
        }
    }
}

extension Disclosure<Int> {
    /// `nil` for a value that is missing: then the member is absent.
    init?(_ value: Disclosed<Int>) {
        switch value {
        case .stated(let count): self = .stated(count)
        case .withheld(let withholding): self = .withheld(API.Withholding(withholding))
        case .missing: return nil
        }
    }
}
