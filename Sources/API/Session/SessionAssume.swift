import JSON
import JSONRPC

/// For whom a delegate speaks.
package enum SessionAssume: Method {
    package static let name = "session.assume"
    package static let summary =
        "Makes the connection a person's from then on; for the users that roles.delegates names, who have signed the person in."
    package static let role = Role.reader

    /// The person.
    @WireType
    package struct Parameters: Described {
        /// As the sign-in knows them, such as anna@ekby.se: at most 200 characters, none of them a blank. Not a personal number.
        @Within(.id) package var person: String
        /// Their groups in the directory, for roles.*.directory_groups.
        @Within(.list(500, of: .name)) package var groups: [String]?
    }

    package typealias Result = SessionStand

    package static var example: Example<Self> {
        Example(Parameters(person: "anna@ekby.se", groups: ["inkop"]), gives: SessionStand.example)
    }
}
