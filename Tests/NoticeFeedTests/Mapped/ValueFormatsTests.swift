import Procurement
import Testing

@testable import NoticeFeed

@Suite struct ValueFormatsTests {
    private var swedish: ValueFormats {
        var formats = ValueFormats()
        formats.decimalMark = ","
        formats.thousands = [" ", "."]
        return formats
    }

    @Test(arguments: [
        ("1 250 000,00", "1250000.00"), ("1\u{A0}250\u{202F}000", "1250000"), ("1.250,5", "1250.5"), ("-7", "-7"),
        ("0,01", "0.01"),
    ])
    func readsSwedishNumbers(text: String, plain: String) {
        #expect(swedish.decimal(text) == plain)
    }

    @Test(arguments: ["", "-", ",", "1,2,3", "12 kr", "5-6", "tolv"])
    func refusesWhatIsNoNumber(text: String) {
        #expect(swedish.decimal(text) == nil)
    }

    @Test func doesNotTakeThousandsForDecimals() {
        #expect(ValueFormats().decimal("1 250") == nil)
        #expect(ValueFormats().decimal("1,250") == nil)
        // Money has no three decimals: 49.700 is mistyped, or by somebody who parts thousands.
        #expect(ValueFormats().decimal("1.250") == nil)
        #expect(ValueFormats().decimal("1250.500") == "1250.500")
        #expect(swedish.decimal("49.700") == "49700")
        #expect(swedish.decimal("49,700") == nil)
        #expect(swedish.decimal("49.70") == nil)
    }

    @Test(arguments: [
        ("yyyy-MM-dd", "2024-03-01", "2024-03-01"), ("yyyy-MM-dd", "2024-03-01T23:59:00+01:00", "2024-03-01"),
        ("yyyy-MM-dd", "2024-03-01 23:59", "2024-03-01"), ("yyyyMMdd", "20240301", "2024-03-01"),
        ("dd.MM.yyyy", "01.03.2024", "2024-03-01"), ("d/M yyyy", "1/3 2024", "2024-03-01"),
        ("d.M.yyyy", "31.12.2024", "2024-12-31"),
    ])
    func readsDates(pattern: String, text: String, date: String) throws {
        #expect(try #require(DatePattern(pattern)).date(text)?.description == date)
    }

    @Test(arguments: [
        ("yyyy-MM-dd", "2024-3-1"), ("yyyy-MM-dd", "2024-02-30"), ("yyyy-MM-dd", "2024-03-011"),
        ("yyyy-MM-dd", "snart"),
        ("yyyyMMdd", "2024-03-01"), ("d.M.yyyy", "001.3.2024"),
    ])
    func refusesOtherDates(pattern: String, text: String) throws {
        #expect(try #require(DatePattern(pattern)).date(text) == nil)
    }

    @Test(arguments: ["", "yyyy", "yyyy-MM", "yyyy-MM-dd-dd", "yy-MM-dd", "yyyy-MMM-dd", "åååå-MM-dd"])
    func refusesWhatIsNoDatePattern(pattern: String) {
        #expect(DatePattern(pattern) == nil)
    }

    @Test func readsYesAndNo() {
        #expect(ValueFormats().answer("TRUE") == true)
        #expect(ValueFormats().answer("No") == false)
        #expect(ValueFormats().answer("ja") == nil)
    }
}
