import JSON
import JSONRPC

/// Reads the names of CPV codes into the store.
package enum CodesImport: Method {
    package static let name = "codes.import"
    package static let summary =
        "Reads what the CPV calls its codes: the official genericode (.gc), or a CSV file with its columns named in the first line. Matches use the labels as words."
    package static let role = Role.admin
    package static let errors: [ErrorCode] = [.importFailed, .storeUnavailable]

    /// What to do.
    @WireType
    package struct Parameters: Described {
        /// Absolute path of the file. Genericode: the columns code, Name, eng_label and swe_label, as the EU publishes
        /// cpv.gc. CSV: code, and label_en or label_sv or both, in any order, parted by comma or semicolon.
        @Within(.path) package var path: String
    }

    /// What came of it.
    @WireType
    package struct Result: Described {
        /// Rows met with: the sum of the next three.
        package var seen: Int
        /// Codes that are new or have another label.
        package var stored: Int
        /// Codes that were stored already.
        package var unchanged: Int
        /// Rows that could not be used: see refusals.list.
        package var refused: Int
        /// The generation of the data that holds them.
        package var generation: Int
    }

    package static var example: Example<Self> {
        Example(
            Parameters(path: "/var/lib/torg/cpv.csv"),
            gives: Result(seen: 9454, stored: 9454, unchanged: 0, refused: 0, generation: 9))
    }
}
