/// Words that people write before a number: `Org.nr`, `CVR`, `Y-tunnus`, `USt-IdNr`, `Company number`.
///
/// In the languages of the Nordic countries and the EU. A word that is in no other country's use also says whose register
/// it is.
enum NumberLabel {
    /// Whether a word without digits is one.
    static func isLabel(_ word: some StringProtocol) -> Bool {
        let key = key(word)
        return general.contains(key) || countries[key] != nil || word.contains("°")
    }

    /// The country whose register a label names; `nil` for one that says nothing of it.
    static func country(of word: some StringProtocol) -> String? { countries[key(word)] }

    /// The label that letters begin with, where it is written together with what follows: `NIP5252465327`,
    /// `MOMSREGNRSE…`.
    ///
    /// - Parameter letters: in upper case, all up to the first digit.
    /// - Returns: how many of them are the label's; 0 where there is none.
    static func prefix(of letters: some StringProtocol) -> Int {
        let key = key(letters)
        if isLabel(key) { return letters.utf8.count }
        return key.utf8.count > 4 && isLabel(key.dropLast(2)) ? letters.utf8.count - 2 : 0
    }

    private static func key(_ word: some StringProtocol) -> String {
        String(word.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic })
    }

    /// Each language's words, the longer ones also in parts: `Company registration number` is three words.
    private static let general = Set(
        """
        org orgn orgnr orgno orgnum orgnummer organisation organisations organization organisationsnr
        organisationsnummer organisationsnum organisasjonsnummer organisasjonsnr foretaksnummer firmanummer
        företagsnummer bolagsnummer registreringsnummer registrerings registreringsnr regnr regno reg register nr no
        nro nummer num number numret id idnr idno ident identification identifier identity identitetsnummer code
        moms momsreg momsregnr momsregistreringsnummer momsnr momsnummer momsregistrerings vat vatno vatnr vatid vatin
        vatnumber vatreg tax taxid taxno taxnumber tin company companyno companynumber companyid registration
        registrationno registered reference business businessid businesscode enterprise national legal entity trade
        tva tvaintra tvaintracom intracommunautaire intracommunautaires numéro numero n entreprise immatriculation
        identifiant fiscal fiscale fiscales mwst ust ustid ustidnr ustidnummer umsatzsteuer umsatzsteueridentifikationsnummer
        umsatzsteueridnr uid uidnr uidnummer steuer steuernummer steuernr stnr firmenbuch firmenbuchnummer fn
        identifikationsnummer btw btwnr btwnummer ondernemingsnummer handelsregisternummer handelsregister número cif
        nif iva contribuinte partita codice cod código codigo numer identyfikacji podatkowej identyfikacyjny číslo
        cislo ič ic identifikační identifikačné adószám adoszam cégjegyzékszám cegjegyzekszam unic înregistrare
        inregistrare αφμ afm γεμη αριθμός еик булстат eik bulstat davčna številka matična registrikood registrikoodi kood
        reģistrācijas registracijas numurs kods įmonės imones kodas pvm pvn dph matricule uimhir mva alv alvnro
        alvnumero kennitala kt og and och ja
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let countries: [String: String] = {
        let byCountry = [
            "DK": "cvr cvrnr cvrno cvrnummer cvrid virksomhedsnummer",
            "NO": "foretaksregisteret brreg",
            "FI": "ytunnus ytunnuksen yritystunnus lytunnus yritysjayhteisötunnus fonummer fonr",
            "NL": "kvk kvknr kvknummer kvkno rsin",
            "BE": "kbo bce kbonr kbonummer ondernemingsnr",
            "FR": "siren siret rcs nsiren nsiret", "PL": "nip regon krs nrkrs",
            "IT": "piva cf cfpiva cfepiva codicefiscale partitaiva", "HR": "oib", "PT": "nipc nifnipc",
            "CZ": "ičo ico", "RO": "cui", "LU": "rcsl",
        ]
        var result: [String: String] = [:]
        for (country, words) in byCountry {
            for word in words.split(separator: " ") { result[String(word)] = country }
        }
        return result
    }()
}
