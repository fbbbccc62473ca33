import Procurement
import Testing

@Suite struct CurrencyCodeTests {
    @Test(arguments: [
        "SEK", "EUR", "sek", " NOK ", "DEM", "HRK", "EEK", "LTL", "LVL", "SKK", "MTL", "CYP", "BGL", "ROL", "GRD",
        "XOF",
    ])
    func knowsCurrenciesOfNowAndThen(text: String) {
        #expect(CurrencyCode.read(text) == text.uppercased().filter(\.isLetter))
    }

    @Test(arguments: ["", "OP_DATPRO", "ABC", "XXX", "EURO", "kr", "€", "S EK"])
    func othersAreNone(text: String) {
        #expect(CurrencyCode.read(text) == nil)
        #expect(Money(stated: "10", currency: text) == nil)
    }

    @Test func anAmountKeepsItsCurrencyInUpperCase() {
        #expect(Money(stated: "10", currency: "eur") == Money(hundredths: 1000, currency: "EUR"))
        #expect(Money(stated: "ten", currency: "EUR") == nil)
    }
}
