import JSON
import JSONRPC

/// Copies the store.
package enum StoreBackup: Method {
    package static let name = "store.backup"
    package static let summary =
        "Copies the store to a file, as of one moment and while imports go on. The copy is checked and on the disk when the "
        + "answer comes."
    package static let role = Role.admin
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// Where to.
    @WireType
    package struct Parameters: Described {
        /// Absolute path of the copy. Nothing may be there yet; the daemon's user must be able to write there.
        @Within(.path) package var path: String
    }

    /// What there is now.
    @WireType
    package struct Result: Described {
        /// The copy: one file, which a daemon opens as its store.path.
        package var path: String
        /// Its size.
        package var bytes: Int
        /// The generation of the data in it.
        package var generation: Int
        /// One SHA-256 over all contents. store.check gives the same for the same contents.
        package var digest: String
        /// How long it took.
        package var seconds: Double
    }

    package static var example: Example<Self> {
        Example(
            Parameters(path: "/var/backups/torg/2026-01-01.sqlite"),
            gives: Result(
                path: "/var/backups/torg/2026-01-01.sqlite", bytes: 33_411_072, generation: 38,
                digest: "9f2c4be1d8a34c8f2a06b5d1e3f4c5a697887162534450627183940516273849", seconds: 0.9))
    }
}
