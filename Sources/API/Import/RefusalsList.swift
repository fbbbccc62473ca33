import JSON
import JSONRPC

/// What could not be read, and why.
package enum RefusalsList: Method {
    package static let name = "refusals.list"
    package static let summary =
        "Lists what the imports refused, the latest first, each with its file, line and reason."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to do.
    @WireType
    package struct Parameters: Described {
        /// How many at most: 1 to 1000, 20 where nothing is said.
        package var limit: Limit?
        /// The next member of the answer before: goes on where that ended.
        @Within(.cursor) package var after: String?
    }

    /// What came of it.
    @WireType
    package struct Result: Described {
        /// The refusals.
        package var refusals: [Refusal]
        /// Where to go on; absent when there are no more.
        package var next: String?
    }

    package static var example: Example<Self> {
        Example(
            Parameters(limit: 1),
            gives: Result(
                refusals: [
                    Refusal(
                        id: 41, file: "2021-05.tar.gz!2021-05/broken.xml", line: 12, reason: "not-xml",
                        detail: "The file ends inside the element ContractAwardNotice.",
                        at: Moment(secondsSinceEpoch: 1_767_225_600))
                ],
                next: "41"))
    }
}

/// One thing that an import refused.
@WireType
package struct Refusal: Described {
    /// Its number.
    package var id: Int
    /// The file as it was given; a member of an archive follows after an exclamation mark.
    package var file: String
    /// The line, from 1; absent where lines mean nothing.
    package var line: Int?
    /// The notice, where its id could be read.
    package var noticeId: String?
    /// A stable word for programs, such as not-xml.
    package var reason: String
    /// For people: what was wrong, and what would be right.
    package var detail: String
    /// When it was refused.
    package var at: Moment
}
