import FoundationEssentials
import Procurement

/// What is known of a source from one run to the next.
package struct SourceState: Codable, Sendable, Hashable {
    /// A file that was fetched as a whole.
    package struct File: Codable, Sendable, Hashable {
        package var validators = Validators()
        /// What a folder's listing said of it.
        package var listed: String?
        /// SHA-256 of its content.
        package var digest: String?
        package var bytes = 0
        /// When it was last found to be what is here.
        package var checked: Date
    }

    /// What was published on a day.
    package struct Issue: Codable, Sendable, Hashable {
        package enum Way: String, Codable, Sendable { case package, month, search, none }

        package var day: CalendarDate
        package var way: Way
        /// Notices that the publisher says there are; `nil` while it hasn't said.
        package var expected: Int?
        package var received: Int
        /// Of those received, those that were asked for.
        package var kept: Int
        package var bytes: Int
        package var at: Date
    }

    /// Since when something fails, and how.
    package struct Trouble: Codable, Sendable, Hashable {
        package var since: Date
        package var kind: String
    }

    /// A file that is in the drop folder under a name that isn't final yet.
    package struct Delivery: Codable, Sendable, Hashable {
        package var part: String
        package var name: String
    }

    package struct Note: Codable, Sendable, Hashable {
        package var kind: String
        package var what: String
        package var at: Date
        package var text: BilingualText
        package var remedy: BilingualText
    }

    package var version = 1
    package var lastAttempt: Date?
    /// When a run last ended with nothing left to do.
    package var lastSuccess: Date?
    /// Runs in a row that failed.
    package var failures = 0
    package var error: Note?
    /// A server asked to be left alone until then.
    package var notBefore: Date?
    /// The day to which nothing is missing.
    package var dataThrough: CalendarDate?
    /// What is due and hasn't come.
    package var waiting = 0
    /// The first of these was due then.
    package var waitingSince: Date?
    package var files: [String: File] = [:]
    package var issues: [String: Issue] = [:]
    /// The notices of an issue that came of one that lacked some, or of which it isn't known whether it did: they don't come
    /// twice.
    package var notices: [String: [String]] = [:]
    package var troubles: [String: Trouble] = [:]
    package var deliveries: [Delivery] = []

    package init() {}
}
