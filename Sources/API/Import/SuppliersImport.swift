import JSON
import JSONRPC

/// Reads the register of suppliers into the store.
package enum SuppliersImport: Method {
    package static let name = "suppliers.import"
    package static let summary =
        "Reads a register of firms: Bolagsverket's or Statistics Sweden's bulk file as it comes, or an office's own CSV file."
    package static let role = Role.admin
    package static let errors: [ErrorCode] = [.importFailed, .storeUnavailable]

    /// What to do.
    @WireType
    package struct Parameters: Described {
        /// Absolute path of the file; which it is shows in its content. Bolagsverket's and Statistics Sweden's as zip, gzip or
        /// unpacked. An office's own has columns in any order: name; and where there are id, size, sector, legal_form,
        /// sni, sni_label, cpv, nuts, description, website, email. Parted by comma or semicolon.
        @Within(.path) package var path: String
        /// The edition of the industry codes in Statistics Sweden's file, 2007 or 2025; 2025 where nothing is said.
        @Within(.integer(2007...2025)) package var sni: Int?
    }

    /// What came of it.
    @WireType
    package struct Result: Described {
        /// Rows met with: the sum of stored, unchanged, refused and persons.
        package var seen: Int
        /// Rows that are new or changed.
        package var stored: Int
        /// Rows that were stored already.
        package var unchanged: Int
        /// Rows that could not be used: see refusals.list.
        package var refused: Int
        /// Natural persons, of whom nothing was kept.
        package var persons: Int = 0
        /// Which public register it was, bolagsverket or scb; absent for an office's own.
        package var source: String?
        /// Rows of a public register that weren't as they should be, and were read all the same, by what was mended.
        package var mended: [RowNote] = []
        /// Rows of a public register that were refused, by reason.
        package var refusals: [RowNote] = []
        /// The generation of the data that holds them.
        package var generation: Int
    }

    /// Rows of one kind.
    @WireType
    package struct RowNote: Described {
        /// A stable word, such as stray-quote.
        package var reason: String
        /// How many.
        package var count: Int
        /// Where the first of them stand: lines of the file, from 1, ten at the most.
        package var lines: [Int] = []
    }

    package static var example: Example<Self> {
        Example(
            Parameters(path: "/var/lib/torg/feeds/bolagsverket_bulkfil.zip"),
            gives: Result(
                seen: 9036, stored: 6020, unchanged: 0, refused: 1, persons: 3015, source: "bolagsverket",
                mended: [RowNote(reason: "stray-quote", count: 2, lines: [17, 4002])],
                refusals: [RowNote(reason: "bad-columns", count: 1, lines: [812])], generation: 8))
    }
}
