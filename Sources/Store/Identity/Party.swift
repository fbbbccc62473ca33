import Procurement

/// One description of a supplier, as a notice or the register gives it, brought to comparable forms.
///
/// Equal descriptions are one row of `parties`, however many notices give them.
struct Party: Hashable, Sendable {
    var number: OrganisationNumber?
    /// The name to show; empty where only a number is known.
    var name: String
    /// The same name in other languages, sorted.
    var otherNames: [String]
    /// The folded name without its legal form.
    var stem: String
    /// `LegalForm`'s word, from the name or from what is said beside it.
    var form: String?
    /// ISO 3166 alpha-2.
    var country: String?
    /// Said to be a natural person, or known by a personal number.
    var isPerson: Bool
    var size: SupplierSize?
    var nuts: NUTSCode?

    /// A description as the store kept it.
    init(
        number: OrganisationNumber?, name: String, otherNames: [String] = [], stem: String, form: String?,
        country: String?, isPerson: Bool, size: SupplierSize?, nuts: NUTSCode?
    ) {
        self.number = number
        self.name = name
        self.otherNames = otherNames
        self.stem = stem
        self.form = form
        self.country = country
        self.isPerson = isPerson
        self.size = size
        self.nuts = nuts
    }

    /// `nil` where the notice gives neither a name nor a number to know it by, or a mask in the name's place.
    init?(_ organisation: Organisation) {
        guard !organisation.isMasked else { return nil }
        let country = organisation.country.flatMap(CountryCode.alpha2)
        self.init(
            name: organisation.name.text() ?? "",
            numbers: organisation.nationalIDs.map { OrganisationNumber($0, country: country) }, country: country,
            isPerson: organisation.isNaturalPerson == true)
        if organisation.name.versions.count > 1 {
            otherNames = Set(organisation.name.versions.map { NormalizedName.display($0.text) })
                .subtracting([name, ""]).sorted()
        }
        size = organisation.size
        nuts = organisation.nuts
    }

    /// - Parameter entry: its size and region stay in the register entry: what notices say comes after it.
    init?(_ entry: RegisterEntry) {
        let legalForm = entry.legalForm.flatMap(LegalForm.named(inRegister:))
        self.init(
            name: entry.name, numbers: [entry.nationalID.flatMap(RegisterNumber.read)], country: nil,
            isPerson: legalForm == LegalForm.person)
        form = form ?? legalForm
    }

    private init?(name text: String, numbers: [OrganisationNumber?], country: String?, isPerson flag: Bool) {
        let normalized = NormalizedName(text)
        let number = numbers.lazy.compactMap(\.self).first ?? normalized.number
        guard number != nil || !normalized.isEmpty else { return nil }
        self.number = number
        name = normalized.display
        otherNames = []
        stem = normalized.stem
        self.country = number?.country ?? country
        // Swedish numbers say themselves whose they are, more surely than a flag set by hand.
        isPerson = number?.country == "SE" ? number?.isPersonal == true : flag || normalized.form == LegalForm.person
        form = isPerson ? LegalForm.person : normalized.form
    }
}
