import JSON
import JSONRPC

/// Puts suppliers on a shortlist.
package enum ShortlistsAdd: Method {
    package static let name = "shortlists.add"
    package static let summary =
        "Puts suppliers on a shortlist, with place, score and reasons of the kept list that they were taken from; one that stands there stays as it was."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// How many suppliers a shortlist holds.
    package static let most = 1000

    /// Whom, to which one, and where from.
    @WireType
    package struct Parameters: Described {
        /// The number of the shortlist.
        @Within(.number) package var shortlist: Int
        /// Ids of suppliers.
        @Within(.ids) package var suppliers: [String]?
        /// The dossier of the list or plan that they were taken from: its latest entry with suppliers gives the reasons.
        @Within(.id) package var dossier: String?
        /// So many of that list from the top, besides those named.
        @Within(.integer(1...ShortlistsAdd.most)) package var first: Int?
        /// Why these, in your own words. Personal numbers are taken out.
        @Within(.line) package var reason: String?
    }

    /// What was kept.
    @WireType
    package struct Result: Described {
        /// The shortlist as it is now.
        package var shortlist: ShortlistLine
        /// How many suppliers did not stand on it before.
        package var added: Int
    }

    package static var example: Example<Self> {
        Example(
            Parameters(shortlist: 2, suppliers: ["SE4999022611"], dossier: "d-kfhwtbzmrqpn", reason: "Ny för oss."),
            gives: Result(shortlist: .example, added: 1))
    }
}
