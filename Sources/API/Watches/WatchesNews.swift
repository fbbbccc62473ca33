import JSON
import JSONRPC
import Procurement

/// What is new.
package enum WatchesNews: Method {
    package static let name = "watches.news"
    package static let summary = "Lists what is new to the caller's own watches, the latest first."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to list.
    @WireType
    package struct Parameters: Described {
        /// Only of the watch of this number.
        @Within(.number) package var watch: Int?
        /// True: only what hasn't been noted as seen. Default false.
        package var unseen: Bool?
        /// Only what was found on this day (UTC) or later.
        package var since: CalendarDate?
        /// How many at most: 1 to 1000. Default 20.
        package var limit: Limit?
        /// Pagination cursor: next of the previous page.
        @Within(.cursor) package var after: String?
    }

    /// What there is.
    @WireType
    package struct Result: Described {
        /// The news.
        package var news: [NewsLine]
        /// How many of all the caller's news are unseen.
        package var unseen: Int
        /// Where to go on; absent when there is no more.
        package var next: String?
    }

    package static var example: Example<Self> {
        Example(Parameters(unseen: true, limit: 1), gives: Result(news: [.example], unseen: 1))
    }
}
