import API
import JSON
import JSONRPC
import Procurement
import Store
import Transport

struct SuppliersGetHandler: Handler {
    typealias Served = SuppliersGet

    let store: Store
    let gate: Gate

    func answer(_ parameters: SuppliersGet.Parameters, for peer: Peer) async throws -> SuppliersGet.Result {
        let reason = try reason(parameters, peer)
        guard let stored = try store.supplier(SupplierID(parameters.id)) else {
            throw NotFound(
                parameter: "supplier", id: parameters.id, hint: "suppliers.find finds the ids that are known")
        }
        var supplier = SupplierDetail(stored, try store.participation(of: stored.supplier.id))
        if let reason, stored.supplier.isNaturalPerson,
            let number = try store.personalNumber(
                of: stored.supplier.id, by: UserName.of(peer), reason: reason)
        {
            supplier.number = number
        }
        return SuppliersGet.Result(supplier: supplier, generation: try store.generation)
    }

    /// Why a number is to be shown; `nil` where none is.
    private func reason(_ parameters: SuppliersGet.Parameters, _ peer: Peer) throws(RPCError) -> String? {
        guard parameters.unmask == true else {
            if let reason = parameters.reason {
                throw .invalid(parameter: "reason", expected: "unmask beside it", came: .string(reason))
            }
            return nil
        }
        try gate.check("suppliers.get with unmask", isFor: .manager, peer: peer)
        guard let reason = parameters.reason, !reason.allSatisfy(\.isWhitespace), reason.count <= 500 else {
            throw .invalid(
                parameter: "reason", expected: "why the number is needed, in at most 500 characters",
                came: parameters.reason.map(JSONValue.string) ?? .null)
        }
        return reason
    }
}

extension SupplierDetail {
    init(_ stored: StoredSupplier, _ participation: Participation) {
        let supplier = stored.supplier
        self.init(
            id: supplier.id.rawValue, name: supplier.name, otherNames: supplier.otherNames,
            number: supplier.shownNumber, naturalPerson: supplier.isNaturalPerson, country: supplier.country,
            size: supplier.knownSize, newcomer: stored.awardCount == 0,
            nuts: supplier.nuts.map(\.code), register: supplier.register.map(API.RegisterEntry.init),
            awardCount: stored.awardCount, awards: stored.awards.map(AwardLine.init),
            tenders: stored.tenders.map(SupplierTenders.init),
            dialogue: ParticipationCounts(participation))
    }
}

extension SupplierTenders {
    init(_ record: TenderRecord) {
        self.init(
            all: TenderCount(record.all), told: TenderCount(record.told),
            cpv: record.codes.map { TendersOfCode(code: $0.code.description, count: TenderCount($0.count)) },
            buyers: record.buyers.map { TendersOfBuyer(buyer: $0.buyer.name, count: TenderCount($0.count)) },
            latest: record.latest,
            source: .statistics)
    }
}

extension TenderCount {
    init(_ count: TenderRecord.Count) { self.init(lots: count.lots, contracted: count.contracted) }
}

extension API.RegisterEntry {
    init(_ entry: Procurement.RegisterEntry) {
        self.init(
            name: entry.name, size: entry.size, sector: entry.sector, legalForm: entry.legalForm,
            sni: entry.sni, sniLabel: entry.sniLabel, cpv: entry.cpv.map(\.description), nuts: entry.nuts.map(\.code),
            description: entry.description, website: entry.website, email: entry.email,
            firm: entry.firm.map(API.FirmFacts.init))
    }
}

extension API.FirmFacts {
    init(_ facts: Procurement.FirmFacts) {
        self.init(
            sources: facts.sources.map(\.rawValue), status: facts.status.map(API.FirmStatus.init),
            sniVersion: facts.sniVersion.rawValue, registered: facts.registered, municipality: facts.municipality,
            town: facts.town, refusesAdvertising: facts.refusesAdvertising)
    }
}

extension AwardLine {
    init(_ award: StoredSupplier.Award) {
        self.init(
            noticeId: award.notice.rawValue, title: award.title, date: award.date,
            buyer: award.buyers.first?.name, cpv: award.cpv.map(\.description), lots: award.lots.map(\.rawValue),
            value: award.value.map { .stated(Amount($0)) })
    }
}
