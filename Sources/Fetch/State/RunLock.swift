import Glibc

/// Held while a run is at work, so that two never overlap. The kernel lets it go when the program ends, however.
package final class RunLock {
    private let descriptor: Int32

    /// `nil` where another run holds it.
    package init?(folder: StateFolder) throws(FetchFailure) {
        try folder.prepare()
        let path = "\(folder.path)/lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .disk(path: path, call: "open", number: errno) }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            close(descriptor)
            return nil
        }
    }

    deinit { close(descriptor) }
}
