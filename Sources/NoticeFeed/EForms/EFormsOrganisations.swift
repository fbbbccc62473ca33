import Procurement

/// The organisations of one notice, and how the rest of it refers to them.
struct EFormsOrganisations {
    private(set) var list: [Organisation] = []
    /// An organisation may be referred to by the name of one of its contact points (`TPO-0001`).
    private var owners: [String: OrganisationID] = [:]
    /// By what they say of themselves, with no id: parties that are written where they are referred to.
    private var inline: [Organisation: OrganisationID] = [:]
    /// The number in the last name that was made up for one of them.
    private var lastNumber = 0

    /// - Parameter organisations: every `efac:Organizations`.
    init(_ organisations: [Element]) {
        for element in organisations.flatMap({ $0.all("Organization") }) {
            guard let company = element.first("Company"),
                let id = company.path("PartyIdentification", "ID")?.text, owners[id] == nil
            else { continue }
            let organisation = Self.read(company, in: element, id: OrganisationID(id))
            list.append(organisation)
            owners[id] = organisation.id
            for point in element.all("TouchPoint") {
                guard let name = point.path("PartyIdentification", "ID")?.text, owners[name] == nil else { continue }
                owners[name] = organisation.id
            }
        }
    }

    /// The organisation that a reference means; one that the notice doesn't describe keeps its name.
    func id(_ reference: Element?) -> OrganisationID? {
        reference?.text.map { owners[$0] ?? OrganisationID($0) }
    }

    /// The organisation that a `cac:Party` means: the one that it refers to, else the one that it describes itself, as
    /// UBL does without the eForms extension.
    mutating func id(of party: Element) -> OrganisationID? {
        let reference = party.path("PartyIdentification", "ID")
        if let known = reference?.text.flatMap({ owners[$0] }) { return known }
        let described = Self.read(inline: party)
        if described.name.isEmpty { return id(reference) }
        if let known = inline[described] { return known }
        var organisation = described
        repeat { lastNumber += 1 } while owners["org-\(lastNumber)"] != nil
        organisation.id = OrganisationID("org-\(lastNumber)")
        inline[described] = organisation.id
        owners[organisation.id.rawValue] = organisation.id
        list.append(organisation)
        return organisation.id
    }

    /// A party with its name, its numbers and its address; not those of whoever sent the notice for it, who stands within
    /// it as `cac:ServiceProviderParty`.
    private static func read(inline party: Element) -> Organisation {
        var organisation = read(party, in: party, id: "")
        let entity = party.first("PartyLegalEntity")
        if organisation.name.isEmpty { organisation.name = entity?.localized("RegistrationName") ?? [] }
        if organisation.nationalIDs.isEmpty {
            organisation.nationalIDs =
                party.all("PartyIdentification").compactMap { $0.first("ID")?.partyNumber }
                .withoutRepeats
        }
        let address = entity?.first("RegistrationAddress")
        organisation.country =
            organisation.country ?? address?.path("Country", "IdentificationCode")?.code.flatMap(CountryCode.alpha2)
        organisation.city = organisation.city ?? address?.first("CityName")?.published
        let size = party.all("IndustryClassificationCode").first {
            $0.attribute("listName", is: "economic-operator-size")
        }
        organisation.size = organisation.size ?? size?.code.flatMap { SupplierSize(rawValue: $0) }
        return organisation
    }

    private static func read(_ company: Element, in element: Element, id: OrganisationID) -> Organisation {
        let address = company.first("PostalAddress")
        var organisation = Organisation(id: id)
        organisation.name = LocalizedText(
            company.all("PartyName").flatMap { $0.localized("Name").versions }.withoutRepeats)
        organisation.nationalIDs =
            company.all("PartyLegalEntity").flatMap { $0.all("CompanyID") }
            .compactMap { $0.published }.withoutRepeats
        organisation.country = address?.path("Country", "IdentificationCode")?.code.flatMap(CountryCode.alpha2)
        organisation.nuts = address?.nuts
        organisation.city = address?.first("CityName")?.published
        organisation.postalCode = address?.first("PostalZone")?.published
        organisation.website = company.first("WebsiteURI")?.published
        let size = company.first("CompanySizeCode") ?? element.first("CompanySizeCode")
        organisation.size = size?.code.flatMap { SupplierSize(rawValue: $0) }
        organisation.isNaturalPerson = element.first("NaturalPersonIndicator")?.flag
        return organisation
    }
}

extension Element {
    /// A party's number with the scheme that it is of, such as `0192:987654325`; `nil` for a name within the notice.
    fileprivate var partyNumber: String? {
        if attribute("schemeName", is: "organization") || attribute("schemeName", is: "touchpoint") { return nil }
        guard let number = published else { return nil }
        // An ISO 6523 code; other schemes are words that say nothing to whoever compares numbers.
        guard let scheme = attribute("schemeID"), scheme.utf8.count == 4, scheme.utf8.allSatisfy({ 48...57 ~= $0 }),
            !number.contains(":")
        else { return number }
        return "\(scheme):\(number)"
    }
}
