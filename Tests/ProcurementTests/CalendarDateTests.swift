import Foundation
import Procurement
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: [
        "2023-10-27", "2023-10-27+02:00", "2023-10-27-05:00", "2023-10-27Z", "2023-10-27T23:59:00+02:00", "20231027",
        "20231027 12:00", "20231027Z", "2023-10-27 09:00",
    ])
    func readsTheDayThatThePublisherWrote(text: String) {
        #expect(CalendarDate(text)?.description == "2023-10-27")
    }

    @Test(arguments: [
        "", "2023", "2023-10", "2023-10-2", "2023-13-01", "2023-02-29", "2023-00-01", "2023-01-00", "27-10-2023",
        "2023/10/27", "2023-10-271", "202310271", "0000-01-01", "2023-1O-27", "tomorrow", "２０２３-10-27",
    ])
    func refusesWhatIsNoDay(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test(arguments: [
        (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017), (1, 1, 1, -719_162),
        (9999, 12, 31, 2_932_896), (1900, 3, 1, -25_508),
    ])
    func countsDaysFrom1970(year: Int, month: Int, day: Int, days: Int32) throws {
        let date = try #require(CalendarDate(year: year, month: month, day: day))
        #expect(date.daysSinceEpoch == days)
        #expect(date.civil == (year, month, day))
    }

    @Test func everyDayOfFourCenturiesComesBack() throws {
        var expected: Int32 = try #require(CalendarDate(year: 1800, month: 1, day: 1)).daysSinceEpoch
        for year in 1800...2200 {
            let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
            for (index, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
                for day in 1...length {
                    let date = try #require(CalendarDate(year: year, month: index + 1, day: day))
                    guard date.daysSinceEpoch == expected, date.civil == (year, index + 1, day) else {
                        Issue.record("\(year)-\(index + 1)-\(day)")
                        return
                    }
                    expected += 1
                }
                #expect(CalendarDate(year: year, month: index + 1, day: length + 1) == nil)
            }
        }
    }

    @Test func reckonsWithDays() throws {
        let date = try #require(CalendarDate("2024-02-28"))
        #expect(date.adding(days: 2).description == "2024-03-01")
        #expect(date.adding(days: -59).description == "2023-12-31")
        #expect(date.adding(days: 366).days(since: date) == 366)
        #expect(date < date.adding(days: 1))
    }

    @Test func survivesItsEncoding() throws {
        let dates = ["0001-01-01", "2024-02-29", "9999-12-31"].compactMap { CalendarDate($0) }
        let json = try JSONEncoder().encode(dates)
        #expect(String(decoding: json, as: UTF8.self) == #"["0001-01-01","2024-02-29","9999-12-31"]"#)
        #expect(try JSONDecoder().decode([CalendarDate].self, from: json) == dates)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarDate].self, from: Data(#"["soon"]"#.utf8))
        }
    }

    /// Zeros, centuries left out, and days that stand for “never”.
    @Test(arguments: [
        ("0016-06-09", false), ("1900-01-01", false), ("1970-01-01", false), ("1970-01-02", true), ("2024-02-29", true),
        ("2199-12-31", true), ("2200-01-01", false), ("9999-12-31", false), ("2919-01-01", false),
    ])
    func aNoticeMeansDaysOfItsOwnTime(text: String, isSensible: Bool) throws {
        let date = try #require(CalendarDate(text))
        #expect(date.ifSensible == (isSensible ? date : nil))
    }
}
