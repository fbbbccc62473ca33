/// Why an import could not be carried out at all. A bad notice is no error: it is refused, and listed.
package enum ImportError: Error, Sendable, CustomStringConvertible {
    case relativePath(String)
    case notFound(path: String)
    /// The daemon's unit keeps it from the daemon.
    case hidden(path: String, reason: String)
    case notReadable(path: String, reason: String)
    case feedProgram(path: String, reason: String)

    package var description: String {
        switch self {
        case .relativePath(let path):
            "“\(path)” is not an absolute path; the daemon has a working directory of its own, so give the whole path"
        case .notFound(let path):
            "“\(path)” does not exist, or the daemon's user may not see it"
        case .hidden(let path, let reason):
            "“\(path)” can't be seen: \(reason). Put it where the daemon's user may read it, such as under /srv, and name it "
                + "there; or put notices into the drop folder, /var/spool/torg"
        case .notReadable(let path, let reason):
            "“\(path)” can't be read: \(reason)"
        case .feedProgram(let path, let reason):
            "the feed reader \(path) could not be run: \(reason); set feeds.program to where torg-feed is installed"
        }
    }
}
