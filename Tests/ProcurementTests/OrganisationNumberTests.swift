import Procurement
import Testing

/// Made-up numbers begin with 4, which no kind of legal person has; made-up persons are born in month 19.
@Suite struct OrganisationNumberTests {
    @Test(
        arguments: [
            // As the notices write them.
            ("499001-0011", "SE"), ("4990010011", "SE"), ("SE499001001101", "SE"), ("SE 499001-0011 01", "SE"),
            ("164990010011", "SE"), ("16499001-0011", "SE"), ("499001 0011", nil), ("SE499001001101", nil),
            ("4990010011", nil), ("se499001001101", "SWE"), ("Org.nr 499001-0011", "SE"), ("499001-0011", "SWE"),
            ("SE4990010011", "SE"),
        ] as [(String, String?)])
    func bringsSwedishNumbersToOneForm(text: String, country: String?) {
        let number = OrganisationNumber(text, country: country)
        #expect(number?.country == "SE")
        #expect(number?.number == "4990010011")
        #expect(number?.formatted == "499001-0011")
        #expect(number?.isPersonal == false)
        #expect(number?.masked == "499001-0011")
    }

    @Test(arguments: ["516404-9768", "SE556859291801", "165568592918"])
    func readsTheNumbersSeenInNotices(text: String) {
        #expect(OrganisationNumber(text, country: "SE") != nil)
    }

    @Test(arguments: [
        "499001-0012", "SE499001001201", "499001-001", "49900100111", "174990010011", "4990010011012", "ABCDEFGH",
        "0000000000", "", "-", "N/A", "XXXXXX-XXXX", "1111111111", "unknown",
    ])
    func refusesWhatIsNoSwedishNumber(text: String) {
        #expect(OrganisationNumber(text, country: "SE") == nil)
    }

    @Test(arguments: ["8519991239", "851999-1239", "19851999-1239", "20851999-1239", "SE851999123901", "851999+1239"])
    func knowsAPersonalNumber(text: String) {
        let number = OrganisationNumber(text, country: "SE")
        #expect(number?.number == "8519991239")
        #expect(number?.isPersonal == true)
        #expect(number?.masked == "XXXXXX-XXXX")
    }

    @Test func aVATNumberIsReadAsOneWhereTwelveDigitsCanBeTwoThings() {
        // 191999123001: a VAT number of 191999-1230, or 919991-23001 with a century before it.
        #expect(OrganisationNumber("SE191999123001", country: "SE")?.number == "1919991230")
        #expect(OrganisationNumber("SE191999123001", country: "SE")?.isPersonal == true)
        #expect(OrganisationNumber("SE161999123301")?.number == "1619991233")
    }

    @Test func aCoordinationNumberIsPersonalToo() {
        // Born on day 99: 39 and the 60 that a coordination number adds.
        #expect(OrganisationNumber("850199-1239", country: "SE")?.isPersonal == true)
        #expect(OrganisationNumber("850199-1234", country: "SE") == nil, "its check digit is wrong")
    }

    @Test func aNumberThatWasKeptIsTakenAsItIs() {
        #expect(OrganisationNumber(country: "SE", number: "8519991239").masked == "XXXXXX-XXXX")
        #expect(!OrganisationNumber(country: "SE", number: "1").isPersonal)
        #expect(OrganisationNumber(country: "FI", number: "28562988").masked == "FI 28562988")
    }

