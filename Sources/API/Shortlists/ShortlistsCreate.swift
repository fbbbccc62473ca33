import JSON
import JSONRPC

/// Begins a shortlist.
package enum ShortlistsCreate: Method {
    package static let name = "shortlists.create"
    package static let summary = "Begins a shortlist: suppliers that are gathered for a purpose, for colleagues to see."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// The shortlist.
    @WireType
    package struct Parameters: Described {
        /// Its name.
        @Within(.name) package var name: String
        /// What it is for. Personal numbers are taken out.
        @Within(.line) package var purpose: String?
    }

    /// What was kept.
    @WireType
    package struct Result: Described {
        /// The shortlist, with its number.
        package var shortlist: ShortlistLine
    }

    package static var example: Example<Self> {
        var line = ShortlistLine.example
        line.suppliers = 0
        return Example(
            Parameters(name: "IT-drift 2026", purpose: "Dialog före upphandlingen av drift."),
            gives: Result(shortlist: line))
    }
}
