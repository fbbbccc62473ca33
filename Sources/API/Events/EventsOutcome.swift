import JSON
import JSONRPC

/// What came of an event.
package enum EventsOutcome: Method {
    package static let name = "events.outcome"
    package static let summary = "Keeps something that came of an event, for a company or as a whole."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// What to keep.
    @WireType
    package struct Parameters: Described {
        /// The number of the event.
        @Within(.number) package var event: Int
        /// What came of it, in your own words. Personal numbers are taken out.
        @Within(.text) package var text: String
        /// The company that it is about; the event as a whole where nothing is said.
        @Within(.number) package var guest: Int?
    }

    /// What was kept.
    @WireType
    package struct Result: Described {
        /// As it is kept.
        package var outcome: EventOutcomeLine
    }

    package static var example: Example<Self> {
        Example(
            Parameters(event: 3, text: "Vill lämna anbud på nästa e-tjänst.", guest: 17),
            gives: Result(outcome: .example))
    }
}
