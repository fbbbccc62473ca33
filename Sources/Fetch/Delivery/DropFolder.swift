import Glibc

/// The folder that Torg takes files from. A file gets its name there when it is whole and on the disk; until then it ends
/// with `.part`, which is left alone.
struct DropFolder: Sendable {
    let path: String

    func check() throws(FetchFailure) {
        guard access(path, W_OK | X_OK) == 0 else { throw .disk(path: path, call: "access", number: errno) }
    }

    /// Where a file is written that will have this name.
    func part(_ name: String) -> String { "\(path)/\(name).part" }

    /// Copies a file there. Not renamed: what is made in the folder belongs to the folder's group, and it may be on another
    /// disk.
    func copy(_ file: String, as name: String) throws(FetchFailure) {
        let source = open(file, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw .disk(path: file, call: "open", number: errno) }
        defer { close(source) }
        let part = part(name)
        let target = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o640)
        guard target >= 0 else { throw .disk(path: part, call: "open", number: errno) }
        defer { close(target) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(source, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .disk(path: file, call: "read", number: errno) }
            if count == 0 { break }
            try buffer[..<count].withUnsafeBufferPointer { bytes throws(FetchFailure) in
                try WholeFile.append(UnsafeRawBufferPointer(bytes), to: target, path: part)
            }
        }
        guard fsync(target) == 0 else { throw .disk(path: part, call: "fsync", number: errno) }
    }

    /// Gives a file its name, and waits until that is on the disk. One that has its name already, from a run that was ended
    /// just then, is left as it is.
    func finish(_ delivery: SourceState.Delivery) throws(FetchFailure) {
        let part = "\(path)/\(delivery.part)"
        if rename(part, "\(path)/\(delivery.name)") != 0 {
            guard errno == ENOENT else { throw .disk(path: part, call: "rename", number: errno) }
            return
        }
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    /// Takes away what a run left that was ended while it wrote.
    func removePart(_ name: String) { unlink(part(name)) }
}
