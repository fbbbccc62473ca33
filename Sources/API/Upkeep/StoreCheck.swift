import JSONRPC

/// Examines the store.
package enum StoreCheck: Method {
    package static let name = "store.check"
    package static let summary = "Examines the whole store: whether it is sound, and one digest over its contents."
    package static let role = Role.admin
    package static let errors: [ErrorCode] = [.storeUnavailable]

    package typealias Parameters = NoParameters

    /// What was found.
    package struct Result: Described {
        package var problems: [String]
        package var generation: Int
        package var digest: String
        package var seconds: Double

        package init(problems: [String], generation: Int, digest: String, seconds: Double) {
            self.problems = problems
            self.generation = generation
            self.digest = digest
            self.seconds = seconds
        }

        package static let notes = [
            "problems": "What SQLite finds wrong with the file and its references; empty where all is well.",
            "generation": "The generation of the data that was examined.",
            "digest":
                "One SHA-256 over all contents. Equal contents give equal digests, whatever the order of the imports.",
            "seconds": "How long it took.",
        ]
    }

    package static var example: Example<Self> {
        Example(
            NoParameters(),
            gives: Result(
                problems: [], generation: 38,
                digest: "9f2c4be1d8a34c8f2a06b5d1e3f4c5a697887162534450627183940516273849", seconds: 0.6))
    }
}
