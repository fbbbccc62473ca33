import JSON
import JSONRPC
import Procurement

/// Publishes a copy of the store.
package enum StorePublish: Method {
    package static let name = "store.publish"
    package static let summary =
        "Puts a checked copy of the store, with its manifest, into the folder of store.publish, for followers to take; where "
        + "nothing changed since the last, its manifest says so anew."
    package static let role = Role.admin
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    package typealias Parameters = NoParameters
    /// What is published now.
    @WireType
    package struct Result: Described {
        /// The copy: one file, which a daemon opens as its store.path.
        package var path: String
        /// Its manifest.
        package var manifest: CopyManifest
        /// How long it took.
        package var seconds: Double
    }

    package static var example: Example<Self> {
        Example(
            NoParameters(),
            gives: Result(
                path: "/var/lib/torg/copies/torg-38-20260101T021500Z.sqlite",
                manifest: CopyManifest(
                    store: "kqvbdrtmhpzs", generation: 38, schema: "6-privacy",
                    at: Moment(secondsSinceEpoch: 1_767_233_700), intervalSeconds: 600, bytes: 33_411_072,
                    sha256: "1f0c4be1d8a34c8f2a06b5d1e3f4c5a697887162534450627183940516273a49",
                    digest: "9f2c4be1d8a34c8f2a06b5d1e3f4c5a697887162534450627183940516273849"), seconds: 1.2))
    }
}
