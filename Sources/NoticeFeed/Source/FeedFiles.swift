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
        return walk(path.hasSuffix("/") ? String(path.dropLast()) : path)
    }

    /// A folder that can't be listed stands for itself: opening it is refused, and the rest goes on.
    private static func walk(_ folder: String) -> [String] {
        guard let entries = entries(of: folder) else { return [folder] }
        return entries.sorted { $0.name < $1.name }.flatMap { name, isFolder in
            isFolder ? walk("\(folder)/\(name)") : ["\(folder)/\(name)"]
        }
    }

    /// The names in a folder, and whether each is a folder itself.
    ///
    /// The kernel says that along with the name; asking for each file would cost as much as opening it.
    private static func entries(of folder: String) -> [(name: String, isFolder: Bool)]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var entries: [(name: String, isFolder: Bool)] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasPrefix(".") { continue }
            switch Int(entry.pointee.d_type) {
            case Int(DT_DIR): entries.append((name, true))
            case Int(DT_UNKNOWN):
                var status = stat()
                let isKnown = lstat("\(folder)/\(name)", &status) == 0
                entries.append((name, isKnown && status.st_mode & S_IFMT == S_IFDIR))
            default: entries.append((name, false))
            }
        }
        return entries
    }
}
