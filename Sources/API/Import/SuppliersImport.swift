import JSON
import JSONRPC

/// Reads the register of suppliers into the store.
package enum SuppliersImport: Method {
    package static let name = "suppliers.import"
    package static let summary = "Reads a supplier register: a CSV file with its columns named in the first line."
    package static let role = Role.admin
    package static let errors: [ErrorCode] = [.importFailed, .storeUnavailable]

    /// What to do.
    @WireType
    package struct Parameters: Described {
        /// Absolute path of the file. Columns in any order: name; and where there are id, size, sector, legal_form,
        /// sni, sni_label, cpv, nuts, description, website, email. Parted by comma or semicolon.
        @Within(.path) package var path: String
    }

    /// What came of it.
    @WireType
    package struct Result: Described {
        /// Rows met with: the sum of the next three.
        package var seen: Int
        /// Rows that are new or changed.
        package var stored: Int
        /// Rows that were stored already.
        package var unchanged: Int
        /// Rows that could not be used: see refusals.list.
        package var refused: Int
        /// The generation of the data that holds them.
        package var generation: Int
    }

    package static var example: Example<Self> {
        Example(
            Parameters(path: "/var/lib/torg/register.csv"),
            gives: Result(seen: 9036, stored: 9036, unchanged: 0, refused: 0, generation: 8))
    }
}
