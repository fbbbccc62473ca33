import Procurement

extension Notice {
    /// Takes the texts of another language version of the same form: the same lots, awards and parties, told again.
    ///
    /// Lots are brought together by their number, awards and parties by their place, and lots by theirs too where
    /// the versions number them differently. What only the other version has is added.
    mutating func addLanguageVersion(_ other: Notice) {
        title.addVersions(of: other.title)
        description.addVersions(of: other.description)
        cpv = (cpv + other.cpv).withoutRepeats
        nuts = (nuts + other.nuts).withoutRepeats
        if value == .missing { value = other.value }
        let parties = addOrganisations(of: other)
        buyers = (buyers + other.buyers.compactMap { parties[$0] }).withoutRepeats
        addLots(of: other)
        addAwards(of: other, parties: parties)
        withheld = (withheld + other.withheld).withoutRepeats
    }

    /// - Returns: the names of the other version's parties in this one.
    private mutating func addOrganisations(of other: Notice) -> [OrganisationID: OrganisationID] {
        var names: [OrganisationID: OrganisationID] = [:]
        if organisations.count == other.organisations.count {
            for (index, party) in other.organisations.enumerated() {
                organisations[index].name.addVersions(of: party.name, unlessSameText: true)
                organisations[index].nationalIDs = (organisations[index].nationalIDs + party.nationalIDs).withoutRepeats
                names[party.id] = organisations[index].id
            }
            return names
        }
        for var party in other.organisations {
            let id = OrganisationID("org-\(organisations.count + 1)")
            names[party.id] = id
            party.id = id
            organisations.append(party)
        }
        return names
    }

    private mutating func addLots(of other: Notice) {
        let inPlace = lots.count == other.lots.count
        for (place, lot) in other.lots.enumerated() {
            guard let index = lots.firstIndex(where: { $0.id == lot.id }) ?? (inPlace ? place : nil) else {
                lots.append(lot)
                continue
            }
            lots[index].title.addVersions(of: lot.title)
            lots[index].description.addVersions(of: lot.description)
        }
    }

    private mutating func addAwards(of other: Notice, parties: [OrganisationID: OrganisationID]) {
        for (index, award) in other.awards.enumerated() {
            if index < awards.count {
                awards[index].title.addVersions(of: award.title)
                if awards[index].value == .missing { awards[index].value = award.value }
                continue
            }
            var award = award
            award.winners = award.winners.compactMap { parties[$0] }
            awards.append(award)
        }
    }
}

extension LocalizedText {
    /// - Parameter unlessSameText: leaves out what another language already says in the same words, as names do.
    fileprivate mutating func addVersions(of other: LocalizedText, unlessSameText: Bool = false) {
        for version in other.versions {
            if unlessSameText, versions.contains(where: { $0.text == version.text }) { continue }
            add(version.text, language: version.language)
        }
    }
}
