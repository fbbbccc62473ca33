import Files
import Foundation
import Glibc
import Procurement

/// The files that a list of paths stands for: a folder is walked to its end, sorted, hidden files left out.
struct FeedFiles {
    /// To be read, in their order.
    private(set) var files: [String] = []
    /// What in the folders is no file that can be read, with the reason: it counts, so that nothing is passed over unsaid.
    private(set) var refusals: [Refusal] = []

    var count: Int { files.count + refusals.count }

    /// - Throws: as `lookFor`.
    init(_ paths: [String]) throws(ImportError) {
        for path in paths {
            if try Self.isFolder(path) { try walk(path) } else { files.append(path) }
        }
    }

    /// - Throws: `relativePath`, `notFound`, `hidden` or `notReadable` for the first path that can't be read.
    static func lookFor(_ paths: [String]) throws(ImportError) {
        for path in paths { _ = try isFolder(path) }
    }

    private static func isFolder(_ path: String) throws(ImportError) -> Bool {
        guard path.hasPrefix("/") else { throw ImportError.relativePath(path) }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            if let reason = HiddenPlaces.own.reason(for: path) { throw .hidden(path: path, reason: reason) }
            throw .notFound(path: path)
        }
        guard isFolder.boolValue || FileManager.default.isReadableFile(atPath: path) else {
            throw .notReadable(path: path, reason: "permission denied for the daemon's user")
        }
        return isFolder.boolValue
    }

    private mutating func walk(_ folder: String) throws(ImportError) {
        try FolderWalk.visit(folder) { visit throws(ImportError) in
            switch visit {
            case .unreadable(let error): throw .notReadable(path: error.path, reason: error.reason)
            case .entry(let path, let entry): add(path, entry)
            }
        }
    }

    private mutating func add(_ path: String, _ entry: FolderEntry) {
        var status = stat()
        if !entry.isText {
            refuse(
                path, "file-name",
                "its name isn't UTF-8, in which names of files are read: rename it, or pack it into an archive")
        } else if entry.kind == .file || stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG {
            files.append(path)
        } else {
            // A link to a folder may lead in a circle.
            refuse(
                path, "not-a-file",
                "neither a file nor a folder, nor a link to a file: give the path of what is meant")
        }
    }

    private mutating func refuse(_ path: String, _ reason: String, _ detail: String) {
        refusals.append(Refusal(reason: reason, detail: detail, position: FeedPosition(file: path)))
    }
}
