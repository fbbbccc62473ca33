/// How the daemon is.
package enum ServerStatus: Method {
    package static let name = "server.status"
    package static let summary = "Tells the version, how much data there is, and how the daemon fares."
    package static let role = Role.reader

    package typealias Parameters = NoParameters
    /// What came of it.
    package struct Result: Described {
        package var version: String
        package var generation: Int
        package var notices: Int
        package var suppliers: Int
        package var awards: Int
        package var uptimeSeconds: Int
        package var lastImport: LastImport?
        package var importing: ImportStand?
        package var memoryBytes: Int
        package var store: StoreStand

        package init(
            version: String, generation: Int, notices: Int, suppliers: Int, awards: Int, uptimeSeconds: Int,
            lastImport: LastImport? = nil, importing: ImportStand? = nil, memoryBytes: Int, store: StoreStand
        ) {
            self.version = version
            self.generation = generation
            self.notices = notices
            self.suppliers = suppliers
            self.awards = awards
            self.uptimeSeconds = uptimeSeconds
            self.lastImport = lastImport
            self.importing = importing
            self.memoryBytes = memoryBytes
            self.store = store
        }

        package static let notes = [
            "version": "The version of the daemon.",
            "generation": "The generation of the data: it grows with every change.",
            "notices": "Notices stored, each in its latest version.",
            "suppliers": "Suppliers known.",
            "awards": "Awards known.",
            "uptimeSeconds": "How long the daemon has been up.",
            "lastImport": "The latest import; absent when there was none.",
            "importing": "How far the import under way has come; absent when there is none.",
            "memoryBytes": "Memory in use (resident set).",
            "store": "Whether the store is sound. The counts of one that can't be read are 0.",
        ]
    }

    package static var example: Example<Self> {
        Example(
            NoParameters(),
            gives: Result(
                version: "0.1.0", generation: 7, notices: 8155, suppliers: 10_120, awards: 11_480, uptimeSeconds: 3600,
                lastImport: LastImport(
                    at: Moment(secondsSinceEpoch: 1_767_225_600), files: 10, notices: ImportCounts(stored: 8155),
                    seconds: 4.5),
                memoryBytes: 210_000_000, store: StoreStand(state: .sound)))
    }
}

/// The condition of the store.
package struct StoreStand: Described {
    /// What can be done with it.
    package enum State: String, Sendable, Hashable, Codable, CaseIterable {
        case sound
        /// Damaged: what can still be read is, and nothing is written.
        case readOnly
        /// Damaged: nothing can be read.
        case unreadable
    }

    package var state: State
    package var detail: String?

    package init(state: State, detail: String? = nil) {
        self.state = state
        self.detail = detail
    }

    package static let notes = [
        "state":
            "sound; readOnly, where it is damaged and imports are refused; unreadable, where nothing comes out of it.",
        "detail": "What is wrong, and what to do; absent where the store is sound.",
    ]
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
