import Glibc

/// One thing in a folder, whatever bytes its name is made of.
struct FolderEntry {
    /// As the file system has it, with a zero at its end.
    private let bytes: [CChar]
    /// As it may be shown; where it isn't UTF-8, with U+FFFD in the place of what can't be read.
    let name: String
    /// Whether the name is UTF-8, so that `name` leads to the file.
    let isText: Bool
    let status: stat

    /// `S_IFREG`, `S_IFDIR`, `S_IFLNK` …
    var kind: mode_t { status.st_mode & S_IFMT }

    /// All in the folder, by the bytes of their names; what goes meanwhile is left out.
    static func all(in folder: String) throws(DropFolderError) -> [FolderEntry] {
        guard let stream = opendir(folder) else { throw .system(path: folder, call: "opendir", number: errno) }
        defer { closedir(stream) }
        var entries: [FolderEntry] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if bytes == Array(".".utf8) || bytes == Array("..".utf8) { continue }
            var status = stat()
            // By the folder's descriptor: the name is used as the bytes that it is.
            let name = bytes.map { CChar(bitPattern: $0) } + [0]
            if fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
                entries.append(FolderEntry(bytes, status))
            }
        }
        guard errno == 0 else { throw .system(path: folder, call: "readdir", number: errno) }
        return entries.sorted {
            $0.bytes.lexicographicallyPrecedes($1.bytes) { UInt8(bitPattern: $0) < UInt8(bitPattern: $1) }
        }
    }

    private init(_ name: [UInt8], _ status: stat) {
        bytes = name.map { CChar(bitPattern: $0) } + [0]
        self.name = String(decoding: name, as: UTF8.self)
        isText = Array(self.name.utf8) == name
        self.status = status
    }

    /// With each byte beyond ASCII as `%F6`, for a name that isn't UTF-8. A name has 255 bytes at most, and one may
    /// become three: of what grows too long the end is kept, which says what kind of file it is.
    var asciiName: String {
        let whole = bytes.dropLast().map { byte in
            let byte = UInt8(bitPattern: byte)
            return byte < 0x80 ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
        }.joined()
        return whole.utf8.count <= 200 ? whole : "_" + whole.suffix(199)
    }

    /// Why no run takes it; `nil` for a file that is whole, as far as its name says.
    var reasonToLeave: LeftEntry.Reason? {
        switch kind {
        case S_IFREG:
            // How programs mark what isn't whole yet.
            name.hasPrefix(".")
                ? .hidden : [".part", ".tmp", ".filepart"].contains(where: name.hasSuffix) ? .unfinished : nil
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .noFile
        }
    }

    func withPath<R>(in folder: String, _ body: (UnsafePointer<CChar>) -> R) -> R {
        body(folder.utf8.map { CChar(bitPattern: $0) } + [CChar(UInt8(ascii: "/"))] + bytes)
    }
}

/// Something in the drop folder that isn't taken, and why.
struct LeftEntry: Equatable {
    enum Reason: String {
        case unfinished, hidden, folder, link, noFile
    }

    let name: String
    let reason: Reason

    /// What to do about it, for people.
    var text: String {
        switch reason {
        case .unfinished: "still being written, left for the next time"
        case .hidden: "hidden, as what isn't whole yet is; left for the next time"
        case .folder: "a folder; only files are taken, so put what is in it beside it"
        case .link: "a link; it isn't followed, so put the file itself here"
        case .noFile: "neither file nor folder; left where it is"
        }
    }

    /// Whether somebody has to do something: no later run takes it either.
    var needsHands: Bool { reason != .unfinished && reason != .hidden }
}