    @Test(
        arguments: [
            ("FI 2856298-8", nil, "FI", "28562988"), ("2856298-8", "FIN", "FI", "28562988"),
            ("FI28562988", "FI", "FI", "28562988"), ("NO 999 888 704 MVA", "NOR", "NO", "999888704"),
            ("999999999", "NOR", nil, nil), ("999 888 722", "NOR", "NO", "999888722"),
            ("123456718", "NOR", "NO", "123456718"),
            ("EL099877486", "GRC", "GR", "099877486"), ("DE 121288955", nil, "DE", "121288955"),
            ("ATU64319856", nil, "AT", "U64319856"), ("111 222 333", nil, nil, nil), ("DE111111111", nil, nil, nil),
            ("999", "DEU", nil, nil), ("B 140.872", "LUX", "LU", "B140872"),
            ("CHE-415.481.515 MWST", "CHE", "CH", "E415481515"),
            ("1471587", "GBR", "GB", "01471587"), ("SC117119", "GBR", "GB", "SC117119"),
            // What stands behind the company's own number is a part of it.
            ("356 000 000 00048", "FRA", "FR", "356000000"), ("0308.357.753_10841", "BEL", "BE", "0308357753"),
            ("003728562988", "FIN", "FI", "28562988"), ("10824346-2-44", "HUN", "HU", "10824346"),
        ] as [(String, String?, String?, String?)])
    func readsNumbersOfOtherCountries(text: String, country: String?, expected: String?, digits: String?) {
        let number = OrganisationNumber(text, country: country)
        #expect(number?.country == expected)
        #expect(number?.number == digits)
        if let number { #expect(number.formatted == "\(number.country) \(number.number)" && !number.isPersonal) }
    }

    @Test(
        arguments: [
            // A scheme of ISO 6523 or of Peppol.
            ("0007:4990010011", "SE", "SE4990010011"), ("9955:SE499001001101", "SE", "SE4990010011"),
            ("iso6523-actorid-upis::0007:4990010011", nil, "SE4990010011"), ("0007:4990010011", "NO", "SE4990010011"),
            ("0192:999888704", "SE", "NO999888704"), ("0184:DK25050053", "DK", "DK25050053"),
            ("9902:25050053", nil, "DK25050053"),
            ("0037:28562988", nil, "FI28562988"), ("0212:28562988", "FI", "FI28562988"),
            ("0213:FI28562988", "FI", "FI28562988"),
            ("0216:0037285629880001", "FI", "FI28562988"), ("0002:356000000", "FR", "FR356000000"),
            // A VAT number's last two digits.
            ("SE499001001102", "SE", "SE4990010011"), ("SE 499001-0011 17", "SE", "SE4990010011"),
            // The same number more than once.
            ("499001-0011, 499001-0011", "SE", "SE4990010011"), ("499001-0011 499001-0011", "SE", "SE4990010011"),
            ("499001-0011 / SE499001001101", "SE", "SE4990010011"), ("4990010011;4990010011", nil, "SE4990010011"),
            // Labels.
            ("Organisationsnummer: 499001-0011", "SE", "SE4990010011"),
            ("momsreg.nr SE499001001101", "SE", "SE4990010011"),
            ("Org.nr. 999 888 704", "NO", "NO999888704"), ("Orgnr 999888704", "NO", "NO999888704"),
            ("Foretaksregisteret NO 999888704 MVA", "NO", "NO999888704"),
            ("CVR 25050053", "DK", "DK25050053"), ("CVR-nr.: 25 05 00 53", "DK", "DK25050053"),
            ("CVR25050053", "DK", "DK25050053"),
            ("CVR no 25050053", "DE", "DK25050053"), ("Y-tunnus 2856298-8", "FI", "FI28562988"),
            ("Y-2856298-8", "FI", "FI28562988"),
            ("Business ID: 2856298-8", "FI", "FI28562988"), ("FO-nummer 2856298-8", "FI", "FI28562988"),
            ("NIP 5252465327", "PL", "PL5252465327"), ("NIP: 525-246-53-27", "PL", "PL5252465327"),
            ("KRS 0000050068", "PL", "PL0000050068"), ("REGON: 017007960", "PL", "PL017007960"),
            ("KVK 63260506", "NL", "NL63260506"), ("KvK-nummer: 63260506", "NL", "NL63260506"),
            ("KVK63260506", "NL", "NL63260506"),
            ("SIREN: 356 000 000", "FR", "FR356000000"), ("642 016 703 RCS AIX EN PROVENCE", "FR", "FR642016703"),
            ("USt-IdNr. DE 121288955", "DE", "DE121288955"), ("USt-IdNr.: 121288955", "DE", "DE121288955"),
            ("Company number 735040", "GB", "GB00735040"),
            ("Company registration number: SC117119", "GB", "GBSC117119"),
            ("OIB: 16023498983", "HR", "HR16023498983"), ("IČO: 00023221", "CZ", "CZ00023221"),
            ("C.F. e P. IVA 00137030318", "IT", "IT00137030318"), ("FN 142044p", "AT", "AT142044P"),
            ("Elering AS Business ID 11022625", "EE", "EE11022625"), ("ORG-25050053", "DK", "DK25050053"),
            // The country within the number before the address's.
            ("SE499001001101", "NO", "SE4990010011"), ("DK25050053", "SE", "DK25050053"),
            ("NO 999888704 MVA", "SE", "NO999888704"),
            ("PL5252465327", "HU", "PL5252465327"), ("FI28562988", "SE", "FI28562988"),
            // Other digits and dashes, and what nobody sees.
            ("４９９００１－００１１", "SE", "SE4990010011"), ("499001\u{2011}0011", "SE", "SE4990010011"),
            ("499001-\u{AD}00\u{200B}11", "SE", "SE4990010011"), ("499001\u{A0}0011", "SE", "SE4990010011"),
        ] as [(String, String?, String)])
    func isOneNumberHoweverItIsWritten(text: String, country: String?, expected: String) {
        let number = OrganisationNumber(text, country: country)
        #expect(number.map { $0.country + $0.number } == expected)
    }

    @Test(
        arguments: [
            ("12345", "DE"), ("0001", "DE"), ("000000001", "BG"), ("00000000", "CZ"), ("123456789", "DE"),
            ("DE123456789", "DE"), ("1234567890", "PL"), ("987654321", "PT"), ("999999999", "PT"),
            ("111 222 333", "LU"),
            ("ORG-0001", "DE"), ("ORG-4711", "DE"), ("TPO-0003", "FR"), ("HRB 1234", "DE"), ("HRB 116369", "DE"),
            ("HR B 8750", "DE"),
            ("Amtsgericht Köln HRA 4711", "DE"), ("VR 4711", "DE"), ("***4321**", "ES"), ("49/2020", "PL"),
            ("n/a", "SE"),
            ("N/A", "IE"), ("-", nil), (".", "NL"), ("not available", "GB"), ("Personuppgift", "SE"),
            // No country's register.
            ("0088:7300010000001", "SE"), ("0060:123456785", "SE"), ("9918:SE3550000000054910000003", "SE"),
            // Too few digits, too many, and a check digit that doesn't hold.
            ("EKRSZ_46847715", "NO"), ("223345", "NO"), ("1003388394", "DK"), ("499001-0012", "SE"),
            // Two.
            ("499001-0011, 499000-1002", "SE"), ("NIP 5252465327, NIP 1132876735", "PL"),
        ] as [(String, String?)])
    func identifiesNobody(text: String, country: String?) {
        #expect(OrganisationNumber(text, country: country) == nil)
    }

    @Test func aCourtsNumberBesideANationalOneIsPassedOver() {
        #expect(OrganisationNumber("HRB 4711, DE121288955", country: "DE")?.number == "121288955")
        #expect(OrganisationNumber("HRB 4711 / USt-IdNr. DE121288955", country: "DE")?.number == "121288955")
    }

    @Test func whatHasNoCheckDigitIsTakenAsItIsWritten() {
        #expect(OrganisationNumber("CVR 25050054", country: "DNK")?.number == "25050054", "a slip of the pen")
        #expect(OrganisationNumber("FI 49901028")?.number == "49901028")
        #expect(OrganisationNumber("131052-308T", country: "FIN")?.number == "131052308T", "a person's")
        #expect(OrganisationNumber("EKRSZ_14255607", country: "HUN")?.number == "EKRSZ14255607")
        #expect(OrganisationNumber("J04/1042/1991", country: "ROU")?.number == "J0410421991")
        #expect(OrganisationNumber("0204:11-2000016000-38", country: "DEU")?.number == "11200001600038")
    }

    @Test func aForeignNumberWithASwedishPrefixIsSwedish() {
        #expect(OrganisationNumber("SE499001001101")?.country == "SE")
        // What the organisation's own country says counts for more than two letters that look like a country.
        #expect(OrganisationNumber("SE12385", country: "DEU")?.number == "SE12385")
    }

    @Test func doesNotTakeTenForeignDigitsForASwedishNumberWhereTheCountryIsKnown() {
        #expect(OrganisationNumber("4990010011", country: "POL")?.country == "PL")
        #expect(OrganisationNumber("4990010011", country: "POL")?.isPersonal == false)
    }
}
