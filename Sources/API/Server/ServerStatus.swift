/// How the daemon is.
package enum ServerStatus: Method {
    package static let name = "server.status"
    package static let summary = "Tells the version, how much data there is, and how the daemon fares."
    package static let role = Role.reader

    package typealias Parameters = NoParameters
    /// What came of it.
    package struct Result: Described {
        package var state: ServingState
        package var version: String
        package var contract: String
        package var generation: Int
        package var notices: Int
        package var suppliers: Int
        package var awards: Int
        package var counting: Bool?
        package var uptimeSeconds: Int
        package var lastImport: LastImport?
        package var newestNotice: Day?
        package var dataThrough: Day?
        package var importing: ImportStand?
        package var index: IndexStand?
        package var indexing: IndexingStand?
        package var store: StoreStand
        package var textfile: TextfileStand?
        package var memoryBytes: Int

        package init(
            state: ServingState, version: String, contract: String, generation: Int, notices: Int, suppliers: Int,
            awards: Int, counting: Bool? = nil,
            uptimeSeconds: Int,
            lastImport: LastImport? = nil, newestNotice: Day? = nil, dataThrough: Day? = nil,
            importing: ImportStand? = nil,
            index: IndexStand? = nil,
            indexing: IndexingStand? = nil, store: StoreStand, textfile: TextfileStand? = nil, memoryBytes: Int
        ) {
            self.state = state
            self.version = version
            self.contract = contract
            self.generation = generation
            self.notices = notices
            self.suppliers = suppliers
            self.awards = awards
            self.counting = counting
            self.uptimeSeconds = uptimeSeconds
            self.lastImport = lastImport
            self.newestNotice = newestNotice
            self.dataThrough = dataThrough
            self.importing = importing
            self.index = index
            self.indexing = indexing
            self.store = store
            self.textfile = textfile
            self.memoryBytes = memoryBytes
        }

        package static let notes = [
            "state":
                "starting, until the first index is built: what needs it waits a little, and is then told -32003; ready; "
                + "unavailable, where the store is damaged and no index can be built.",
            "version": "The version of the daemon.",
            "contract": "The version of the contract that it serves.",
            "generation": "The generation of the data: it grows with every change.",
            "notices": "Notices stored, each in its latest version.",
            "suppliers": "Suppliers known.",
            "awards": "Awards known.",
            "counting":
                "True where notices, suppliers and awards are 0 because they are still being counted: a large store has just been "
                + "opened.",
            "uptimeSeconds": "How long the daemon has been up.",
            "lastImport": "The latest import; absent when there was none.",
            "newestNotice":
                "The date of the newest notice; absent where none has one. Dates that lie ahead are left out.",
            "dataThrough":
                "The date of the newest notice that counts in answers; absent until the first index is built and without any.",
            "importing": "How far the import under way has come; absent when there is none.",
            "index": "What matches are made from; absent until the first is built.",
            "indexing": "How far the index that is being built has come; absent when none is.",
            "store": "The store's file and the disk that it is on.",
            "textfile": "The file of metrics for node_exporter; absent where none is configured.",
            "memoryBytes": "Memory in use (resident set).",
        ]
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
                    seconds: 4.5), newestNotice: Day("2025-12-31"), dataThrough: Day("2025-12-31"),
                index: IndexStand(generation: 7, ageSeconds: 1200),
                store: StoreStand(schema: "6-privacy", bytes: 91_226_112, freeBytes: 48_318_382_080),
                memoryBytes: 210_000_000))
    }
}

/// An import under way.
package struct ImportStand: Described {
    package var files: Int
    package var seen: Int

    package init(files: Int, seen: Int) {
        self.files = files
        self.seen = seen
    }

    package static let notes = [
        "files": "Files that it reads in all.",
        "seen": "Notices taken in so far.",
    ]
}

