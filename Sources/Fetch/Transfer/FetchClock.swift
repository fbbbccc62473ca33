import FoundationEssentials
import Procurement

/// What time it is. Tests hand in another.
package struct FetchClock: Sendable {
    private let offset: Double

    /// - Parameter environment: `TORG_FETCH_NOW` says what time it is when the program starts, for tests.
    package init(environment: [String: String] = [:]) {
        let given = environment["TORG_FETCH_NOW"].flatMap { try? Date($0, strategy: .iso8601) }
        offset = given.map { $0.timeIntervalSince(Date()) } ?? 0
    }

    /// The time.
    package var now: Date { Date().addingTimeInterval(offset) }
    /// Since 1970.
    package var seconds: Int { Int(now.timeIntervalSince1970) }
    /// By UTC.
    package var today: CalendarDate { CalendarDate(seconds: seconds) }
}

extension CalendarDate {
    /// The day in UTC, of seconds since 1970.
    init(seconds: Int) {
        self.init(daysSinceEpoch: Int32(clamping: (seconds - (seconds < 0 ? 86_399 : 0)) / 86_400))
    }
}
