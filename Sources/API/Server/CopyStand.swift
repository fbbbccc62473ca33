import JSON
import JSONRPC
import Procurement

/// What a copy of the store is, as the manifest beside it says: a leader writes it last, a follower reads it first.
@WireType
package struct CopyManifest: Described {
    /// The store's id, the same in all its copies.
    package var store: String
    /// The generation of the data in it.
    package var generation: Int
    /// The name of the store's latest migration.
    package var schema: String
    /// When it was last all that the store held: the leader says so anew for as long as nothing changes.
    package var at: Moment
    /// How often the leader looks whether something changed.
    package var intervalSeconds: Int
    /// Size of the file.
    package var bytes: Int
    /// SHA-256 of the file.
    package var sha256: String
    /// One SHA-256 over all contents, as store.check gives it.
    package var digest: String
}

/// What a leader publishes.
@WireType
package struct PublishingStand: Described {
    /// The folder of the copies.
    package var folder: String
    /// How often it is looked whether something changed.
    package var intervalSeconds: Int
    /// How many copies are kept.
    package var keep: Int
    /// The latest copy; absent before the first.
    package var latest: CopyManifest?
    /// How long that took; absent before the first since the start.
    package var seconds: Double?
    /// Why nothing could be published the last time; absent where it could.
    package var detail: String?
}

/// What a follower serves.
@WireType
package struct FollowingStand: Described {
    /// The folder that copies come to.
    package var folder: String
    /// Where the leader is, as torg.yaml says it: what writes goes there.
    package var leader: String
    /// The copy that is served; absent before the first.
    package var copy: CopyManifest?
    /// How many generations the latest copy that came is ahead of what is served; absent before the first.
    package var generationsBehind: Int?
    /// How long ago the copy that is served was all that the leader held, by the clocks of both machines; absent before the first.
    package var secondsBehind: Int?
    /// The copy that was refused last, while no later one was taken.
    package var refused: RefusedCopy?
}

/// A copy that a follower didn't take.
@WireType
package struct RefusedCopy: Described {
    /// Why a copy isn't taken.
    package enum Reason: String, WireWord {
        /// It isn't what its manifest says, or it doesn't stand the check.
        case damaged
        /// Of another store.
        case foreign
        /// Of an earlier generation than what is served, with nothing later beside it.
        case older
        /// Of another schema than this Torg's.
        case otherSchema
        /// It can't be read or put in place.
        case unreadable
    }

    /// The file of its manifest.
    package var file: String
    /// damaged; foreign, of another store; older, than what is served; otherSchema, than this Torg's; unreadable, or it can't be put
    /// in place.
    package var reason: Reason
    /// What is wrong, and what to do.
    package var detail: String
    /// When it was refused first.
    package var at: Moment
}
