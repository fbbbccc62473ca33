// Its headers bring struct stat along, and to the compiler it may be theirs.
import CLibArchive
import Glibc

/// What the disk knows of a file. A link isn't followed.
struct FileStatus {
    let bytes: Int
    /// Seconds since 1970.
    let modified: Int
    let owner: uid_t

    /// `nil` where there is none.
    init?(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        bytes = Int(status.st_size)
        modified = status.st_mtim.tv_sec
        owner = status.st_uid
    }
}
