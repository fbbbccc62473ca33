import JSONRPC

/// Reads the register of suppliers into the store.
package enum SuppliersImport: Method {
    package static let name = "suppliers.import"
    package static let summary = "Reads a supplier register: a CSV file with its columns named in the first line."
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
                "Absolute path of the file. Columns in any order: name; and where there are id, size, sector, "
                + "legal_form, sni, sni_label, cpv, nuts, description, website, email. Parted by comma or semicolon."
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
            "stored": "Rows that are new or changed.",
            "unchanged": "Rows that were stored already.",
            "refused": "Rows that could not be used: see refusals.list.",
            "generation": "The generation of the data that holds them.",
        ]
    }

    package static var example: Example<Self> {
        Example(
            Parameters(path: "/var/lib/torg/register.csv"),
            gives: Result(seen: 9036, stored: 9036, unchanged: 0, refused: 0, generation: 8))
    }
}
