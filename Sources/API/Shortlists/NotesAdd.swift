import JSON
import JSONRPC

/// Notes something for colleagues.
package enum NotesAdd: Method {
    package static let name = "notes.add"
    package static let summary = "Notes something on a supplier or a shortlist for colleagues, with who and when."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// What, on what: a supplier, a shortlist, or a supplier on a shortlist.
    @WireType
    package struct Parameters: Described {
        /// The note. Personal numbers are taken out.
        @Within(.line) package var text: String
        /// The id of the supplier that it is about.
        @Within(.id) package var supplier: String?
        /// The number of the shortlist that it belongs to.
        @Within(.number) package var shortlist: Int?
    }

    /// What was kept.
    @WireType
    package struct Result: Described {
        /// The note, with its number.
        package var note: NoteLine
    }

    package static var example: Example<Self> {
        Example(
            Parameters(text: "Vill gärna visa sin drift på plats.", supplier: "SE4999022611", shortlist: 2),
            gives: Result(note: .example))
    }
}
