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
        for (name, isUTF8) in try Self.names(in: folder) where !name.hasPrefix(".") {
            let path = folder + "/" + name
            guard isUTF8 else {
                refuse(
                    path, "file-name",
                    "its name isn't UTF-8, in which names of files are read: rename it, or pack it into an archive")
                continue
            }
            var status = stat()
            guard lstat(path, &status) == 0 else {
                refuse(path, "unreadable", "it went away while the folder was read")
                continue
            }
            if status.st_mode & S_IFMT == S_IFDIR {
                try walk(path)
            } else if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
                files.append(path)
            } else {
                // A link to a folder may lead in a circle.
                refuse(
                    path, "not-a-file",
                    "neither a file nor a folder, nor a link to a file: give the path of what is meant")
            }
        }
    }

    private mutating func refuse(_ path: String, _ reason: String, _ detail: String) {
        refusals.append(Refusal(reason: reason, detail: detail, position: FeedPosition(file: path)))
    }

    /// What stands in a folder, by name. FileManager would look up the owner of each file too, and know no other names.
    private static func names(in folder: String) throws(ImportError) -> [(name: String, isUTF8: Bool)] {
        guard let stream = opendir(folder) else {
            throw ImportError.notReadable(path: folder, reason: String(cString: strerror(errno)))
        }
        defer { closedir(stream) }
        var names: [(name: String, isUTF8: Bool)] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                    let name = bytes.prefix { $0 != 0 }
                    if let text = String(validating: name, as: UTF8.self) { return (text, true) }
                    return (String(decoding: name, as: UTF8.self), false)
                })
        }
        return names.sorted { $0.name < $1.name }
    }
}
