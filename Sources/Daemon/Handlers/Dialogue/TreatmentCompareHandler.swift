import API
import Dialogue
import JSON
import JSONRPC
import Matching
import Procurement
import Store
import Transport

/// The sheet goes on with the dossier that it is about, where it is kept.
struct TreatmentCompareHandler: KeepingHandler {
    typealias Served = TreatmentCompare

    let market: CurrentMarket
    let keeper: DossierKeeper
    let store: Store

    /// So many suppliers have their names looked up; the others stand by their ids.
    private static let mostNames = 2000
    /// An event and a shortlist bring their dossier, and a dossier the latest event that names it.
    func settled(_ parameters: TreatmentCompare.Parameters, on market: Market) -> TreatmentCompare.Parameters {
        var parameters = parameters
        if let shortlist = parameters.shortlist, parameters.plan == nil {
            parameters.plan = (try? store.shortlist(Int64(shortlist)))?.suppliers.mainDossier
        }
        if let event = parameters.event, parameters.plan == nil {
            parameters.plan = (try? store.event(Int64(event)))?.event.event.dossier
        } else if let plan = parameters.plan, parameters.event == nil {
            parameters.event = (try? store.latestEvent(of: plan)).flatMap { $0 }.map { Int($0) }
        }
        return parameters
    }

    func dossier(_ parameters: TreatmentCompare.Parameters) -> String? { parameters.plan }

    func answer(
        _ parameters: TreatmentCompare.Parameters, on ground: DossierGround
    ) async throws -> TreatmentCompare.Result {
        let event = try parameters.event.map { number in
            guard let found = try store.event(Int64(number)) else { throw NotFound.event(number) }
            return found
        }
        let shortlist = try parameters.shortlist.map { number in
            guard let found = try store.shortlist(Int64(number)) else { throw NotFound.shortlist(number) }
            return found
        }
        guard let plan = parameters.plan else {
            throw RPCError.invalid(
                parameter: parameters.shortlist == nil ? "event" : "shortlist",
                expected: "an event or a shortlist that names the dossier of its list, or plan with that dossier",
                came: (parameters.shortlist ?? parameters.event).map { .number(JSONNumber($0)) } ?? .null)
        }
        let invitations = event.map { found in
            Dictionary(
                found.guests.compactMap { guest in
                    guest.supplier.flatMap { id in
                        guest.invitation.map { (id.rawValue, EventInvitation($0)) }
                    }
                }
            ) { first, _ in first }
        }
        let record = try DossierShelf(store: store).list(of: plan, at: "plan").record
        let sheet = try Self.sheet(of: record, invitations, shortlist?.suppliers)
        try Task.checkCancellation()
        var lines = parameters.all == true ? sheet.lines : sheet.differences
        let names = try names(of: lines)
        for index in lines.indices { lines[index].name = names[lines[index].supplier] ?? lines[index].name }
        let title =
            shortlist.map { BilingualText($0.shortlist.shortlist.name) }
            ?? event.map { BilingualText($0.event.event.name) } ?? Self.name(record) ?? record.title
        return TreatmentCompare.Result(
            name: title, event: parameters.event, plan: plan, lines: lines,
            candidates: sheet.lines.count { $0.place != nil }, rest: sheet.lines.count - lines.count,
            generation: ground.market.snapshot.generation)
    }

    private static func sheet(
        of record: DossierRecord, _ invitations: [String: EventInvitation]?, _ shortlist: [StoredShortlisted]?
    ) throws -> EqualTreatment {
        if let shortlist {
            let standing = shortlist.filter { $0.removal == nil }
            let reasons = shortlist.map { ($0.shortlisted.supplier.rawValue, $0.sentence) }
            return EqualTreatment(
                candidates(record), chosen: Set(standing.map(\.shortlisted.supplier.rawValue)),
                reasons: Dictionary(reasons) { $1 }, invitations: invitations)
        }
        switch record.method {
        case MeetingPlan.name:
            return EqualTreatment(
                try ValueDecoder.decode(MeetingPlan.Result.self, from: record.result, unknown: .ignored),
                invitations: invitations)
        case CouncilCompose.name:
            return EqualTreatment(
                try ValueDecoder.decode(CouncilCompose.Result.self, from: record.result, unknown: .ignored),
                invitations: invitations)
        default:
            return EqualTreatment(candidates(record), chosen: nil, reasons: [:], invitations: invitations)
        }
    }

    private static func candidates(_ record: DossierRecord) -> [CandidateLine] {
        KeptList(record).rows.map { CandidateLine(supplier: $0.supplier, score: $0.score) }
    }

    /// What a plan is called.
    private static func name(_ record: DossierRecord) -> BilingualText? {
        guard let name = record.result["name"] else { return nil }
        return try? ValueDecoder.decode(BilingualText.self, from: name, unknown: .ignored)
    }

    private func names(of lines: [TreatmentLine]) throws -> [String: String] {
        let ids = Set(lines.map(\.supplier)).sorted().prefix(Self.mostNames).map { SupplierID($0) }
        return Dictionary(try store.suppliers(ids).map { ($0.id.rawValue, $0.name) }) { first, _ in first }
    }
}

extension [StoredShortlisted] {
    /// The dossier that most of those that stand there were taken from; of equals the one of the first.
    fileprivate var mainDossier: String? {
        var counts: [(dossier: String, count: Int)] = []
        for entry in self where entry.removal == nil {
            guard let dossier = entry.shortlisted.dossier else { continue }
            if let place = counts.firstIndex(where: { $0.dossier == dossier }) {
                counts[place].count += 1
            } else {
                counts.append((dossier, 1))
            }
        }
        let most = counts.map(\.count).max()
        return counts.first { $0.count == most }?.dossier
    }
}

extension StoredShortlisted {
    /// Who put it on the shortlist or took it off, and why.
    fileprivate var sentence: BilingualText {
        if let removal {
            return BilingualText(
                sv: "Borttagen av \(removal.by): \(removal.reason ?? "inget skäl är antecknat.")",
                en: "Taken off by \(removal.by): \(removal.reason ?? "no reason is noted.")")
        }
        return BilingualText(
            sv: "Med på urvalet, av \(shortlisted.by): \(shortlisted.reason ?? "inget skäl är antecknat.")",
            en: "On the shortlist, by \(shortlisted.by): \(shortlisted.reason ?? "no reason is noted.")")
    }
}
