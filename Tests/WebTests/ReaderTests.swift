import API
import Procurement
import Testing

@testable import Web

@Suite struct ReaderTests {
    private let sv = Reader(language: .sv)
    private let en = Reader(language: .en)

    @Test func numbersAreWrittenAsTheReaderWritesThem() {
        #expect(sv.count(9036) == "9\u{A0}036")
        #expect(en.count(1_234_567) == "1,234,567")
        #expect(sv.points(Points(millionths: 485_000)) == "0,49")
        #expect(en.points(Points(millionths: 4_999)) == "0.00")
        #expect(sv.points(Points(millionths: -120_000)) == "−0,12")
        #expect(sv.percent(Points(permille: 415)) == "42\u{A0}%")
        #expect(en.percent(.one) == "100%")
    }

    @Test func amountsKeepTheirHundredthsWhereThereAreAny() {
        #expect(sv.amount(Amount(amount: "1250000.00", currency: "SEK")) == "1\u{A0}250\u{A0}000\u{A0}SEK")
        #expect(en.amount(Amount(amount: "0.50", currency: "EUR")) == "0.50\u{A0}EUR")
    }

    @Test func dayIsWrittenOut() throws {
        let day = try #require(CalendarDate("2021-10-22"))
        #expect(sv.day(day) == "22\u{A0}oktober\u{A0}2021")
        #expect(en.day(day) == "22\u{A0}October\u{A0}2021")
    }

    @Test func barIsAsWideAsTheScoreAndSaysItInWords() {
        let signals = [
            Signal(name: "industry", value: nil, weight: .one, points: Points(permille: 250), because: "a"),
            Signal(name: "trade", value: nil, weight: .one, points: Points(permille: 50), because: "b"),
            Signal(name: "region", value: nil, weight: .one, points: Points(permille: 100), because: "c"),
            Signal(name: "words", value: nil, weight: .one, points: .zero, because: "d"),
        ]
        let bar = ScoreBar(score: Points(permille: 400), signals: signals, reader: sv).fields
        guard case .text(let words)? = bar["words"], case .list(let parts)? = bar["parts"] else {
            Issue.record("no bar")
            return
        }
        #expect(words == "Bransch 0,30; Plats 0,10")
        #expect(parts.count == 2)
        #expect(parts.last?.child(named: "x") as? String == "108")
    }

    @Test func winsByYearHaveTheYearsWithout() {
        func award(_ date: String) -> AwardLine { AwardLine(noticeId: "n", title: "t", date: CalendarDate(date)) }
        let drawn = WinsByYear(
            [award("2018-01-01"), award("2021-02-01"), award("2021-05-01"), award("1900-01-01")], sv
        ).fields
        guard case .list(let columns)? = drawn?["columns"] else {
            Issue.record("no columns")
            return
        }
        #expect(columns.map { $0.child(named: "wins") as? String } == ["1", "0", "0", "2"])
        #expect(WinsByYear([award("2021-02-01")], sv).fields == nil)
    }
}
