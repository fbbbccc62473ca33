import JSON
import JSONRPC

/// The versions of a challenge.
package enum ChallengesHistory: Method {
    package static let name = "challenges.history"
    package static let summary = "Lists the versions of a challenge that the store has, the latest first, each whole."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Which one.
    @WireType
    package struct Parameters: Described {
        /// Its id.
        @Within(.id) package var id: String
        /// How many at most: 1 to 1000, 20 where nothing is said.
        package var limit: Limit?
        /// The next member of the answer before: goes on where that ended.
        @Within(.cursor) package var after: String?
    }

    /// What there is.
    @WireType
    package struct Result: Described {
        /// The versions.
        package var versions: [ChallengeVersion]
        /// Where to go on; absent when there is no more.
        package var next: String?
    }

    package static var example: Example<Self> {
        Example(Parameters(id: "fossilfria-transporter", limit: 1), gives: Result(versions: [.example], next: "Mw"))
    }
}
