import Foundation
import GRDB
import PersonalNumbers
import Procurement

/// The natural persons whom a decision has taken out, and what a notice looks like without them.
///
/// The same notice and the same persons always give the same content, so an import after a purge ends where a purge
/// after an import does.
struct PurgedPersons {
    private let keys: Set<Data>
    private let ids: SupplierIDs

    init(_ keys: Set<Data>, ids: SupplierIDs) {
        self.keys = keys
        self.ids = ids
    }

    /// Those that the store has on its list.
    init(_ database: Database, ids: SupplierIDs) throws {
        self.init(try Set(Data.fetchAll(database, sql: "SELECT key FROM purged")), ids: ids)
    }

    /// True while nobody has ever been taken out.
    var isEmpty: Bool { keys.isEmpty }

    /// Known by number; one without a number by name, unless it is called a company.
    func include(_ party: Party) -> Bool {
        if keys.isEmpty { return false }
        if let number = party.number { return keys.contains(ids.purgeKey(number: number)) }
        return (party.form == nil || party.form == LegalForm.person) && keys.contains(ids.purgeKey(stem: party.stem))
    }

    /// What stands in the place of a name or a number.
    static let mark = "[borttaget]"

    /// The notice without them: their organisations keep only their place, and their names and numbers leave every text.
    func redacted(_ notice: Notice) -> Notice {
        if let tendering = notice.tendering { return redacted(tendering).notice }
        var notice = notice
        var names: Set<String> = []
        for index in notice.organisations.indices {
            let organisation = notice.organisations[index]
            guard let party = Party(organisation), include(party) else { continue }
            names.formUnion(organisation.name.versions.map(\.text))
            names.insert(party.name)
            var bare = Organisation(id: organisation.id, country: organisation.country)
            bare.isNaturalPerson = true
            notice.organisations[index] = bare
            notice.withheld.append(Withholding(field: organisation.id.rawValue, reason: "purged"))
        }
        let sought = SoughtNames(names)
        func clean(_ text: String) -> String { withoutNumbers(sought.replaced(in: text, with: Self.mark)) }
        func clean(_ text: LocalizedText) -> LocalizedText {
            LocalizedText(text.versions.map { .init(language: $0.language, text: clean($0.text)) })
        }
        notice.title = clean(notice.title)
        notice.description = clean(notice.description)
        for index in notice.organisations.indices {
            notice.organisations[index].name = clean(notice.organisations[index].name)
            notice.organisations[index].nationalIDs.removeAll { clean($0) != $0 }
            notice.organisations[index].city = notice.organisations[index].city.map { clean($0) }
            notice.organisations[index].website = notice.organisations[index].website.map { clean($0) }
        }
        for index in notice.lots.indices {
            notice.lots[index].title = clean(notice.lots[index].title)
            notice.lots[index].description = clean(notice.lots[index].description)
        }
        for index in notice.awards.indices {
            notice.awards[index].title = clean(notice.awards[index].title)
            notice.awards[index].contractNumber = notice.awards[index].contractNumber.map { clean($0) }
        }
        if let sections = notice.modifies?.sections { notice.modifies?.sections = sections.map { clean($0) } }
        return notice
    }

    /// The tenders without them, and without their numbers in any text.
    func redacted(_ tendering: Tendering) -> Tendering {
        tendering.keeping { Party($0.organisation).map { !include($0) } ?? true }.mappingTexts(withoutNumbers)
    }

    private func withoutNumbers(_ text: String) -> String {
        PersonalNumberScan.replaced(in: text, with: Self.mark) { digits in
            OrganisationNumber(digits, country: HomeCountry.code).map { keys.contains(ids.purgeKey(number: $0)) }
                ?? false
        }
    }
}

extension SupplierIDs {
    /// What the list of purged persons knows a number by.
    func purgeKey(number: OrganisationNumber) -> Data { keyed("purged-number:" + number.stored) }

    /// What it knows a name by: the folded name without its legal form.
    func purgeKey(stem: String) -> Data { keyed("purged-name:" + stem) }
}
