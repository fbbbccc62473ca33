import Procurement

/// The organisations of one notice, and how the rest of it refers to them.
struct EFormsOrganisations {
    private(set) var list: [Organisation] = []
    /// An organisation may be referred to by the name of one of its contact points (`TPO-0001`).
    private var owners: [String: OrganisationID] = [:]

    init(_ organisations: Element?) {
        for element in organisations?.all("Organization").map({ $0 }) ?? [] {
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

    private static func read(_ company: Element, in element: Element, id: OrganisationID) -> Organisation {
        let address = company.first("PostalAddress")
        var organisation = Organisation(id: id)
        for name in company.all("PartyName") { organisation.name.add(name.localized("Name")) }
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
