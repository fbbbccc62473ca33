import JSON
import JSONRPC

/// Examines the store.
package enum StoreCheck: Method {
    package static let name = "store.check"
    package static let summary = "Examines the whole store: whether it is sound, and one digest over its contents."
    package static let role = Role.admin
    package static let errors: [ErrorCode] = [.storeUnavailable]

    package typealias Parameters = NoParameters

    /// What was found.
    @WireType
    package struct Result: Described {
        /// What SQLite finds wrong with the file and its references; empty where all is well.
        package var problems: [String]
        /// The generation of the data that was examined.
        package var generation: Int
        /// One SHA-256 over all contents. Equal contents give equal digests, whatever the order of the imports.
        package var digest: String
        /// How long it took.
        package var seconds: Double
    }

    package static var example: Example<Self> {
        Example(
            NoParameters(),
            gives: Result(
                problems: [], generation: 38,
                digest: "9f2c4be1d8a34c8f2a06b5d1e3f4c5a697887162534450627183940516273849", seconds: 0.6))
    }
}
