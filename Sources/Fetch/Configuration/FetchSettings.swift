import Procurement

/// What `sources.yaml` says.
package struct FetchSettings: Sendable {
    /// Where whole files are put.
    package var dropFolder: String
    /// Where it is kept what has come; with `parts/`, of what hasn't yet.
    package var stateFolder: String
    package var limits: TransferLimits
    package var sources: [SourceSettings] = []

    /// Without sources, and with the folders as the package makes them, or systemd.
    init(limits: TransferLimits, environment: [String: String]) {
        self.limits = limits
        dropFolder = "/var/spool/torg"
        stateFolder = environment["STATE_DIRECTORY"] ?? "/var/lib/torg-fetch"
    }
}

/// One source.
package struct SourceSettings: Sendable {
    package enum Plan: Sendable {
        case ted(TEDSettings)
        case file(FileSettings)
        case days(DaySettings)
        case folder(FolderSettings)
    }

    /// The name on the command line, of its state, and in front of its files.
    package var name: String
    package var kind: SourceKind
    /// The most that one file may be.
    package var largest: Int
    /// The most that all of them may be in one run, in bytes.
    package var most: Int
    /// How it is fetched, with what that needs to know.
    package var plan: Plan
}

package enum SourceKind: String, Sendable, CaseIterable {
    case ted, uhm, bolagsverket, scb, doffin, oeffentlichevergabe, https, sftp
}

package struct TEDSettings: Sendable {
    package var packages: WebAddress
    /// The year is put behind it.
    package var calendar: WebAddress
    package var search: WebAddress
    /// A notice's number and `/xml` are put behind it.
    package var notices: WebAddress
    /// ISO 3166 alpha-2; empty: all.
    package var countries: [String]
    package var since: CalendarDate
    /// After so many days of trouble with a package its notices are asked for one by one.
    package var fallbackAfter: Int
    /// With so many issues of a past month to fetch, the package of the month is.
    package var monthlyFrom: Int
}

/// One file, fetched again now and then.
package struct FileSettings: Sendable {
    package var address: WebAddress
    package var content: ContentKind
    /// How its name ends in the drop folder.
    package var ending: String
    package var everyDays: Int
    package var login: LoginSettings
    /// What the first line of a CSV must have.
    package var columns: [String] = []
}

/// What is published day by day.
package struct DaySettings: Sendable {
    package enum Service: Sendable {
        /// A search, and a download for each hit.
        case doffin(download: WebAddress)
        /// A zip for each day.
        case export
    }

    package var service: Service
    package var address: WebAddress
    package var since: CalendarDate
    package var login: LoginSettings
}

/// A folder on a server, of which every file is fetched that is new or has changed.
package struct FolderSettings: Sendable {
    package var address: WebAddress
    /// What names must look like, with `*` and `?`.
    package var pattern: String
    package var login: LoginSettings
}

/// How to log in; secrets by the name of their credential alone.
package enum LoginSettings: Sendable, Hashable {
    case none
    case basic(user: String, password: String)
    case header(name: String, credential: String)
    case sftpPassword(user: String, credential: String, hostKey: String)
    case sftpKey(user: String, credential: String, hostKey: String)
}
