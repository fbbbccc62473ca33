import Foundation
import Glibc

/// The files that a list of paths stands for: a folder is walked to its end, sorted, hidden files left out.
enum FeedFiles {
    static func expand(_ paths: [String]) throws(ImportError) -> [String] {
        var files: [String] = []
        for path in paths {
            guard path.hasPrefix("/") else { throw ImportError.relativePath(path) }
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw ImportError.notFound(path: path)
            }
            if isFolder.boolValue {
                files += try walk(path)
            } else if FileManager.default.isReadableFile(atPath: path) {
                files.append(path)
            } else {
                throw ImportError.notReadable(path: path, reason: "permission denied for the daemon's user")
            }
        }
        return files
    }

    private static func walk(_ folder: String) throws(ImportError) -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw ImportError.notReadable(path: folder, reason: error.localizedDescription)
        }
        var files: [String] = []
        for name in names.sorted() where !name.hasPrefix(".") {
            let path = folder + "/" + name
            // FileManager would look up the owner's name of each file too; of 10,000 files that takes a fifth of a second.
            var status = stat()
            guard lstat(path, &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: files += try walk(path)
            case S_IFREG: files.append(path)
            default: continue
            }
        }
        return files
    }
}
