import Procurement

/// What is shown of a supplier, chosen from all that is said of it.
///
/// The register's word comes before the notices', a later notice's before an earlier one's. Ties are broken by the
/// notice's id and the name, so that the choice never depends on the order of arrival.
struct SupplierPortrait {
    /// A register entry that is this supplier's.
    struct Entry {
        var row: Int64
        var hasNumber: Bool
        var name: String
        var size: String?
        var sni: String?
        var nuts: [NUTSCode]
    }

    let name: String
    /// Every name it goes by, the one shown among them.
    let names: Set<String>
    let number: OrganisationNumber?
    let isPerson: Bool
    let country: String?
    let size: String?
    let nuts: [NUTSCode]
    let sni: String?
    /// The row of the entry that speaks for it.
    let register: Int64?

    init(key: SupplierKey, isPerson: Bool, parties: [StoredParty], entries: [Entry]) {
        self.isPerson = isPerson
        let entry = entries.min { ($0.hasNumber ? 0 : 1, $0.name) < ($1.hasNumber ? 0 : 1, $1.name) }
        let latestFirst = parties.sorted {
            ($0.latest ?? .min, $0.latestNotice, $0.party.name) > ($1.latest ?? .min, $1.latestNotice, $1.party.name)
        }
        let shown = entry.map { NormalizedName($0.name).display } ?? ""
        let named = shown.isEmpty ? latestFirst.first { !$0.party.name.isEmpty }?.party.name : shown
        switch key {
        case .number(let number):
            self.number = number
            country = number.country
            // A person's number is never shown, also not where no name is known.
            name = named ?? (isPerson ? OrganisationNumber.mask : number.formatted)
        case .name(let stem, _, let country):
            number = nil
            self.country = country == SupplierKey.ambiguous ? nil : country
            name = named ?? stem
        }
        names = Set(parties.flatMap { [$0.party.name] + $0.party.otherNames }.filter { !$0.isEmpty }).union([name])
        size = entry?.size ?? latestFirst.lazy.compactMap(\.party.size).first?.rawValue
        nuts = Set(parties.compactMap(\.party.nuts)).union(entries.flatMap(\.nuts)).sorted()
        sni = entry?.sni
        register = entry?.row
    }
}
