import JSON
import JSONRPC

/// What was kept.
package enum DossierList: Method {
    package static let name = "dossier.list"
    package static let summary = "Lists the entries of the dossiers, the latest first."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to list.
    @WireType
    package struct Parameters: Described {
        /// Only entries of this dossier.
        @Within(.id) package var dossier: String?
        /// Only entries of this method, such as meeting.plan.
        @Within(.id) package var method: String?
        /// Only what this user asked.
        @Within(.id) package var actor: String?
        /// How many at most: 1 to 1000, 20 where nothing is said.
        package var limit: Limit?
        /// The next member of the answer before: goes on where that ended.
        @Within(.cursor) package var after: String?
    }

    /// What there is.
    @WireType
    package struct Result: Described {
        /// The entries.
        package var entries: [DossierEntryLine]
        /// Where to go on; absent when there is no more.
        package var next: String?
        /// Where the chain stands.
        package var head: DossierHead
    }

    package static var example: Example<Self> {
        Example(Parameters(limit: 1), gives: Result(entries: [.example], next: "NDI", head: .example))
    }
}
