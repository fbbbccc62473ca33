import Foundation
import Procurement
import Testing

@Suite struct MoneyTests {
    @Test(
        arguments: [
            ("1250000", 125_000_000), ("0.01", 1), ("-1", -100), ("+2", 200), ("12.5", 1250), ("12.50", 1250),
            (" 7 ", 700), ("0.005", 1), ("0.004", 0), ("-0.005", -1), ("1.999", 200), ("0.0049999", 0), (".5", 50),
            ("5.", 500), ("92233720368547758.07", Int64.max), ("0", 0), ("000012", 1200),
        ] as [(String, Int64)])
    func readsPlainDecimals(text: String, hundredths: Int64) {
        #expect(Money(amount: text, currency: "SEK") == Money(hundredths: hundredths, currency: "SEK"))
    }

    @Test(arguments: [
        "", " ", "-", ".", "1,5", "1 000", "1e5", "1.2.3", "SEK 5", "0x10", "٣", "92233720368547758.08",
        "99999999999999999999", "--1", "1-",
    ])
    func refusesEverythingElse(text: String) {
        #expect(Money(amount: text, currency: "SEK") == nil)
    }

    @Test(arguments: [
        (0, "0.00"), (1, "0.01"), (-1, "-0.01"), (-100, "-1.00"), (125_000_050, "1250000.50"), (10, "0.10"),
    ])
    func writesTwoDecimals(hundredths: Int64, text: String) {
        #expect(Money(hundredths: hundredths, currency: "SEK").amount == text)
        #expect(Money(hundredths: hundredths, currency: "EUR").description == text + " EUR")
    }

    @Test(arguments: [Int64.min + 1, Int64.max, 0, 1, -1, 12_345])
    func survivesItsEncoding(hundredths: Int64) throws {
        let money = Money(hundredths: hundredths, currency: "SEK")
        let json = try JSONEncoder().encode(money)
        #expect(try JSONDecoder().decode(Money.self, from: json) == money)
    }

    @Test func decodesOnlyAmounts() {
        let json = Data(#"{"amount": "much", "currency": "SEK"}"#.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Money.self, from: json) }
    }
}
