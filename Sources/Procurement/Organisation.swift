/// A party as one notice describes it: buyer, winner, tenderer, review body.
package struct Organisation: Sendable, Hashable, Codable {
    /// Its name within the notice (`ORG-0001`); made up (`org-1` …) in dialects that have none.
    package var id: OrganisationID
    package var name: LocalizedText
    /// The national numbers as written, the first the main one. They may be personal numbers: never log them.
    package var nationalIDs: [String]
    /// ISO 3166 alpha-2.
    package var country: String?
    package var nuts: NUTSCode?
    package var city: String?
    package var postalCode: String?
    package var website: String?
    package var size: SupplierSize?
    /// True where the notice says that this is a natural person (BT-633); `nil` where it says nothing.
    package var isNaturalPerson: Bool?

    package init(
        id: OrganisationID, name: LocalizedText = [], nationalIDs: [String] = [], country: String? = nil,
        nuts: NUTSCode? = nil, city: String? = nil, postalCode: String? = nil, website: String? = nil,
        size: SupplierSize? = nil, isNaturalPerson: Bool? = nil
    ) {
        self.id = id
        self.name = name
        self.nationalIDs = nationalIDs
        self.country = country
        self.nuts = nuts
        self.city = city
        self.postalCode = postalCode
        self.website = website
        self.size = size
        self.isNaturalPerson = isNaturalPerson
    }
}

/// Size class by Commission Recommendation 2003/361/EC, in the codes of eForms (BT-165).
package enum SupplierSize: String, Sendable, Hashable, Codable, CaseIterable {
    case micro
    case small
    case medium
    case large
    /// Small or medium, no more said (TED's CONTRACTOR_IS_SME, eForms `sme`).
    case sme

    /// Micro, small or medium.
    package var isSME: Bool { self != .large }
}
