import FoundationEssentials

/// Which files a path stands for.
enum FeedFiles {
    /// The file itself; for a folder every file in it and below, sorted by path, hidden ones passed over.
    ///
    /// A link to a folder is followed only where it is the path given, so that no circle of links is walked.
    static func list(_ path: String) throws(FeedError) -> [String] {
        let files = FileManager.default
        var isFolder = false
        guard files.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .notFound(path: path, detail: "no such file or folder")
        }
        guard isFolder else { return [path] }
        return walk(path.hasSuffix("/") ? String(path.dropLast()) : path)
    }

    /// A folder that can't be listed stands for itself: opening it is refused, and the rest goes on.
    private static func walk(_ folder: String) -> [String] {
        let files = FileManager.default
        guard let names = try? files.contentsOfDirectory(atPath: folder) else { return [folder] }
        return names.sorted().filter { !$0.hasPrefix(".") }.flatMap { name in
            let path = "\(folder)/\(name)"
            let type = try? files.attributesOfItem(atPath: path)[.type] as? FileAttributeType
            return type == .typeDirectory ? walk(path) : [path]
        }
    }
}
