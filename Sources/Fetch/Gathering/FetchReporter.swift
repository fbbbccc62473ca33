/// Hears what a run does, to show it.
package protocol FetchReporter: AnyObject {
    /// A transfer goes on: bytes that are there, of how many where that is known.
    func progress(_ source: String, _ what: String, received: Int, total: Int?)
    /// A file is in the drop folder.
    func delivered(_ source: String, _ file: String, bytes: Int)
    /// With `--dry-run`: what would be fetched.
    func wouldFetch(_ source: String, _ what: String)
    func failed(_ source: String, _ what: String, _ failure: FetchFailure)
}
