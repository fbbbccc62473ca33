import JSONRPC

/// Reads feed files into the store.
package enum FeedImport: Method {
    package static let name = "feed.import"
    package static let summary = "Reads notices from files and folders. Answers when all is committed and searchable."
    package static let role = Role.admin
    package static let errors: [ErrorCode] = [.importFailed, .storeUnavailable]

    /// What to do.
    package struct Parameters: Described {
        package var paths: [String]

        package init(paths: [String]) {
            self.paths = paths
        }

        package static let notes = [
            "paths": "Absolute paths: one XML notice, a file of many, a .tar.gz, .zip or .gz of them, or a folder."
        ]

        package static let bounds: [String: Bound] = ["paths": .list(1000, of: .path)]
    }

    /// What came of it.
    package struct Result: Described {
        package var files: Int
        package var notices: ImportCounts
        package var generation: Int
        package var seconds: Double

        package init(files: Int, notices: ImportCounts, generation: Int, seconds: Double) {
            self.files = files
            self.notices = notices
            self.generation = generation
            self.seconds = seconds
        }

        package static let notes = [
            "files": "Files read, each member of an archive counted.",
            "notices": "How the notices fared.",
            "generation": "The generation of the data that holds them.",
            "seconds": "How long it took.",
        ]
    }

    package static var example: Example<Self> {
        Example(
            Parameters(paths: ["/var/lib/torg/feeds/2021-05.tar.gz"]),
            gives: Result(
                files: 812, notices: ImportCounts(stored: 803, unchanged: 4, superseded: 2, refused: 3), generation: 7,
                seconds: 1.25))
    }
}
