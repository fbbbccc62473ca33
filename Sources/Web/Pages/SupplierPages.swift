import API
import JSON
import JSONRPC
import Procurement
import Sheets

/// Suppliers: found by name, words or codes, and one with all that is known of it.
enum SupplierPages {
    static func find(_ visit: Visit) async throws -> Answer {
        let title = visit.reader.pick(sv: "Leverantörer", en: "Suppliers")
        var fields: Fields = [
            "name": Fields.Value(visit.asked["name"]), "text": Fields.Value(visit.asked["text"]),
            "cpv": Fields.Value(visit.asked["cpv"]), "answer": false,
        ]
        let cpv = visit.asked.codes("cpv")
        guard visit.asked["name"] != nil || visit.asked["text"] != nil || cpv != nil else {
            return .page("suppliers", title: title, fields)
        }
        let parameters = SuppliersFind.Parameters(
            query: visit.asked["name"], text: visit.asked["text"], cpv: cpv, limit: 50, after: visit.asked["after"])
        let result = try await visit.call(SuppliersFind.self, parameters)
        if let file = try await visit.file(SuppliersFind.self, parameters, result, name: "suppliers") { return file }
        let here = Address("suppliers").saying("name", visit.asked["name"]).saying("text", visit.asked["text"])
            .saying("cpv", visit.asked["cpv"])
        fields["answer"] = .fields([
            "isEmpty": .flag(result.suppliers.isEmpty),
            "suppliers": Fields.Value(result.suppliers.map { line($0, visit.reader) }),
            "next": Fields.Value(result.next.map { here.saying("after", $0).description }),
            "files": .fields(visit.files(of: here)),
        ])
        return .page("suppliers", title: title, fields)
    }

    private static func line(_ supplier: SupplierLine, _ reader: Reader) -> Fields {
        [
            "name": .text(supplier.name), "page": .text(Address("supplier", supplier.id).description),
            "number": Fields.Value(supplier.number), "size": Fields.Value(reader.size(supplier.size)),
            "nuts": Fields.Value(supplier.nuts.joined(separator: ", ")), "awards": .text(reader.count(supplier.awards)),
            "last": Fields.Value(supplier.lastAward?.description),
            "status": Fields.Value(supplier.status?.text.text(in: reader.language)),
        ]
    }

    static func show(_ visit: Visit) async throws -> Answer {
        let supplier = try await visit.call(SuppliersGet.self, SuppliersGet.Parameters(id: visit.id)).supplier
        if visit.file == .json { return .file(.json, try JSONText(writing: supplier).bytes, name: "supplier") }
        let reader = visit.reader
        let categories = try await visit.call(CategoriesList.self, .init()).categories
        // Notes are for colleagues: who may not read them isn't told that there are any.
        let notes = try await visit.callWhereAllowed(
            NotesList.self, NotesList.Parameters(supplier: visit.id, limit: Limit(clamping: 100)))
        let counts = SupplierFields(awards: supplier.awards, visit: visit)
        let register = supplier.register
        var fields: Fields = [
            "watch": .text(
                Address("watch", "new").saying("supplier", visit.id).saying("name", supplier.name).description),
            "name": .text(supplier.name), "otherNames": Fields.Value(supplier.otherNames.joined(separator: "; ")),
            "number": Fields.Value(supplier.number), "size": Fields.Value(reader.size(supplier.size)),
            "nuts": Fields.Value(supplier.nuts.joined(separator: ", ")), "country": Fields.Value(supplier.country),
            "isNew": .flag(supplier.newcomer),
            "status": Fields.Value(register?.firm?.status?.text.text(in: visit.language)),
            "description": Fields.Value(register?.description), "email": Fields.Value(register?.email),
            "website": Fields.Value(register?.website), "legalForm": Fields.Value(register?.legalForm),
            "industry": Fields.Value([register?.sni, register?.sniLabel].compactMap { $0 }.joined(separator: " ")),
            "town": Fields.Value(register?.firm?.municipality ?? register?.firm?.town),
            "registered": Fields.Value(register?.firm?.registered.map(reader.day)),
            "refusesAdvertising": .flag(register?.firm?.refusesAdvertising == true),
            "sources": Fields.Value(register?.firm?.sources.joined(separator: ", ")),
            "awardCount": .text(reader.count(supplier.awardCount)),
            "shownAwards": .text(reader.count(supplier.awards.count)),
            "hasAwards": .flag(!supplier.awards.isEmpty),
            "awards": Fields.Value(supplier.awards.map { award($0, reader) }),
            "years": Fields.Value(WinsByYear(supplier.awards, reader).fields),
            "invited": .text(reader.count(supplier.dialogue.invited)),
            "registrations": .text(reader.count(supplier.dialogue.registered)),
            "attended": .text(reader.count(supplier.dialogue.attended)),
            "lastInvited": Fields.Value(supplier.dialogue.lastInvited.map(reader.day)),
            "byCategory": Fields.Value(counts.byCategory(categories)),
            "byBuyer": Fields.Value(counts.byBuyer()),
            "asks": .text(Address("supplier", visit.id, "asks").description),
            "counties": .text(Address("supplier", visit.id, "counties").description),
            "mayNote": .flag(notes != nil), "hasNotes": .flag(notes?.notes.isEmpty == false),
            "notes": Fields.Value(
                (notes?.notes ?? []).map {
                    [
                        "text": .text($0.text), "by": .text($0.by), "at": .text(reader.moment($0.at)),
                        "shortlist": Fields.Value($0.shortlist.map { Address("shortlist", "\($0)").description }),
                    ]
                }),
            "noteTo": .text(Address("supplier", visit.id, "note").description),
            "json": .text(Address("supplier", visit.id).file(.json).description),
        ]
        fields["tenders"] = Fields.Value(supplier.tenders.map { tenders($0, reader) })
        return .page("supplier", title: supplier.name, fields)
    }

    private static func award(_ award: AwardLine, _ reader: Reader) -> Fields {
        [
            "title": .text(award.title), "notice": .text(Address("notice", award.noticeId).description),
            "buyer": Fields.Value(award.buyer),
            "buyerPage": Fields.Value(award.buyer.map { BuyerPage.address($0).description }),
            "date": Fields.Value(award.date?.description),
            "value": Fields.Value(reader.value(award.value)),
            "cpv": Fields.Value(award.cpv.prefix(3).joined(separator: ", ")),
        ]
    }

    private static func tenders(_ tenders: SupplierTenders, _ reader: Reader) -> Fields {
        [
            "lots": .text(reader.count(tenders.told.lots)), "contracted": .text(reader.count(tenders.told.contracted)),
            "latest": Fields.Value(tenders.latest.map(reader.day)),
            "source": .text(tenders.source.text(in: reader.language)),
            "buyers": Fields.Value(
                tenders.buyers.map {
                    [
                        "name": .text($0.buyer), "page": .text(BuyerPage.address($0.buyer).description),
                        "lots": .text(reader.count($0.count.lots)),
                        "contracted": .text(reader.count($0.count.contracted)),
                    ]
                }),
        ]
    }

    /// A note on the supplier that colleagues can read.
    static func note(_ visit: Visit) async throws -> Answer {
        _ = try await visit.call(
            NotesAdd.self, NotesAdd.Parameters(text: visit.sent["text"] ?? "", supplier: visit.id))
        return .seeOther(Address("supplier", visit.id))
    }
}
