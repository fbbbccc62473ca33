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
            ("FI28562988", "FI", "FI", "28562988"), ("NO 999 888 777 MVA", "NOR", "NO", "999888777"),
            ("999999999", "NOR", nil, nil),
            ("123 456 780", "NOR", "NO", "123456780"), ("EL123456789", "GRC", "GR", "123456789"),
            ("DE 123456789", nil, "DE", "123456789"), ("HRB 12345", "DEU", "DE", "HRB12345"),
            ("ATU12345678", nil, "AT", "U12345678"), ("111 222 333", nil, nil, nil), ("DE111111111", nil, nil, nil),
            ("999", "DEU", nil, nil),
        ] as [(String, String?, String?, String?)])
    func readsNumbersOfOtherCountries(text: String, country: String?, expected: String?, digits: String?) {
        let number = OrganisationNumber(text, country: country)
        #expect(number?.country == expected)
        #expect(number?.number == digits)
        if let number { #expect(number.formatted == "\(number.country) \(number.number)" && !number.isPersonal) }
    }

    @Test func aForeignNumberWithASwedishPrefixIsSwedish() {
        #expect(OrganisationNumber("SE499001001101")?.country == "SE")
        // What the organisation's own country says counts for more than two letters that look like a country.
        #expect(OrganisationNumber("SE12345", country: "DEU")?.number == "SE12345")
    }

    @Test func doesNotTakeTenForeignDigitsForASwedishNumberWhereTheCountryIsKnown() {
        #expect(OrganisationNumber("4990010011", country: "POL")?.country == "PL")
        #expect(OrganisationNumber("4990010011", country: "POL")?.isPersonal == false)
    }
}
