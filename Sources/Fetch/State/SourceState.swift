import FoundationEssentials
import Procurement

/// What is known of a source from one run to the next.
package struct SourceState: Codable, Sendable, Hashable {
    /// A file that was fetched as a whole.
    package struct File: Codable, Sendable, Hashable {
        /// What the server said of the edition that is here.
        package var validators = Validators()
        /// What a folder's listing said of it.
        package var listed: String?
        /// SHA-256 of its content.
        package var digest: String?
        /// Its size.
        package var bytes = 0
        /// When it was last found to be what is here.
        package var checked: Date
    }

    /// What was published on a day.
    package struct Issue: Codable, Sendable, Hashable {
        /// How it came: as its package, in the package of its month, notice by notice; or there was nothing.
        package enum Way: String, Codable, Sendable { case package, month, search, none }

        /// The day on which it was published.
        package var day: CalendarDate
        /// How it came.
        package var way: Way
        /// Notices that the publisher says there are; `nil` while it hasn't said.
        package var expected: Int?
        /// Notices that came.
        package var received: Int
        /// Of those received, those that were asked for.
        package var kept: Int
        /// Bytes that were fetched for it.
        package var bytes: Int
        /// When it came.
        package var at: Date
    }

    /// Since when something fails, and how.
    package struct Trouble: Codable, Sendable, Hashable {
        /// When it first failed.
        package var since: Date
        /// The kind of that failure.
        package var kind: String
    }

    /// A file that is in the drop folder under a name that isn't final yet.
    package struct Delivery: Codable, Sendable, Hashable {
        /// Its name until then.
        package var part: String
        /// The name that it is to have.
        package var name: String
    }

    /// What failed in a run, in words that outlast the run.
    package struct Note: Codable, Sendable, Hashable {
        /// The kind of failure.
        package var kind: String
        /// The issue, day or file.
        package var what: String
        /// When it failed.
        package var at: Date
        /// What happened.
        package var text: BilingualText
        /// What to do.
        package var remedy: BilingualText
    }

    /// The version of this shape.
    package var version = 1
    /// When a run last tried it.
    package var lastAttempt: Date?
    /// When a run last ended with nothing left to do.
    package var lastSuccess: Date?
    /// Runs in a row that failed.
    package var failures = 0
    /// What failed first in the last run; `nil` where nothing did.
    package var error: Note?
    /// A server asked to be left alone until then.
    package var notBefore: Date?
    /// The day to which nothing is missing.
    package var dataThrough: CalendarDate?
    /// What is due and hasn't come.
    package var waiting = 0
    /// The first of these was due then.
    package var waitingSince: Date?
    /// Files fetched as a whole, by name; `file` where there is one alone.
    package var files: [String: File] = [:]
    /// What was published on days, by issue or day.
    package var issues: [String: Issue] = [:]
    /// The notices of an issue that came of one that lacked some, or of which it isn't known whether it did: they don't come
    /// twice.
    package var notices: [String: [String]] = [:]
    /// What fails, by issue.
    package var troubles: [String: Trouble] = [:]
    /// Files that have come and whose last step is still to be made.
    package var deliveries: [Delivery] = []

    package init() {}
}
