import JSON
import JSONRPC

/// Reads feed files into the store.
package enum FeedImport: Method {
    package static let name = "feed.import"
    package static let summary = "Reads notices from files and folders. Answers when all is committed and searchable."
    package static let role = Role.admin
    package static let errors: [ErrorCode] = [.importFailed, .storeUnavailable]

    /// What to do.
    @WireType
    package struct Parameters: Described {
        /// Absolute paths: one XML notice, a file of many, a .tar.gz, .zip or .gz of them, or a folder.
        @Within(.list(1000, of: .path)) package var paths: [String]
    }

    /// What came of it.
    @WireType
    package struct Result: Described {
        /// Files read, each member of an archive counted.
        package var files: Int
        /// How the notices fared.
        package var notices: ImportCounts
        /// The generation of the data that holds them.
        package var generation: Int
        /// How long it took.
        package var seconds: Double
    }

    package static var example: Example<Self> {
        Example(
            Parameters(paths: ["/var/lib/torg/feeds/2021-05.tar.gz"]),
            gives: Result(
                files: 812, notices: ImportCounts(stored: 803, unchanged: 4, superseded: 2, refused: 3), generation: 7,
                seconds: 1.25))
    }
}
