import JSON
import JSONRPC
import Procurement

/// What torg-fetch brings, as its last run left it.
@WireType
package struct FetchingStand: Described {
    /// The file that says so.
    package var path: String
    /// When torg-fetch wrote it; absent where it can't be read.
    package var at: Moment?
    /// Why it can't be read; absent where it can.
    package var detail: String?
    /// The sources that torg-fetch has been told to fetch; empty where the file can't be read.
    package var sources: [SourceStand]
}

/// A source of torg-fetch.
@WireType
package struct SourceStand: Described {
    /// How a source is.
    package enum State: String, WireWord {
        case good
        /// Never fetched.
        case new
        /// The last run failed.
        case failing
        /// Data are missing that should be here.
        case late
    }

    /// Its name in sources.yaml.
    package var name: String
    /// What it is: ted, uhm, bolagsverket, scb, doffin, oeffentlichevergabe, https, sftp.
    package var kind: String
    /// good; new, never fetched; failing, where the last run failed and what is here is recent enough; late, where data are
    /// missing that were due three days ago, or torg-fetch has not run for three days.
    package var state: State
    /// When a run of it last ended without an error; absent before the first time.
    package var lastSuccess: Moment?
    /// The day to which nothing is missing; of a register or statistics, the day of the edition. Absent before the first time.
    package var dataThrough: CalendarDate?
    /// What is due and has not come: issues, days or files.
    package var waiting: Int
    /// When the first of them was due; absent where nothing waits.
    package var waitingSince: Moment?
    /// Runs in a row that failed.
    package var failures: Int
    /// What failed in the last run; absent where nothing did.
    package var error: SourceFailure?
}

/// Why a source could not be fetched.
@WireType
package struct SourceFailure: Described {
    /// One word for it; docs/sources.md has them all.
    package var kind: String
    /// The issue, day or file that it happened to.
    package var what: String
    /// When.
    package var at: Moment
    /// What happened.
    package var text: BilingualText
    /// What to do.
    package var remedy: BilingualText
}
