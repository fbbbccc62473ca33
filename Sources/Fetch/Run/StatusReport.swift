import FoundationEssentials
import Procurement

/// How the sources are: `status.json` in the state folder, which anybody may read. docs/sources.md has its shape.
package struct StatusReport: Codable, Sendable {
    /// How one source is.
    package struct Source: Codable, Sendable {
        /// The word that sums it up.
        package enum State: String, Codable, Sendable {
            /// Nothing is missing.
            case good
            /// Never fetched.
            case new
            /// The last run failed; what is there is recent enough.
            case failing
            /// Data that should be here aren't.
            case late
        }

        /// Its name in sources.yaml.
        package var name: String
        /// What is published there.
        package var kind: String
        /// How it is, in a word.
        package var state: State
        /// When a run last tried it; `nil` before the first time.
        package var lastAttempt: Date?
        /// When a run of it last ended without an error; `nil` before the first time.
        package var lastSuccess: Date?
        /// The day to which nothing is missing.
        package var dataThrough: CalendarDate?
        /// The last issue, day or file that came.
        package var last: String?
        /// Notices that the publisher counts in `last`; `nil` while it has not said.
        package var expected: Int?
        /// Notices that came of it.
        package var received: Int?
        /// Notices of it that were asked for.
        package var kept: Int?
        /// What is due and hasn't come, and since when the first of it is due.
        package var waiting: Int
        /// When the first of what waits was due; `nil` where nothing waits.
        package var waitingSince: Date?
        /// Issues whose count the publisher hasn't told.
        package var unconfirmed: Int
        /// Runs in a row that failed.
        package var failures: Int
        /// A server asked to be left alone until then.
        package var notBefore: Date?
        /// What failed first in the last run; `nil` where nothing did.
        package var error: SourceState.Note?
    }

    /// The version of this shape.
    package var version = 1
    /// The version of the program that wrote it.
    package var program: String
    /// When it was written.
    package var written: Date
    /// All sources of sources.yaml, in their order.
    package var sources: [Source]

    /// What is late is so after so many days; a file, after so many beyond the day on which it was due.
    private static let lateDays = 3.0

    /// From the states of all sources of the configuration.
    package init(_ settings: FetchSettings, _ folder: StateFolder, clock: FetchClock, version: String)
        throws(FetchFailure)
    {
        program = version
        written = clock.now
        var sources: [Source] = []
        for source in settings.sources {
            sources.append(Self.source(source, try folder.state(of: source.name), now: clock.now))
        }
        self.sources = sources
    }

    private static func source(_ source: SourceSettings, _ state: SourceState, now: Date) -> Source {
        let last = state.issues.max { $0.key < $1.key }
        let file = state.files.max { $0.value.checked < $1.value.checked }
        return Source(
            name: source.name, kind: source.kind.rawValue, state: word(source, state, now: now),
            lastAttempt: state.lastAttempt, lastSuccess: state.lastSuccess, dataThrough: state.dataThrough,
            last: last?.key ?? file?.key, expected: last?.value.expected, received: last?.value.received,
            kept: last?.value.kept, waiting: state.waiting, waitingSince: state.waitingSince,
            unconfirmed: state.issues.count {
                $0.value.expected == nil && $0.value.way != .none && source.kind == .ted
            },
            failures: state.failures, notBefore: state.notBefore, error: state.error)
    }

    static func word(_ source: SourceSettings, _ state: SourceState, now: Date) -> Source.State {
        guard state.lastAttempt != nil else { return .new }
        let patience = lateDays * 86_400
        if let since = state.waitingSince, now.timeIntervalSince(since) > patience { return .late }
        let every: Int = if case .file(let file) = source.plan { file.everyDays } else { 1 }
        let success = state.lastSuccess ?? .distantPast
        if now.timeIntervalSince(success) > Double(every) * 86_400 + patience {
            return state.lastSuccess == nil && state.failures <= 3 ? .failing : .late
        }
        return state.error == nil ? .good : .failing
    }

    /// What the last run has written: for those who may not read the states.
    package init(of folder: StateFolder) throws(FetchFailure) {
        self = try folder.value("\(folder.path)/status.json")
    }

    func write(to folder: StateFolder) throws(FetchFailure) {
        try folder.replace("\(folder.path)/status.json", with: self, mode: 0o644)
    }

    /// As it is in the file.
    package func json() throws(FetchFailure) -> String { try StateFolder.text(of: self) }
}
