import Foundation

/// Files by path, made in memory, so that they can be written or compared.
struct FileTree {
    private(set) var files: [String: [UInt8]] = [:]

    /// Sorted.
    var paths: [String] { files.keys.sorted() }

    mutating func add(_ path: String, _ text: String) { add(path, Array(text.utf8)) }

    mutating func add(_ path: String, _ bytes: [UInt8]) {
        precondition(files[path] == nil, "two fixtures are called \(path)")
        files[path] = bytes
    }

    /// Writes all files below `folder`, and takes away those that don't belong there any more.
    func write(to folder: URL) throws {
        for stray in try Self.paths(in: folder) where files[stray] == nil {
            try FileManager.default.removeItem(at: folder.appending(path: stray))
        }
        for (path, bytes) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }

    /// What differs from the files below `folder`: one line each, such as `bad/empty.xml: missing`.
    func differences(from folder: URL) throws -> [String] {
        var differences: [String] = []
        for path in paths {
            guard let found = try? Data(contentsOf: folder.appending(path: path)) else {
                differences.append("\(path): missing")
                continue
            }
            let expected = files[path] ?? []
            if Array(found) == expected { continue }
            let place = zip(found, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset
            differences.append("\(path): differs from byte \(place ?? min(found.count, expected.count))")
        }
        let strays = try Self.paths(in: folder).filter { files[$0] == nil }
        return differences + strays.map { "\($0): not made by the generator" }
    }

    private static func paths(in folder: URL) throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().filter { path in
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(
                atPath: folder.appending(path: path).path, isDirectory: &isFolder)
            return exists && !isFolder.boolValue
        }
    }
}
