import Glibc

/// One thing in a folder, whatever bytes its name is made of.
package struct FolderEntry: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case file, folder, link, other
    }

    /// The bytes of its name, as the file system has them.
    package let bytes: [UInt8]
    package let kind: Kind

    /// The name as it may be shown; where it isn't UTF-8, with U+FFFD in the place of what can't be read.
    package var name: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether the name is UTF-8, so that `name` leads to the file.
    package var isText: Bool { String(validating: bytes, as: UTF8.self) != nil }

    package var isHidden: Bool { bytes.first == UInt8(ascii: ".") }

    /// All in the folder, by the bytes of their names; what goes meanwhile is left out.
    ///
    /// The kernel says with a name what it is the name of; asking for each would cost as much as opening it.
    package static func all(in folder: String) throws(FolderError) -> [FolderEntry] {
        guard let stream = opendir(folder) else { throw FolderError(path: folder, call: "opendir", number: errno) }
        defer { closedir(stream) }
        var entries: [FolderEntry] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if bytes == Array(".".utf8) || bytes == Array("..".utf8) { continue }
            if let kind = Kind(entry.pointee.d_type) ?? Kind(of: bytes, in: stream) {
                entries.append(FolderEntry(bytes: bytes, kind: kind))
            }
        }
        guard errno == 0 else { throw FolderError(path: folder, call: "readdir", number: errno) }
        return entries.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    /// What the file system says of it now, of a link itself; `nil` where it has gone.
    package func status(in folder: String) -> stat? {
        var status = stat()
        return withPath(in: folder) { lstat($0, &status) } == 0 ? status : nil
    }

    /// Calls `body` with its path, in the bytes that it is made of.
    package func withPath<R>(in folder: String, _ body: (UnsafePointer<CChar>) -> R) -> R {
        body((Array("\(folder)/".utf8) + bytes + [0]).map { CChar(bitPattern: $0) })
    }
}

extension FolderEntry.Kind {
    /// `nil` where the file system doesn't say.
    fileprivate init?(_ type: UInt8) {
        switch Int(type) {
        case Int(DT_REG): self = .file
        case Int(DT_DIR): self = .folder
        case Int(DT_LNK): self = .link
        case Int(DT_UNKNOWN): return nil
        default: self = .other
        }
    }

    /// `nil` where it has gone.
    fileprivate init?(of name: [UInt8], in stream: OpaquePointer) {
        var status = stat()
        let name = name.map { CChar(bitPattern: $0) } + [0]
        guard fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .link
        default: self = .other
        }
    }
}

/// A folder that can't be listed.
package struct FolderError: Error, Sendable, Hashable {
    package let path: String
    /// The system call that failed.
    package let call: String
    package let number: Int32

    package init(path: String, call: String, number: Int32) {
        self.path = path
        self.call = call
        self.number = number
    }

    package var reason: String { String(cString: strerror(number)) }
}