/// What matches are made from.
package struct IndexStand: Described {
    package var generation: Int
    package var ageSeconds: Int

    package init(generation: Int, ageSeconds: Int) {
        self.generation = generation
        self.ageSeconds = ageSeconds
    }

    package static let notes = [
        "generation":
            "The generation of the data that it was built from; less than the data's own while a new one is built.",
        "ageSeconds": "How long ago it was built.",
    ]
}

/// Whether matches are answered.
package enum ServingState: String, Sendable, Hashable, Codable, CaseIterable {
    /// The first index is being built.
    case starting
    case ready
    /// The store is damaged, so that no index can be built.
    case unavailable
}

/// An index that is being built.
package struct IndexingStand: Described {
    package enum Phase: String, Sendable, Hashable, Codable, CaseIterable {
        case reading, building
    }

    package var phase: Phase
    package var done: Int
    package var total: Int
    package var suppliersDone: Int?
    package var suppliersTotal: Int?
    package var percent: Int

    package init(
        phase: Phase, done: Int, total: Int, suppliersDone: Int? = nil, suppliersTotal: Int? = nil, percent: Int
    ) {
        self.phase = phase
        self.done = done
        self.total = total
        self.suppliersDone = suppliersDone
        self.suppliersTotal = suppliersTotal
        self.percent = percent
    }

    package static let notes = [
        "phase": "reading notices and suppliers from the store, or building the index of them.",
        "done": "Notices read so far.",
        "total": "Notices to read.",
        "suppliersDone": "Suppliers read so far, beside the notices.",
        "suppliersTotal": "Suppliers to read.",
        "percent": "How much of the whole is done, 0 to 99, estimated.",
    ]
}

/// The store's file.
package struct StoreStand: Described {
    /// What can be done with it.
    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
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

    package var state: State
    package var detail: String?
    package var examining: Bool?
    package var schema: String
    package var bytes: Int
    package var freeBytes: Int?

    package init(
        state: State = .sound, detail: String? = nil, examining: Bool? = nil, schema: String, bytes: Int,
        freeBytes: Int?
    ) {
        self.state = state
        self.detail = detail
        self.examining = examining
        self.schema = schema
        self.bytes = bytes
        self.freeBytes = freeBytes
    }

    package static let notes = [
        "state":
            "sound; readOnly, where it is damaged and imports are refused; unreadable, where nothing comes out of it and all "
            + "counts are 0; writeProtected, where it is sound and the file or its disk may only be read; replaced, where the "
            + "file was deleted or another put in its place since it was opened. But for sound, whatever writes gets -32005.",
        "detail": "What is wrong, and what to do; absent where the store is sound.",
        "examining":
            "True while the file is looked through after a start: what writes waits for that, or is told -32003.",
        "schema": "The name of the store's latest migration.",
        "bytes": "Size of the file, the write-ahead log beside it included.",
        "freeBytes": "What the disk has left for it; absent where the system doesn't say.",
    ]
}

/// The file of metrics that node_exporter reads.
package struct TextfileStand: Described {
    package var path: String
    package var ageSeconds: Int?
    package var intervalSeconds: Int
    package var detail: String?

    package init(path: String, ageSeconds: Int?, intervalSeconds: Int, detail: String? = nil) {
        self.path = path
        self.ageSeconds = ageSeconds
        self.intervalSeconds = intervalSeconds
        self.detail = detail
    }

    package static let notes = [
        "path": "Where it is.",
        "ageSeconds": "How long ago it was written; absent before the first time.",
        "intervalSeconds": "How often it is to be written.",
        "detail": "Why it could not be written the last time; absent where it could.",
    ]
}

/// The latest import of notices.
package struct LastImport: Described {
    package var at: Moment
    package var files: Int
    package var notices: ImportCounts
    package var seconds: Double

    package init(at: Moment, files: Int, notices: ImportCounts, seconds: Double) {
        self.at = at
        self.files = files
        self.notices = notices
        self.seconds = seconds
    }

    package static let notes = [
        "at": "When it ended.",
        "files": "Files read.",
        "notices": "How the notices fared.",
        "seconds": "How long it took.",
    ]
}
