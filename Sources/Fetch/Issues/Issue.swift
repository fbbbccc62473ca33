import Procurement

/// One issue of the Official Journal's S series: what TED publishes on a working day.
package struct Issue: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The year in whose series it is.
    package let year: Int
    /// From 1 in each year.
    package let number: Int
    /// The day on which it comes out.
    package let day: CalendarDate

    package init(year: Int, number: Int, day: CalendarDate) {
        self.year = year
        self.number = number
        self.day = day
    }

    /// The name of its package: `202600136`.
    package var description: String {
        let digits = String(number)
        return "\(year)" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }

    /// Issues are ordered as they come out: by year and number.
    package static func < (left: Issue, right: Issue) -> Bool { (left.year, left.number) < (right.year, right.number) }

    /// When its package is final, in seconds since 1970: half past nine Central European Time of its day.
    var finalAt: Int { Int(day.daysSinceEpoch) * 86_400 + 8 * 3600 + 1800 }
}
