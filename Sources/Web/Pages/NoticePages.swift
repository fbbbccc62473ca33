import API
import JSON
import JSONRPC
import Procurement
import Sheets

/// Procurements: found by words, buyer and codes, and one with its lots and results.
enum NoticePages {
    static func find(_ visit: Visit) async throws -> Answer {
        let reader = visit.reader
        let parameters = NoticesFind.Parameters(
            query: visit.asked["words"], cpv: visit.asked.codes("cpv"), buyer: visit.asked["buyer"],
            purpose: visit.asked["purpose"].flatMap(NoticePurpose.init(rawValue:)), limit: 50,
            after: visit.asked["after"])
        let result = try await visit.call(NoticesFind.self, parameters)
        if let file = try await visit.file(NoticesFind.self, parameters, result, name: "procurements") { return file }
        let here = Address("notices").saying("words", visit.asked["words"]).saying("buyer", visit.asked["buyer"])
            .saying("cpv", visit.asked["cpv"]).saying("purpose", visit.asked["purpose"])
        let purposes: [NoticePurpose] = [.planning, .competition, .result]
        return .page(
            "notices", title: reader.pick(sv: "Upphandlingar", en: "Procurements"),
            [
                "watch": Fields.Value(watch(visit)),
                "words": Fields.Value(visit.asked["words"]), "buyer": Fields.Value(visit.asked["buyer"]),
                "cpv": Fields.Value(visit.asked["cpv"]),
                "purposes": Fields.Value(
                    purposes.map {
                        [
                            "value": .text($0.rawValue), "word": .text(visit.language.purpose($0)),
                            "isChosen": .flag($0.rawValue == visit.asked["purpose"]),
                        ]
                    }),
                "isEmpty": .flag(result.notices.isEmpty),
                "notices": Fields.Value(
                    result.notices.map {
                        [
                            "title": .text($0.title), "page": .text(Address("notice", $0.id).description),
                            "date": Fields.Value($0.date?.description), "buyer": Fields.Value($0.buyer),
                            "buyerPage": Fields.Value($0.buyer.map { BuyerPage.address($0).description }),
                            "purpose": .text(visit.language.purpose($0.purpose)),
                            "winners": Fields.Value($0.winners > 0 ? reader.count($0.winners) : nil),
                        ]
                    }),
                "next": Fields.Value(result.next.map { here.saying("after", $0).description }),
                "files": .fields(visit.files(of: here)),
            ])
    }

    /// The address of a watch of what was looked for; `nil` where nothing was said that one can watch.
    private static func watch(_ visit: Visit) -> String? {
        let (words, buyer, cpv) = (visit.asked["words"], visit.asked["buyer"], visit.asked["cpv"])
        let name = [buyer, words, cpv].compactMap { $0 }.joined(separator: ", ")
        return name.isEmpty
            ? nil
            : Address("watch", "new").saying("buyer", buyer).saying("words", words).saying("cpv", cpv)
                .saying("name", name).description
    }

    static func show(_ visit: Visit) async throws -> Answer {
        let result = try await visit.call(NoticesGet.self, NoticesGet.Parameters(id: visit.id))
        if visit.file == .json { return .file(.json, try JSONText(writing: result).bytes, name: "notice") }
        let (notice, reader) = (result.notice, visit.reader)
        let organisations = Dictionary(notice.organisations.map { ($0.id, $0) }) { first, _ in first }
        let title = visit.text(notice.title) ?? reader.pick(sv: "Utan rubrik", en: "Without a title")
        let fields: Fields = [
            "title": .text(title), "id": .text(notice.id), "publication": Fields.Value(notice.publicationNumber),
            "purpose": .text(visit.language.purpose(notice.purpose)),
            "date": Fields.Value((notice.issued ?? notice.published).map(reader.day)),
            "buyers": Fields.Value(notice.buyers.map { party(organisations[$0], $0, visit) }),
            "kind": Fields.Value(notice.kind.map { visit.language.contract($0) }),
            "procedure": Fields.Value(notice.procedure.type.map(SummaryText(language: visit.language).procedure)),
            "cpv": Fields.Value(notice.cpv.map { ["text": .text(code($0, result.cpvNames, visit))] }),
            "nuts": Fields.Value(notice.nuts.joined(separator: ", ")),
            "value": Fields.Value(reader.value(notice.value)),
            "description": Fields.Value(visit.text(notice.description)),
            "isSuperseded": .flag(result.standing != .current),
            "fits": .text(Address("fits", visit.id).description),
            "json": .text(Address("notice", visit.id).file(.json).description),
            "hasLots": .flag(notice.lots.count > 1),
            "lots": Fields.Value(
                notice.lots.map { lot in
                    [
                        "id": .text(lot.id), "title": Fields.Value(visit.text(lot.title)),
                        "value": Fields.Value(reader.value(lot.value)),
                        "deadline": Fields.Value(lot.deadline.map(reader.day)),
                        "cpv": Fields.Value(lot.cpv.map { code($0, result.cpvNames, visit) }.joined(separator: "; ")),
                    ]
                }),
            "hasAwards": .flag(!notice.awards.isEmpty),
            "awards": Fields.Value(notice.awards.map { award($0, organisations, visit) }),
        ]
        return .page("notice", title: title, fields)
    }

    private static func party(_ organisation: NoticeOrganisation?, _ id: String, _ visit: Visit) -> Fields {
        let name = organisation.flatMap { visit.text($0.name) } ?? id
        return [
            "name": .text(name),
            "supplier": Fields.Value(organisation?.supplierId.map { Address("supplier", $0).description }),
            "buyer": .text(BuyerPage.address(organisation?.numbers.first ?? name).description),
        ]
    }

    private static func award(
        _ award: AwardDetail, _ organisations: [String: NoticeOrganisation], _ visit: Visit
    ) -> Fields {
        let tenders: String? =
            switch award.tendersReceived {
            case .stated(let count): visit.reader.count(count)
            case .withheld: visit.language.withheld
            case nil: nil
            }
        return [
            "lots": Fields.Value(award.lots.joined(separator: ", ")),
            "isAwarded": .flag(award.outcome == "awarded"), "reason": Fields.Value(award.reason),
            "isWithheld": .flag(award.winnersWithheld == true),
            "winners": Fields.Value(award.winners.map { party(organisations[$0], $0, visit) }),
            "value": Fields.Value(visit.reader.value(award.value)), "tenders": Fields.Value(tenders),
            "ends": Fields.Value(award.ends.map(visit.reader.day)),
        ]
    }

    /// `72000000 IT-tjänster`, the code alone where no list of codes names it.
    private static func code(_ code: String, _ names: [NamedCode], _ visit: Visit) -> String {
        guard let named = names.first(where: { $0.code == code }) else { return code }
        let name = named.names.dictionary[visit.language.rawValue] ?? named.names.dictionary.values.sorted().first
        return name.map { "\(code) \($0)" } ?? code
    }
}
