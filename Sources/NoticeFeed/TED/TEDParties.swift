import Procurement

extension Notice {
    /// Adds the party that a TED address describes, and gives the name under which it now stands in the notice.
    ///
    /// - Parameters:
    ///   - address: such as ADDRESS_CONTRACTOR; in R2.0.8 such as CONTACT_DATA_WITHOUT_RESPONSIBLE_NAME, with the name
    ///     inside ORGANISATION.
    ///   - language: of the name.
    /// - Returns: `nil` where there is no name.
    mutating func addTEDParty(_ address: Element, language: String?) -> OrganisationID? {
        let identity = address.first("ORGANISATION") ?? address
        let named = identity.first("OFFICIALNAME") ?? (identity.isNamed("ORGANISATION") ? identity : nil)
        guard let name = named?.words(in: language), !name.isEmpty else { return nil }
        let id = OrganisationID("org-\(organisations.count + 1)")
        organisations.append(
            Organisation(
                id: id, name: name,
                nationalIDs: identity.all("NATIONALID").compactMap(\.text),
                country: address.first("COUNTRY")?.attribute("VALUE").flatMap(CountryCode.alpha2),
                nuts: address.first("NUTS")?.attribute("CODE").flatMap { NUTSCode($0) },
                city: address.first("TOWN")?.text, postalCode: address.first("POSTAL_CODE")?.text,
                website: (address.first("URL_GENERAL") ?? address.first("URL"))?.text))
        return id
    }

    /// Makes one of the organisations that the notice describes several times, drops those that nothing refers to,
    /// and numbers the rest anew.
    ///
    /// They are one when name and country are the same and neither town nor number speaks against it. Within one
    /// notice that is safe; across notices the store decides.
    mutating func mergeRepeatedOrganisations() {
        struct NamedAt: Hashable {
            var name: String?
            var country: String?
        }
        var kept: [Organisation] = []
        var byKey: [NamedAt: [Int]] = [:]
        var renamed: [OrganisationID: OrganisationID] = [:]
        let named = Set(buyers + awards.flatMap(\.winners))
        for organisation in organisations where named.contains(organisation.id) {
            let key = NamedAt(
                name: organisation.name.versions.first?.text.lowercased(), country: organisation.country?.lowercased())
            let twin = byKey[key]?.first { kept[$0].mayBe(organisation) }
            if let twin {
                kept[twin].absorb(organisation)
                renamed[organisation.id] = kept[twin].id
                continue
            }
            var new = organisation
            new.id = OrganisationID("org-\(kept.count + 1)")
            renamed[organisation.id] = new.id
            byKey[key, default: []].append(kept.count)
            kept.append(new)
        }
        organisations = kept
        buyers = buyers.compactMap { renamed[$0] }.withoutRepeats
        for index in awards.indices {
            awards[index].winners = awards[index].winners.compactMap { renamed[$0] }.withoutRepeats
        }
    }
}

extension Organisation {
    /// False where both have a town or both have numbers, and none is the same.
    fileprivate func mayBe(_ other: Organisation) -> Bool {
        if let city, let town = other.city, city != town, city.lowercased() != town.lowercased() { return false }
        return nationalIDs.isEmpty || other.nationalIDs.isEmpty || !Set(nationalIDs).isDisjoint(with: other.nationalIDs)
    }

    fileprivate mutating func absorb(_ other: Organisation) {
        for version in other.name.versions where !name.versions.contains(where: { $0.text == version.text }) {
            name.versions.append(version)
        }
        nationalIDs = (nationalIDs + other.nationalIDs).withoutRepeats
        city = city ?? other.city
        nuts = nuts ?? other.nuts
        postalCode = postalCode ?? other.postalCode
        website = website ?? other.website
        size = size ?? other.size
    }
}

extension Element {
    /// The element's text, one line a paragraph, in one language. Empty where there is none.
    func words(in language: String?) -> LocalizedText {
        fullText.map { LocalizedText(PlainText.read($0), language: language) } ?? []
    }
}
