import JSON
import JSONRPC
import Procurement

/// What came of the dialogue: how many were invited, came, tendered and won.
package enum EventsFunnel: Method {
    package static let name = "events.funnel"
    package static let summary =
        "Counts for each event and year how many companies were invited, registered, came, and afterwards tendered and won. What isn't known is absent, not 0."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// Of which events, and how far afterwards.
    @WireType
    package struct Parameters: Described {
        /// Only events of this kind.
        package var kind: EventKind?
        /// Only events from this day on.
        package var from: CalendarDate?
        /// Only events up to this day.
        package var to: CalendarDate?
        /// Tenders and wins within so many months after the event; all up to now where nothing is said.
        @Within(.integer(1...120)) package var months: Int?
        /// Tenders to and wins from this buyer; those of the office where nothing is said, of any buyer with an empty one.
        package var buyer: BuyerQuery?
        /// How many events at most, the latest: 1 to 1000, 20 where nothing is said.
        package var limit: Limit?
    }

    /// What is known.
    @WireType
    package struct Result: Described {
        /// The events, the latest first; those without a day last.
        package var events: [FunnelLine] = []
        /// The same by year, the latest first.
        package var years: [FunnelYear] = []
        /// The buyer whose tenders and wins are counted; absent where those of any buyer are.
        package var buyer: BuyerQuery?
        /// Up to when wins are known; absent where none are.
        package var winsThrough: CalendarDate?
        /// Up to when tenders are known, won or not: the statistics tell of them. Absent where none are.
        package var tendersThrough: CalendarDate?
        /// The generation of the data that answered.
        package var generation: Int
    }

    package static var example: Example<Self> {
        Example(
            Parameters(months: 24, limit: 1),
            gives: Result(
                events: [.example],
                years: [
                    FunnelYear(
                        year: 2026, events: 1, invited: 240, registered: 301, came: 250, cameOf: 1, tenderedOf: 0,
                        won: 12,
                        wonOf: 1)
                ], buyer: BuyerQuery(id: "212000-3005", name: "Ekby kommun"), winsThrough: CalendarDate("2027-06-30"),
                generation: 7))
    }
}

/// One event in numbers of companies.
@WireType
package struct FunnelLine: Described {
    /// The number of the event.
    package var event: Int
    /// Its name.
    package var name: String
    /// What kind of event.
    package var kind: EventKind
    /// Its day; absent where it isn't set, and then nothing afterwards is known.
    package var date: CalendarDate?
    /// How many were invited.
    package var invited: Int
    /// How many registered and didn't withdraw.
    package var registered: Int
    /// How many came; absent where nobody noted who came.
    package var came: Int?
    /// How many of all at the event tendered afterwards; absent where the data tell of no tenders after it.
    package var tendered: Int?
    /// How many of all at the event won afterwards; absent where the data don't reach beyond it.
    package var won: Int?
    /// How many of those who came tendered afterwards; absent where either isn't known.
    package var cameTendered: Int?
    /// How many of those who came won afterwards; absent where either isn't known.
    package var cameWon: Int?
    /// How many companies the data don't know: whether they tendered or won can't be told.
    package var unidentified: Int

    static var example: FunnelLine {
        FunnelLine(
            event: 3, name: "Leverantörsträff 2026", kind: .meeting, date: CalendarDate("2026-03-12"), invited: 240,
            registered: 301, came: 250, won: 12, cameWon: 10, unidentified: 17)
    }
}

/// The events of a year together. A company counts once for each event.
@WireType
package struct FunnelYear: Described {
    /// The year.
    package var year: Int
    /// How many events.
    package var events: Int
    /// How many were invited.
    package var invited: Int
    /// How many registered and didn't withdraw.
    package var registered: Int
    /// How many came, to the events of which that is known; absent without any.
    package var came: Int?
    /// To how many events it is known who came.
    package var cameOf: Int
    /// How many tendered after the events of which that is known; absent without any.
    package var tendered: Int?
    /// After how many events it is known who tendered.
    package var tenderedOf: Int
    /// How many won after the events of which that is known; absent without any.
    package var won: Int?
    /// After how many events it is known who won.
    package var wonOf: Int
}
