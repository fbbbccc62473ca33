import Procurement

/// Decides which of the parties that share a name are one supplier.
///
/// It depends on the set of parties alone, never on the order in which they came:
/// 1. A party with a national number is that number's supplier.
/// 2. A name without a country takes the only country known under it, else the home country if that is among them.
/// 3. A name without a legal form takes the only form known under it there. Between a company and a sole trader it is
///    the sole trader, whose whole name it is.
/// 4. If exactly one number bears the name in that country and form, the name is that number's.
/// 5. Otherwise name, form and country are the supplier.
struct NameResolution {
    let stem: String
    private let parties: [Party]
    private let persons: Set<OrganisationNumber>

    /// - Parameters:
    ///   - parties: every party with this stem.
    ///   - persons: the numbers among them that are natural persons'.
    init(stem: String, parties: [Party], persons: Set<OrganisationNumber>) {
        self.stem = stem
        self.parties = parties
        self.persons = persons
    }

    func key(of party: Party) -> SupplierKey {
        if let number = party.number { return .number(number) }
        return key(form: party.form, country: party.country)
    }

    /// Whose a bare name is, written with this form and country.
    func key(form: String?, country: String?) -> SupplierKey {
        // The country helps to find the form; the form found may then say more of the country.
        let form = form ?? completeForm(country: country ?? completeCountry(form: nil))
        let country = country ?? completeCountry(form: form == SupplierKey.ambiguous ? nil : form)
        if form != SupplierKey.ambiguous, country != SupplierKey.ambiguous {
            let bearers = Set(parties.compactMap(\.number)).filter { bears($0, form: form, country: country) }
            if bearers.count == 1, let number = bearers.first { return .number(number) }
        }
        return .name(stem: stem, form: form, country: country)
    }

    /// Every form and country that the name was written with, the fullest first, and at last the name alone.
    var spellings: [(form: String?, country: String?)] {
        var spellings = Set(parties.map { [$0.form, $0.country] })
        spellings.insert([nil, nil])
        return spellings.map { (form: $0[0], country: $0[1]) }.sorted {
            ($0.form ?? "", $0.country ?? "") > ($1.form ?? "", $1.country ?? "")
        }
    }

    private func bears(_ number: OrganisationNumber, form: String?, country: String?) -> Bool {
        guard country == nil || number.country == country else { return false }
        let forms = Set(parties.filter { $0.number == number }.compactMap { formOf($0) })
        guard let form else { return true }
        return forms.isEmpty ? form != LegalForm.person : forms.contains(form)
    }

    private func completeCountry(form: String?) -> String? {
        let countries = Set(
            parties.filter { form == nil || formOf($0) == nil || formOf($0) == form }.compactMap(\.country))
        if countries.count <= 1 { return countries.first }
        return countries.contains(HomeCountry.code) ? HomeCountry.code : SupplierKey.ambiguous
    }

    private func completeForm(country: String?) -> String? {
        let forms = Set(
            parties.filter { country == nil || $0.country == nil || $0.country == country }.compactMap { formOf($0) })
        if forms.count <= 1 { return forms.first }
        return forms.contains(LegalForm.person) ? LegalForm.person : SupplierKey.ambiguous
    }

    private func formOf(_ party: Party) -> String? {
        if let number = party.number, persons.contains(number) { return LegalForm.person }
        return party.form
    }
}
