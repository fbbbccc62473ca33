import Procurement

/// What `sources.yaml` says.
package struct FetchSettings: Sendable {
    /// Where whole files are put.
    package var dropFolder: String
    /// Where it is kept what has come; with `parts/`, of what hasn't yet.
    package var stateFolder: String
    /// How patiently and how often servers are asked.
    package var limits: TransferLimits
    /// In the order of the file: one after the other is fetched.
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
    /// How it is fetched.
    package enum Plan: Sendable {
        case ted(TEDSettings)
        case file(FileSettings)
        case days(DaySettings)
        case folder(FolderSettings)
    }

    /// The name on the command line, of its state, and in front of its files.
    package var name: String
    /// What is published there.
    package var kind: SourceKind
    /// The most that one file may be.
    package var largest: Int
    /// The most that all of them may be in one run, in bytes.
    package var most: Int
    /// How it is fetched, with what that needs to know.
    package var plan: Plan
}

/// What is published: the word behind `kind:`.
package enum SourceKind: String, Sendable, CaseIterable {
    case ted, uhm, bolagsverket, scb, doffin, oeffentlichevergabe, https, sftp
}

/// Where TED is, and what is kept of it.
package struct TEDSettings: Sendable {
    /// Below it are `daily/` and `monthly/`.
    package var packages: WebAddress
    /// The year is put behind it.
    package var calendar: WebAddress
    /// The search service, which counts and names notices.
    package var search: WebAddress
    /// A notice's number and `/xml` are put behind it.
    package var notices: WebAddress
    /// ISO 3166 alpha-2; empty: all.
    package var countries: [String]
    /// The first day whose notices are asked for.
    package var since: CalendarDate
    /// After so many days of trouble with a package its notices are asked for one by one.
    package var fallbackAfter: Int
    /// With so many issues of a past month to fetch, the package of the month is.
    package var monthlyFrom: Int
}

/// One file, fetched again now and then.
package struct FileSettings: Sendable {
    /// Where the file is.
    package var address: WebAddress
    /// What it must be by its first bytes.
    package var content: ContentKind
    /// How its name ends in the drop folder.
    package var ending: String
    /// Days between two times that it is asked for.
    package var everyDays: Int
    /// How to log in there.
    package var login: LoginSettings
    /// What the first line of a CSV must have.
    package var columns: [String] = []
}

/// What is published day by day.
package struct DaySettings: Sendable {
    /// How the days are offered.
    package enum Service: Sendable {
        /// A search, and a download for each hit.
        case doffin(download: WebAddress)
        /// A zip for each day.
        case export
    }

    /// How the days are offered.
    package var service: Service
    /// What is asked: a search, or a day.
    package var address: WebAddress
    /// The first day that is asked for.
    package var since: CalendarDate
    /// How to log in there.
    package var login: LoginSettings
}

/// A folder on a server, of which every file is fetched that is new or has changed.
package struct FolderSettings: Sendable {
    /// The folder; it ends with a slash.
    package var address: WebAddress
    /// What names must look like, with `*` and `?`.
    package var pattern: String
    /// How to log in there.
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
