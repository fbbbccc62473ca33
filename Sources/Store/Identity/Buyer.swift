import Procurement

/// A buyer as one notice names it, with the key by which it is one buyer across notices.
struct Buyer: Hashable, Sendable {
    /// Its organisation number (`SE2120000142`), else its normalised name.
    let key: String
    let name: String

    /// `nil` where the notice gives neither a name nor a number, or a mask in the name's place.
    init?(_ organisation: Organisation) {
        guard !organisation.isMasked else { return nil }
        let name = NormalizedName(organisation.name.text() ?? "")
        let country = organisation.country.flatMap(CountryCode.alpha2)
        let number = organisation.nationalIDs.lazy.compactMap { OrganisationNumber($0, country: country) }.first
        // A personal number here is a mistake of the notice's, and must not become a key that everyone sees.
        if let number = number ?? name.number, !number.isPersonal {
            key = number.stored
        } else if !name.isEmpty {
            key = name.stem
        } else {
            return nil
        }
        self.name = name.display
    }

    /// The key that someone who types a number or a name means.
    static func key(typed text: String) -> String {
        if let number = OrganisationNumber(text, country: nil) ?? OrganisationNumber(text, country: HomeCountry.code),
            !number.isPersonal
        {
            return number.stored
        }
        return NormalizedName(text).stem
    }
}
