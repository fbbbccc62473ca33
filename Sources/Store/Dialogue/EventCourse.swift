import Procurement

/// Which events to follow up, and what counts afterwards.
package struct FunnelQuery: Sendable, Hashable {
    /// `nil` for all.
    package var kind: EventKind?
    package var from: CalendarDate?
    package var to: CalendarDate?
    /// The key of the buyer; `nil` for any.
    package var buyer: String?
    package var limit: Int

    package init(
        kind: EventKind? = nil, from: CalendarDate? = nil, to: CalendarDate? = nil, buyer: String? = nil,
        limit: Int = 20
    ) {
        self.kind = kind
        self.from = from
        self.to = to
        self.buyer = buyer
        self.limit = limit
    }
}

/// One event, its companies, and when these tendered and won after it.
package struct EventCourse: Sendable, Hashable {
    /// A company at the event.
    package struct Company: Sendable, Hashable {
        /// `nil` where the store doesn't know it.
        package var supplier: SupplierID?
        package var isInvited: Bool
        package var isRegistered: Bool
        /// `nil` where nobody noted it.
        package var came: Bool?
        /// The first days after the event on which a notice tells of a tender and of a win; `nil` where none does.
        package var tendered: CalendarDate?
        package var won: CalendarDate?
    }

    package var event: StoredEvent
    package var companies: [Company]
}

/// What is known of events and of what came after them.
package struct EventCourses: Sendable, Hashable {
    /// The latest first; those without a day last.
    package var courses: [EventCourse]
    /// Up to when wins are known; `nil` where the buyer is in no notice.
    package var winsThrough: CalendarDate?
    /// Up to when the statistics tell of tenders; `nil` where they don't.
    package var tendersThrough: CalendarDate?
    package var generation: Int
}
