import Files
import Glibc

/// Which files a path stands for.
enum FeedFiles {
    /// The file itself; for a folder every file in it and below, sorted by path, hidden ones passed over.
    ///
    /// A link to a folder is followed only where it is the path given, so that no circle of links is walked.
    static func list(_ path: String) throws(FeedError) -> [String] {
        var status = stat()
        guard stat(path, &status) == 0 else {
            // Bytes of a name that aren't UTF-8 read so; opening it says what to do.
            if path.unicodeScalars.contains("\u{FFFD}") { return [path] }
            throw .notFound(path: path, detail: "no such file or folder")
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { return [path] }
        var files: [String] = []
        FolderWalk.visit(path.hasSuffix("/") ? String(path.dropLast()) : path) { visit in
            switch visit {
            case .entry(let path, _): files.append(path)
            // Opening it is refused, and the rest goes on.
            case .unreadable(let error): files.append(error.path)
            }
        }
        return files
    }
}
