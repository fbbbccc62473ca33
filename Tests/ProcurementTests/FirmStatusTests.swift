import Procurement
import Testing

@Suite struct FirmStatusTests {
    @Test func itIsASentenceWithDayReasonAndSuccessor() {
        let successor = OrganisationNumber(country: "SE", number: "5568592918")
        let merged = FirmStatus(.merged, since: CalendarDate("2024-03-01"), reason: "FUAV", successor: successor)
        #expect(merged.sentence.sv == "Uppgått i ett annat företag sedan 2024-03-01: fusion; uppgått i 556859-2918.")
        #expect(merged.sentence.en == "Merged into another firm since 2024-03-01: a merger; merged into 556859-2918.")
        #expect(FirmStatus(.inLiquidation).sentence.sv == "I likvidation.")
        #expect(FirmStatus(.deregistered, reason: "NYTT").sentence.en == "Struck off the register: reason NYTT.")
    }

    @Test(arguments: [
        (75_320, "SE121"), (11_122, "SE110"), (41_103, "SE232"), (62_141, "SE214"), (84_295, "SE322"),
        (93_331, "SE332"),
        (93_132, "SE331"), (76_140, "SE110"),
    ])
    func aCountyIsKnownWhereAllOfAPrefixLiesInIt(postcode: Int, county: String) {
        #expect(PostalCounty.of(postcode)?.code == county)
    }

    /// The country around a town, across borders; and what is no postcode.
    @Test(arguments: [84_098, 15_030, 19_991, 76_010, 61_072, 0, 9_999, 100_000, -75_320, .max, .min])
    func elsewhereItIsMissing(postcode: Int) { #expect(PostalCounty.of(postcode) == nil) }
}
