import API
import Dialogue
import Foundation
import JSON
import JSONRPC
import PersonalNumbers
import Procurement
import Store
import Transport

struct PrivacyPurgeHandler: Handler {
    typealias Served = PrivacyPurge

    let importer: Importer

    func answer(_ parameters: PrivacyPurge.Parameters, for peer: Peer) async throws -> PrivacyPurge.Result {
        let decision = parameters.decision
        guard !decision.allSatisfy(\.isWhitespace), decision.count <= 200 else {
            throw RPCError.invalid(
                parameter: "decision", expected: "the reference of a decision, 1 to 200 characters",
                came: .string(decision))
        }
        let person: Purge.Person
        switch (parameters.supplier, parameters.number) {
        case (let id?, nil): person = .supplier(SupplierID(id))
        case (nil, let number?): person = .number(number)
        default:
            throw RPCError.invalid(
                parameter: "supplier", expected: "either supplier or number",
                came: parameters.supplier.map(JSONValue.string) ?? .null)
        }
        let purge = Purge(person, decision: decision, by: UserName.of(peer))
        let (outcome, generation) = try await importer.purge(purge, token: parameters.token)
        guard let (extent, token) = outcome else {
            throw NotFound(
                parameter: "supplier", id: parameters.supplier ?? OrganisationNumber.mask,
                hint: "nobody of that id or number is stored; suppliers.find finds the ids that are known")
        }
        return PrivacyPurge.Result(
            purged: token == nil, supplier: extent.supplier.rawValue, notices: extent.notices,
            registerEntries: extent.registerEntries, feedback: extent.feedback, dossierEntries: extent.dossierEntries,
            guests: extent.guests, shortlisted: extent.shortlisted, notes: extent.notes, refusals: extent.refusals,
            remaining: extent.remaining.map { PurgeRemainder(place: $0.place, rows: $0.count) }, token: token,
            generation: generation)
    }
}

extension EntryMaker where Subject == [Int] {
    /// The entry by which the dossiers know that a decision has removed what others said.
    ///
    /// It names each with its hash, which stays where it is: `DossierLink.removals` reads them back.
    init(_ purge: Purge, generation: Int, store: Store) {
        self.init(
            entry: { removed, at in
                let entries = removed.compactMap { sequence -> JSONValue? in
                    guard let line = (try? store.dossierEntry(sequence))?.line else { return nil }
                    return ["sequence": .number(JSONNumber(sequence)), "hash": .string(line.hash)]
                }
                let record = DossierRecord(
                    dossier: DossierID("purges"), at: at, actor: purge.by, method: DossierLink.removalMethod,
                    generation: generation, version: TorgVersion.current,
                    request: [
                        "decision": .string(purge.decision.withoutPersonalNumbers), "entries": .array(entries),
                    ],
                    result: ["removed": .number(JSONNumber(removed.count))])
                return NewDossierEntry(
                    dossier: record.dossier.rawValue, at: at, actor: purge.by, method: record.method,
                    generation: generation, record: Data(record.value.canonicalBytes))
            },
            hash: DossierHash.link)
    }
}
