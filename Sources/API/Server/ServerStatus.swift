import JSON
import JSONRPC
import Procurement

/// How the daemon is.
package enum ServerStatus: Method {
    package static let name = "server.status"
    package static let summary = "Tells the version, how much data there is, and how the daemon fares."
    package static let role = Role.reader

    package typealias Parameters = NoParameters
    /// What came of it.
    @WireType
    package struct Result: Described {
        /// starting, until the first index is built: what needs it waits a little, and is then told -32003; ready;
        /// unavailable, where the store is damaged and no index can be built, or no copy of it has come to a follower yet.
        package var state: ServingState
        /// The version of the daemon.
        package var version: String
        /// The version of the contract that it serves.
        package var contract: String
        /// The generation of the data: it grows with every change.
        package var generation: Int
        /// Notices stored, each in its latest version.
        package var notices: Int
        /// Suppliers known.
        package var suppliers: Int
        /// Awards known.
        package var awards: Int
        /// True where notices, suppliers and awards are 0 because they are still being counted: a large store has just
        /// been opened.
        package var counting: Bool?
        /// How long the daemon has been up.
        package var uptimeSeconds: Int
        /// The latest import; absent when there was none.
        package var lastImport: LastImport?
        /// The date of the newest notice; absent where none has one. Dates that lie ahead are left out.
        package var newestNotice: CalendarDate?
        /// The date of the newest notice that counts in answers; absent until the first index is built and without any.
        package var dataThrough: CalendarDate?
        /// How far the import under way has come; absent when there is none.
        package var importing: ImportStand?
        /// What matches are made from; absent until the first is built.
        package var index: IndexStand?
        /// How far the index that is being built has come; absent when none is.
        package var indexing: IndexingStand?
        /// The store's file and the disk that it is on.
        package var store: StoreStand
        /// The file of metrics for node_exporter; absent where none is configured.
        package var textfile: TextfileStand?
        /// What torg-fetch brings; absent where nothing is fetched on this machine.
        package var fetching: FetchingStand?
        /// What is published for followers; absent where nothing is.
        package var publishing: PublishingStand?
        /// What is followed; absent where this daemon follows none.
        package var following: FollowingStand?
        /// Memory in use (resident set).
        package var memoryBytes: Int
    }

    package static var example: Example<Self> {
        Example(
            NoParameters(),
            gives: Result(
                state: .ready, version: "0.1.0", contract: Contract.version, generation: 7, notices: 8155,
                suppliers: 10_120, awards: 11_480,
                uptimeSeconds: 3600,
                lastImport: LastImport(
                    at: Moment(secondsSinceEpoch: 1_767_225_600), files: 10, notices: ImportCounts(stored: 8155),
                    seconds: 4.5), newestNotice: CalendarDate("2025-12-31"), dataThrough: CalendarDate("2025-12-31"),
                index: IndexStand(generation: 7, ageSeconds: 1200),
                store: StoreStand(schema: "6-privacy", bytes: 91_226_112, freeBytes: 48_318_382_080),
                fetching: FetchingStand(
                    path: "/var/lib/torg-fetch/status.json", at: Moment(secondsSinceEpoch: 1_767_228_067),
                    sources: [
                        SourceStand(
                            name: "ted", kind: "ted", state: .failing,
                            lastSuccess: Moment(secondsSinceEpoch: 1_767_141_667),
                            dataThrough: CalendarDate("2025-12-30"),
                            waiting: 1, waitingSince: Moment(secondsSinceEpoch: 1_767_169_800), failures: 1,
                            error: SourceFailure(
                                kind: "tooMany", what: "202500252", at: Moment(secondsSinceEpoch: 1_767_228_060),
                                text: BilingualText(
                                    sv: "servern säger att vi frågar för ofta (429)",
                                    en: "the server says that we ask too often (429)"),
                                remedy: BilingualText(
                                    sv: "Nästa körning försöker igen. Håller det i sig, höj pause i sources.yaml.",
                                    en: "The next run tries again. If it persists, raise pause in sources.yaml.")))
                    ]),
                memoryBytes: 210_000_000))
    }
}

/// An import under way.
@WireType
package struct ImportStand: Described {
    /// Files that it reads in all.
    package var files: Int
    /// Notices taken in so far.
    package var seen: Int
}

/// What matches are made from.
@WireType
package struct IndexStand: Described {
    /// The generation of the data that it was built from; less than the data's own while a new one is built.
    package var generation: Int
    /// How long ago it was built.
    package var ageSeconds: Int
}

/// Whether matches are answered.
package enum ServingState: String, WireWord {
    /// The first index is being built.
    case starting
    case ready
    /// The store is damaged, so that no index can be built; or a follower has none yet.
    case unavailable
}

/// An index that is being built.
@WireType
package struct IndexingStand: Described {
    package enum Phase: String, WireWord {
        case reading, building
    }

    /// reading notices and suppliers from the store, or building the index of them.
    package var phase: Phase
    /// Notices read so far.
    package var done: Int
    /// Notices to read.
    package var total: Int
    /// Suppliers read so far, beside the notices.
    package var suppliersDone: Int?
    /// Suppliers to read.
    package var suppliersTotal: Int?
    /// How much of the whole is done, 0 to 99, estimated.
    package var percent: Int
}

/// The store's file.
@WireType
package struct StoreStand: Described {
    /// What can be done with it.
    package enum State: String, WireWord {
        case sound
        /// Damaged: what can still be read is, and nothing is written.
        case readOnly
        /// Damaged: nothing can be read.
        case unreadable
        /// Sound, and it or its disk may only be read: nothing is written.
        case writeProtected
        /// Deleted or replaced since it was opened: what was opened is still read, and nothing is written.
        case replaced
    }

    /// sound; readOnly, where it is damaged and imports are refused; unreadable, where nothing comes out of it and all
    /// counts are 0; writeProtected, where it is sound and the file or its disk may only be read; replaced, where the
    /// file was deleted or another put in its place since it was opened. But for sound, whatever writes gets -32005.
    package var state: State = .sound
    /// What is wrong, and what to do; absent where the store is sound.
    package var detail: String?
    /// True while the file is looked through after a start: what writes waits for that, or is told -32003.
    package var examining: Bool?
    /// The name of the store's latest migration.
    package var schema: String
    /// Size of the file, the write-ahead log beside it included.
    package var bytes: Int
    /// What the disk has left for it; absent where the system doesn't say.
    package var freeBytes: Int?
}

/// The file of metrics that node_exporter reads.
@WireType
package struct TextfileStand: Described {
    /// Where it is.
    package var path: String
    /// How long ago it was written; absent before the first time.
    package var ageSeconds: Int?
    /// How often it is to be written.
    package var intervalSeconds: Int
    /// Why it could not be written the last time; absent where it could.
    package var detail: String?
}

/// The latest import of notices.
@WireType
package struct LastImport: Described {
    /// When it ended.
    package var at: Moment
    /// Files read.
    package var files: Int
    /// How the notices fared.
    package var notices: ImportCounts
    /// How long it took.
    package var seconds: Double
}
