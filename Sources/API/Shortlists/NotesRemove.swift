import JSON
import JSONRPC

/// Takes a note away.
package enum NotesRemove: Method {
    package static let name = "notes.remove"
    package static let summary = "Takes a note away: its text is gone; who wrote and who removed it stays in the store."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// Which one.
    @WireType
    package struct Parameters: Described {
        /// The number of the note.
        @Within(.number) package var note: Int
    }

    /// What was taken away.
    @WireType
    package struct Result: Described {
        /// The note as it was.
        package var note: NoteLine
    }

    package static var example: Example<Self> {
        Example(Parameters(note: 5), gives: Result(note: .example))
    }
}
