import Foundation
import Procurement
import Testing

@Suite struct NUTSCodeTests {
    @Test(arguments: [("SE", "SE"), ("se121", "SE121"), ("FI1B1", "FI1B1"), ("UKH12", "UKH12"), ("ITZZZ", "ITZZZ")])
    func readsOneToFourLevels(text: String, code: String) {
        #expect(NUTSCode(text)?.code == code)
    }

    @Test(arguments: ["", "S", "SE1211", "12345", "S-121", "SE 12", "ÅÄ", "ẞE1", "SE1²"])
    func refusesEverythingElse(text: String) {
        #expect(NUTSCode(text) == nil)
    }

    @Test func containsWhatLiesWithin() throws {
        let region = try #require(NUTSCode("SE12"))
        #expect(region.contains(try #require(NUTSCode("SE121"))))
        #expect(region.contains(region))
        #expect(!region.contains(try #require(NUTSCode("SE1"))))
        #expect(!region.contains(try #require(NUTSCode("SE11"))))
        #expect(region.country == "SE")
    }

    @Test func survivesItsEncoding() throws {
        let code = try #require(NUTSCode("SE121"))
        #expect(try JSONDecoder().decode([NUTSCode].self, from: try JSONEncoder().encode([code])) == [code])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([NUTSCode].self, from: Data(#"["Sverige"]"#.utf8))
        }
    }
}

@Suite struct CountryCodeTests {
    @Test(
        arguments: [
            ("SWE", "SE"), ("SE", "SE"), ("se", "SE"), ("GRC", "GR"), ("EL", "GR"), ("UK", "GB"), ("GBR", "GB"),
            ("US", "US"),
            ("XXX", nil), ("", nil), ("S", nil), ("12", nil), ("Sverige", nil),
        ] as [(String, String?)])
    func bringsCountriesToTwoLetters(text: String, expected: String?) {
        #expect(CountryCode.alpha2(text) == expected)
    }

    @Test(arguments: [("SWE", "SE"), ("GRC", "EL"), ("GB", "UK"), ("XXX", nil)] as [(String, String?)])
    func writesThemAsNUTSDoes(text: String, expected: String?) {
        #expect(CountryCode.nuts(text) == expected)
    }
}
