import API
import Procurement
import Store
import Transport

struct SuppliersGetHandler: Handler {
    typealias Served = SuppliersGet

    let store: Store

    func answer(_ parameters: SuppliersGet.Parameters, for peer: Peer) async throws -> SuppliersGet.Result {
        guard let stored = try store.supplier(SupplierID(parameters.id)) else {
            throw NotFound(
                parameter: "supplier", id: parameters.id, hint: "suppliers.find finds the ids that are known")
        }
        return SuppliersGet.Result(
            supplier: SupplierDetail(stored, try store.participation(of: stored.supplier.id)),
            generation: try store.generation)
    }
}

extension SupplierDetail {
    init(_ stored: StoredSupplier, _ participation: Participation) {
        let supplier = stored.supplier
        self.init(
            id: supplier.id.rawValue, name: supplier.name, otherNames: supplier.otherNames,
            number: supplier.shownNumber, naturalPerson: supplier.isNaturalPerson, country: supplier.country,
            size: supplier.knownSize.map(CompanySize.init), newcomer: stored.awardCount == 0,
            nuts: supplier.nuts.map(\.code), register: supplier.register.map(API.RegisterEntry.init),
            awardCount: stored.awardCount, awards: stored.awards.map(AwardLine.init),
            dialogue: ParticipationCounts(participation))
    }
}

extension API.RegisterEntry {
    init(_ entry: Procurement.RegisterEntry) {
        self.init(
            name: entry.name, size: entry.size.map(CompanySize.init), sector: entry.sector, legalForm: entry.legalForm,
            sni: entry.sni, sniLabel: entry.sniLabel, cpv: entry.cpv.map(\.description), nuts: entry.nuts.map(\.code),
            description: entry.description, website: entry.website, email: entry.email)
    }
}

extension AwardLine {
    init(_ award: StoredSupplier.Award) {
        self.init(
            noticeId: award.notice.rawValue, title: award.title, date: award.date.flatMap(Day.init),
            buyer: award.buyers.first?.name, cpv: award.cpv.map(\.description), lots: award.lots.map(\.rawValue),
            value: award.value.map { .stated(Amount($0)) })
    }
}

extension Amount {
    init(_ money: Money) { self.init(amount: money.amount, currency: money.currency) }
}
