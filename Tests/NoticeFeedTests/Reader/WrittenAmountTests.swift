import Testing

@testable import NoticeFeed

@Suite struct WrittenAmountTests {
    @Test(arguments: [
        ("10 000 000,50", "10000000.50"), ("10\u{A0}000\u{202F}000", "10000000"), ("1.250.000,00", "1250000.00"),
        ("1,250,000.00", "1250000.00"), ("1,250,000", "1250000"), ("1.250.000", "1250000"),
        ("7526881.72", "7526881.72"),
        ("3 220 000,0", "3220000.0"), ("0.01", "0.01"), ("5'000", "5000"), ("49 700:-", "49700"),
        (" 49 700,- ", "49700"),
        ("49,7", "49.7"), ("0,700", "0.700"), ("1234.567", "1234.567"), ("49700.0000", "49700.0000"), ("-7", "-7"),
        ("+7", "7"), ("1’250", "1250"),
    ])
    func readsWhatPeopleType(text: String, plain: String) {
        #expect(WrittenAmount(text) == .number(plain))
    }

    @Test(arguments: [
        ("49.700", "49700"), ("49,700", "49700"), ("1 250,000", "1250000"), ("1,250.000", "1250000"), ("1.000", "1000"),
    ])
    func threeDigitsAfterOneMarkAreLikelyThousands(text: String, plain: String) {
        #expect(WrittenAmount(text) == .likelyThousands(plain))
    }

    @Test(arguments: [
        "", " ", "1.2,3.4,5", "1,2.3,4.5", "1.25.000", "12 34", "1 250 00", "4.97,00", "49 700 kr", "1..000", "49,",
        ",5", "-",
        "1 250.000,00", "5-6", "1e5", "١٢",
    ])
    func refusesWhatCouldBeTwo(text: String) {
        #expect(WrittenAmount(text) == .unclear)
    }

    @Test func programsPartNoThousands() {
        #expect(WrittenAmount("1 250", .plain) == .unclear)
        #expect(WrittenAmount("1250.5", .plain) == .number("1250.5"))
        #expect(WrittenAmount("49.700", .plain) == .likelyThousands("49700"))
    }
}
