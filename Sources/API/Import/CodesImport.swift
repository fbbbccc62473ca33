import JSONRPC

/// Reads the names of CPV codes into the store.
package enum CodesImport: Method {
    package static let name = "codes.import"
    package static let summary =
        "Reads what the CPV calls its codes: the official genericode (.gc), or a CSV file with its columns named in the first line. Matches use the labels as words."
    package static let role = Role.admin
    package static let errors: [ErrorCode] = [.importFailed, .storeUnavailable]

    /// What to do.
    package struct Parameters: Described {
        package var path: String

        package init(path: String) {
            self.path = path
        }

        package static let notes = [
            "path":
                "Absolute path of the file. Genericode: the columns code, Name, eng_label and swe_label, as the EU publishes "
                + "cpv.gc. CSV: code, and label_en or label_sv or both, in any order, parted by comma or semicolon."
        ]

        package static let bounds: [String: Bound] = ["path": .path]
    }

    /// What came of it.
    package struct Result: Described {
        package var seen: Int
        package var stored: Int
        package var unchanged: Int
        package var refused: Int
        package var generation: Int

        package init(seen: Int, stored: Int, unchanged: Int, refused: Int, generation: Int) {
            self.seen = seen
            self.stored = stored
            self.unchanged = unchanged
            self.refused = refused
            self.generation = generation
        }

        package static let notes = [
            "seen": "Rows met with: the sum of the next three.",
            "stored": "Codes that are new or have another label.",
            "unchanged": "Codes that were stored already.",
            "refused": "Rows that could not be used: see refusals.list.",
            "generation": "The generation of the data that holds them.",
        ]
    }

    package static var example: Example<Self> {
        Example(
            Parameters(path: "/var/lib/torg/cpv.csv"),
            gives: Result(seen: 9454, stored: 9454, unchanged: 0, refused: 0, generation: 9))
    }
}
