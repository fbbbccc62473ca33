import Glibc

/// Files that are there as a whole, or as they were.
enum WholeFile {
    /// Writes a file beside, waits until it is on the disk, and puts it in the place.
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws(FetchFailure) {
        let new = path + ".new"
        let descriptor = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .disk(path: new, call: "open", number: errno) }
        defer { close(descriptor) }
        // Whatever the umask is: the status is for all.
        fchmod(descriptor, mode)
        try bytes.withUnsafeBufferPointer { bytes throws(FetchFailure) in
            try append(UnsafeRawBufferPointer(bytes), to: descriptor, path: new)
        }
        guard fsync(descriptor) == 0, rename(new, path) == 0 else {
            throw .disk(path: path, call: "rename", number: errno)
        }
    }

    /// Writes all of it, however little the disk takes at a time.
    static func append(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String) throws(FetchFailure) {
        var rest = bytes
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .disk(path: path, call: "write", number: errno) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}
