import Foundation

extension CalendarDate {
    /// Today in UTC.
    package static func today() -> CalendarDate {
        CalendarDate(daysSinceEpoch: Int32((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
    }
}
